/** Stable names of what can go wrong; messages may change, codes do not. */
export type ErrorCode =
  | "condition-syntax"
  | "storage-unavailable"
  | "storage-timeout"
  | "storage-failed"
  | "report-malformed"
  | "report-limit"
  | "parameter-range"
  | "stage-failed";

/**
 * The one error class of the SDK.
 * @example
 * catch (error) { if (error instanceof HeimspielError && error.code === "storage-timeout") … }
 */
export class HeimspielError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "HeimspielError";
    this.code = code;
  }
}
