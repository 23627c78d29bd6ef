import { HeimspielError } from "../kernel/index.js";

/**
 * A condition that cannot be used: `condition-syntax`. `position` counts characters from 0, as the message does; for a
 * condition given as an object instead of text it is 0.
 * @example
 * catch (error) { if (error instanceof ConditionError) mark(text, error.position); }
 */
export class ConditionError extends HeimspielError {
  readonly position: number;

  constructor(message: string, position: number) {
    super("condition-syntax", `${message} at position ${position}`);
    this.position = position;
  }
}
