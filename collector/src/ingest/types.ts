/** One answer of a report: the cells it names are all that is added up. */
export interface IncomingAnswer {
  /** The question's key, made once: a batch looks it up several times. */
  readonly question: string;
  readonly name: string;
  readonly hash: string;
  readonly cells: number;
  /** ε in millionths. */
  readonly epsilon: number;
  readonly mechanism: "ss" | "rr";
  readonly arm: number;
  readonly set: readonly number[];
}

/** A report that is well-formed; whether its site and questions fit is seen when it is committed. */
export interface Incoming {
  readonly site: string;
  readonly id: string;
  readonly day: number;
  readonly answers: readonly IncomingAnswer[];
}
