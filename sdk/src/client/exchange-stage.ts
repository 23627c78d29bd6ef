import { defineExchange, type ExchangePorts, type ExchangeView } from "../panel/index.js";
import type { Core } from "./core.js";
import { listen } from "./environment.js";
import { foresee } from "./foresee.js";

/** Makes `<heim-exchange>` tell, in a quiz, what an answer changes on the page before it is given. */
export function startExchange(core: Core): void {
  defineExchange(core.window, exchangePorts(core));
}

function exchangePorts(core: Core): ExchangePorts {
  const { window, emitter, personalizer, stages, log } = core;
  let tell: ((form: HTMLFormElement) => ExchangeView) | undefined;
  const load = async (): Promise<void> => {
    const parts = await Promise.all([stages.observe(), stages.learn(), stages.visitor()]);
    const [{ readContext }, model, { answersOf }] = parts;
    tell = (form) => {
      const answers = answersOf(form, () => undefined);
      const empty = Object.values(answers).every((value) => value === "" || value === false);
      const isSilent = !readContext(core, model).topics;
      const use = isSilent ? "silent" : core.state?.intensity === undefined ? "all" : "kept";
      const found = foresee(core, model, answers);
      return { use, empty, ...found, refused: found.refused.map((name) => labelOf(form, name)) };
    };
  };
  return {
    log,
    foresee: (form) =>
      core.granted() && core.state
        ? tell?.(form)
        : { use: "none", empty: true, once: [], later: [], refused: [] },
    on(listener) {
      // What comes into view stays as it is from then on: watched as slots are.
      const rootMargin = "1000000px 0px 0px";
      const sight = new window.IntersectionObserver(listener, { rootMargin, threshold: [0, 0.5] });
      const look = (): void => {
        for (const slot of personalizer.runs.keys()) sight.observe(slot);
        listener();
        if (!tell && core.state) load().then(listener, (error: unknown) => log("<heim-exchange>", error));
      };
      const stops = [
        emitter.on("change", look),
        emitter.on("consent", look),
        listen(window, "heim:slot", look),
      ];
      look();
      return () => {
        sight.disconnect();
        for (const stop of stops) stop();
      };
    },
  };
}

/** The words at a field, by its name. */
function labelOf({ elements }: HTMLFormElement, name: string): string {
  const field = elements.namedItem(name) as Partial<HTMLInputElement> | null;
  return field?.labels?.[0]?.textContent ?? name;
}
