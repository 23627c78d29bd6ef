import { HeimspielError, type ErrorCode } from "../kernel/index.js";

/** What the browser reported, as our error; an error of ours or of the caller's own code is passed on as it is. */
export function fault(cause: unknown, code: ErrorCode = "storage-failed"): Error {
  if (cause instanceof Error && !(cause instanceof DOMException)) return cause;
  return new HeimspielError(code, String(cause), { cause });
}

/**
 * Whether the connection is gone while the database is not: WebKit drops the connections of pages it has suspended
 * ("Connection to Indexed Database server lost"). A new connection works, the old one never does again. Or the transaction was
 * broken off, because the page was put aside.
 */
export function isLost(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  return ["InvalidStateError", "AbortError"].includes(error.name) || / lost/.test(error.message);
}
