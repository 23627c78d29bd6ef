import { HeimspielError } from "../kernel/index.js";
import { limits } from "./limits.js";
import type { Report } from "./types.js";

/** Nothing else is sent, even when a report carries more; and always in this order, so that a report has one encoding. */
const keys = ["v", "site", "id", "day", "answers", "q", "cells", "hash", "eps", "m", "arm", "a", "pad"];

/**
 * A report as the body to send: JSON, always `limits.reportBytes` long, whatever it answers, so that its length says
 * nothing. Same report, same bytes.
 * @throws HeimspielError `report-limit` when it does not fit, `report-malformed` when a name is not ASCII
 * @example encodeReport({ v: 1, site: "outdoor", id: nanoid(), day: 20779, answers }).length // 1536
 */
export function encodeReport(report: Report): string {
  const text = JSON.stringify({ ...report, pad: "" }, keys);
  const room = limits.reportBytes - text.length;
  if (room < 0) throw new HeimspielError("report-limit", `report: ${-room} bytes too long`);
  if (/[^ -~]/.test(text)) throw new HeimspielError("report-malformed", "report: names must be ASCII");
  return `${text.slice(0, -2)}${".".repeat(room)}"}`;
}
