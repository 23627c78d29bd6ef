/** What the shop uses of the SDK's public client. */
export interface Client {
  export(): Promise<{ readonly profile?: unknown }>;
  describe?(language: string): Promise<readonly Row[]>;
  explain(slot: string): Promise<{ readonly text: string } | undefined>;
  erase(): Promise<void>;
  on(name: "slot" | "change" | "consent", listener: () => void): () => void;
  readonly consent: {
    get(): Readonly<Record<Purpose, State>>;
    set(choice: Partial<Record<Purpose, State>>): void;
    withdraw(): void;
  };
}

/** One interest as the SDK describes it to its owner; `strength` is 0 to 1. */
export interface Row {
  readonly label: string;
  readonly strength: number;
  readonly evidence: string;
  readonly resting?: boolean;
  readonly muted?: boolean;
}

export type Purpose = "personalization" | "statistics";
export type State = "unknown" | "granted" | "denied";

declare global {
  interface Window {
    heimspiel?: { push(task: (client: Client) => void): unknown };
    dataLayer?: unknown[];
  }
}

/** Runs a task with the client, as soon as there is one. When the SDK is blocked it never runs, and the page stays as it is. */
export function withClient(task: (client: Client) => void): void {
  window.heimspiel ??= [] as ((client: Client) => void)[];
  window.heimspiel.push(task);
}
