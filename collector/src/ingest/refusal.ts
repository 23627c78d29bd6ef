/** Why a request was refused; stable, like the HTTP status that goes with it. */
export type RefusalCode =
  | "malformed"
  | "too-large"
  | "unknown-site"
  | "day-out-of-range"
  | "question-differs"
  | "too-many-questions"
  | "too-many-requests"
  | "unauthorized"
  | "unknown-question"
  | "busy"
  | "not-stored"
  | "unavailable"
  | "not-found";

export type RefusalStatus = 400 | 401 | 404 | 409 | 413 | 429 | 503;

/** The HTTP status of every code. */
export const refusalStatuses: Record<RefusalCode, RefusalStatus> = {
  malformed: 400,
  "too-large": 413,
  "unknown-site": 404,
  "day-out-of-range": 400,
  "question-differs": 409,
  "too-many-questions": 429,
  "too-many-requests": 429,
  unauthorized: 401,
  "unknown-question": 404,
  busy: 503,
  "not-stored": 503,
  unavailable: 503,
  "not-found": 404,
};

/** A refusal that names the place of the fault; it never has a side effect. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly place: string;

  constructor(code: RefusalCode, place: string, message: string) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.place = place;
  }

  get status(): RefusalStatus {
    return refusalStatuses[this.code];
  }
}
