import type { Log, Stop } from "./ports.js";

/** A typed event emitter. A listener that throws is reported with the event's name and does not stop the others. */
export interface Emitter<Events> {
  on<Name extends keyof Events & string>(name: Name, listener: (event: Events[Name]) => void): Stop;
  emit<Name extends keyof Events & string>(name: Name, event: Events[Name]): void;
}

/** Makes an emitter; `log` hears of listeners that throw. */
export function createEmitter<Events>(log: Log): Emitter<Events> {
  const listeners = new Map<string, Set<(event: never) => void>>();
  return {
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => void set.delete(listener);
    },
    emit(name, event) {
      for (const listener of [...(listeners.get(name) ?? [])]) {
        try {
          (listener as (event: Events[typeof name]) => void)(event);
        } catch (error) {
          log(`a listener of "${name}" threw`, error);
        }
      }
    },
  };
}
