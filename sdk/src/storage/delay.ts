import { HeimspielError, type Stop } from "../kernel/index.js";

/** Calls back once after so many milliseconds, unless stopped; an argument so that tests need not sleep. */
export type Delay = (callback: () => void, ms: number) => Stop;

/** The delay of the running page: `setTimeout`. */
export const later: Delay = (callback, ms) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};

/** The promise, or a rejection with `storage-timeout` when it has not settled after so many milliseconds. */
export function within<T>(promise: PromiseLike<T>, ms: number, delay: Delay): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = delay(() => reject(new HeimspielError("storage-timeout", `${ms} ms`)), ms);
    void promise.then(resolve, reject).then(stop);
  });
}
