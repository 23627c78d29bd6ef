/** Runs in a saved page: reads it through the sources' own slices of idle time, with a clock around each. */
import { more } from "../../sdk/src/signals/more.ts";
import { idleIn } from "../../sdk/src/signals/slices.ts";
import { startSources } from "../../sdk/src/signals/start-sources.ts";

const options = { document, window, clock: Date.now, more: () => Promise.resolve(more) };

/** Reads the page once, as a visitor's browser does; `slices` are in milliseconds. */
export function read() {
  const idle = idleIn(window);
  const [signals, faults, slices] = [[], [], []];
  return new Promise((resolve) => {
    let waiting = 0;
    const timed = (task) => {
      waiting += 1;
      return idle(() => {
        const start = performance.now();
        task();
        slices.push(performance.now() - start);
        waiting -= 1;
        // the next slice is asked for in the task, or once the readers that few pages need have come
        setTimeout(() => {
          if (waiting) return;
          stop();
          resolve({ signals, faults, slices });
        });
      });
    };
    const log = (...fault) => faults.push(fault.join(": "));
    const stop = startSources({ ...options, idle: timed, emit: (signal) => signals.push(signal), log });
  });
}

/** As many slices in which nothing is done: what the browser and the machine take for themselves. */
export async function rest(slices) {
  for (let i = 0; i < slices; i += 1) await new Promise((resolve) => idleIn(window)(resolve));
  // a trace that ends within a slice would not tell how long it took
  await new Promise((resolve) => setTimeout(resolve));
}
