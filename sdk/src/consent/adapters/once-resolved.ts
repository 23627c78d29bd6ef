/** What a banner that answers by promises has last said. */
export interface Answer<T> {
  /** The answer to the latest question answered; throws what the banner threw instead. */
  get: () => T | undefined;
  /** Asks anew and calls back. An answer that comes when a newer question has been asked is not heard. */
  ask: (changed: () => void) => void;
}

/** Makes a banner's asynchronous answer readable at once. */
export function onceResolved<T>(question: () => Promise<T> | undefined): Answer<T> {
  let latest = 0;
  let get = (): T | undefined => undefined;
  return {
    get: () => get(),
    ask(changed) {
      const ticket = ++latest;
      const settle = (said: typeof get): void => {
        if (ticket !== latest) return;
        get = said;
        changed();
      };
      const refuse = (error: unknown): void =>
        settle(() => {
          throw error as Error;
        });
      void Promise.resolve()
        .then(question)
        .then((answer) => settle(() => answer), refuse);
    },
  };
}
