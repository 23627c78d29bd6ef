/** Runs in the page: what is recorded there. */

/** From the first frame on: which slots show their default. A callback of the frame runs right before it is painted. */
export function watchFrames() {
  performance.mark("bench:begin");
  const frames = (window.benchFrames = []);
  const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  requestAnimationFrame(function benchFrame() {
    const shown = [...document.querySelectorAll(".default")].filter(isShown);
    frames.push(shown.map(({ parentNode }) => parentNode.id));
    requestAnimationFrame(benchFrame);
  });
}

/** What has become of the page, times in ms since the navigation. */
export async function collect() {
  performance.mark("bench:end");
  const entriesOf = (type) =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      // there may be none
      setTimeout(resolve, 300, []);
    });
  const timeOf = (name) => performance.getEntriesByName(name)[0].startTime;
  const shifts = await entriesOf("layout-shift");
  const elements = await entriesOf("element");
  const personalized = [...document.querySelectorAll(".variant")].map(({ parentNode }) => parentNode.id);
  return {
    begin: timeOf("bench:begin"),
    fcp: timeOf("first-contentful-paint"),
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    painted: Object.fromEntries(elements.map(({ identifier, renderTime }) => [identifier, renderTime])),
    personalized: personalized.length,
    /** Frames that show the default of a slot that ends personalized. */
    defaultFrames: window.benchFrames.filter((shown) => shown.some((id) => personalized.includes(id))).length,
  };
}

/** Runs in another page: how many points of each picture are in the default's colour. */
export const countDefault = (pictures) =>
  Promise.all(
    pictures.map(async (base64) => {
      const blob = await (await fetch(`data:image/jpeg;base64,${base64}`)).blob();
      const picture = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext("2d");
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, picture.width, picture.height);
      let count = 0;
      for (let i = 0; i < data.length; i += 4)
        count += data[i] > 150 && data[i + 1] < 100 && data[i + 2] < 100;
      return count;
    }),
  );
