import type { Log, Stop } from "../../kernel/index.js";

/** What becomes of answers: used, only kept, not kept without consent, or not kept on a page like this. */
export type Use = "all" | "kept" | "none" | "silent";

/** A place on this page that an answer changes. */
export interface Place {
  element: HTMLElement;
  /** What it shows now, in words. */
  from: string;
  /** What it will show; missing for what everyone sees. */
  to: string | undefined;
  /** Whether it is further down, not seen yet: shown now, it would stay as it is. */
  below: boolean;
  /** Whether it has come so. */
  isDone(): boolean;
}

/** What the answers that a form has now would do. */
export interface ExchangeView {
  use: Use;
  /** Whether nothing has been chosen. */
  empty: boolean;
  /** Places that change when the answers are given. */
  once: readonly Place[];
  /** Places that have been seen, so that they change on the next view of this page. */
  later: readonly Place[];
  /** The words at the fields whose answers are not kept. */
  refused: readonly string[];
}

/** What `<heim-exchange>` asks of the client. */
export interface ExchangePorts {
  /** What the form's answers would do; `undefined` until that can be told. Stores nothing, sends nothing. */
  foresee(form: HTMLFormElement): ExchangeView | undefined;
  /** Calls back when that may have changed, not for the form's own doing. */
  on(listener: () => void): Stop;
  log: Log;
}
