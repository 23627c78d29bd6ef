/** What the shop uses of the SDK's public client. */
export interface Client {
  on(name: "slot" | "change" | "consent", listener: () => void): () => void;
  readonly consent: {
    get(): Readonly<Record<Purpose, State>>;
    set(choice: Partial<Record<Purpose, State>>): void;
    withdraw(): void;
  };
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
