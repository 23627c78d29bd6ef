import { HeimspielError } from "../kernel/index.js";

/**
 * A condition that cannot be used. `position` counts characters from 0, as the message does; for a condition given as
 * an object instead of text it is 0.
 * @example
 * catch (error) { if (error instanceof ConditionError) mark(text, error.position); }
 */
export class ConditionError extends HeimspielError {
  readonly position: number;

  constructor(
    code: "condition-syntax" | "condition-limit",
    message: string,
    position: number,
    options?: { cause?: unknown },
  ) {
    super(code, `${message} at position ${position}`, options);
    this.position = position;
  }
}
