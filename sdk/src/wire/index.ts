export { fromBase64url, toBase64url } from "./base64url.js";
export { bitmapLength, cellsOf, hasCell } from "./bitmap.js";
export { cellsHash } from "./cells-hash.js";
export { decodeReport } from "./decode-report.js";
export { encodeReport } from "./encode-report.js";
export { limits, patterns } from "./limits.js";
export { exactEpsilon, plan, rareVariance, type Plan } from "./plan.js";
export type { Answer, Method, Report } from "./types.js";
