import type { Kysely } from "kysely";

/** A site that may send reports. `slots`, `origins` and `cells` are JSON texts. */
export interface SiteTable {
  name: string;
  slots: string;
  origins: string;
  /** 1 when only questions that are named in `slots` and `cells` are learned. */
  fixed: 0 | 1;
  cells: string;
}

/**
 * A question as it was first asked. Its identity is site, name and the hash of its cells' names, so that a slot whose
 * variants were edited starts a new count instead of mixing two. `lasting` is 0 while it is provisional.
 */
export interface QuestionTable {
  site: string;
  name: string;
  hash: string;
  cells: number;
  /** ε in millionths. */
  epsilon: number;
  mechanism: "ss" | "rr";
  /** Days since 1970-01-01 (UTC) when it was first asked. */
  first_day: number;
  answers: number;
  lasting: 0 | 1;
}

/** A sum. `cell` is the cell's number, or -1 for the number of answers; `arm` is -1 where a question has no arms. */
export interface TallyTable {
  site: string;
  question: string;
  hash: string;
  arm: number;
  day: number;
  cell: number;
  count: number;
}

/** One-time ids of the reports of the last days, only to refuse repeats. */
export interface ReportTable {
  site: string;
  id: string;
  day: number;
}

/** SHA-256 hashes of tokens; the tokens themselves are never stored. */
export interface TokenTable {
  hash: string;
  scope: "read" | "admin" | "share" | "setup" | "session";
  /** The site it is good for; null for all. */
  site: string | null;
  label: string;
  /** The day it was made. */
  day: number;
  /** The first day it is no longer valid on; null for none. */
  expires: number | null;
}

export interface Schema {
  site: SiteTable;
  question: QuestionTable;
  tally: TallyTable;
  report: ReportTable;
  token: TokenTable;
}

/** A connection or an open transaction. */
export type Database = Kysely<Schema>;

/** The `cell` under which the number of answers is summed. */
export const answersCell = -1;

/** The `arm` of a question without arms. */
export const noArm = -1;
