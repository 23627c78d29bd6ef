/** What the operator can mend: told in one line, without a stack. */
export class Failure extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "Failure";
  }
}

/** What an error says in one line. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "it failed";
  // Of several addresses that were tried in vain, the error has a code but no message.
  return cause.message || ("code" in cause ? String(cause.code) : cause.name);
}
