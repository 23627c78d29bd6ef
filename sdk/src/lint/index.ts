export { didYouMean } from "./did-you-mean.js";
export type { Fault, Finding, ManifestFinding } from "./finding.js";
export { goalsIn, type Goals } from "./lint-goals.js";
export { lintManifest } from "./lint-manifest.js";
export { lintPage, type LintOptions } from "./lint-page.js";
export { attributeOf, descendants, type Markup } from "./markup.js";
export { rules, type Rule, type Severity } from "./rules.js";
