/** What the caller can mend: told in one line, without a stack. */
export class Failure extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "Failure";
  }
}
