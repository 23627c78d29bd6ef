import { isSensitive } from "../interests/sensitive.js";
import { createManifestCheck, type CheckedManifest } from "./check-manifest.js";
import { checkPage, goalsCalled, type CheckedPage } from "./check-page.js";
import { Failure } from "./failure.js";
import { readFlags, type Flags } from "./flags.js";
import { gatherShop, load, type Shop } from "./gather.js";
import { help } from "./help.js";
import type { Ports } from "./ports.js";
import type { Problem, Source } from "./problem.js";

/** Goals that slots are measured on and nothing reaches; each is told once. */
function unreached(pages: readonly CheckedPage[], scripts: readonly Source[]): Problem[] {
  const reached = new Set([
    ...pages.flatMap((page) => page.reached),
    ...scripts.flatMap(({ text }) => goalsCalled(text)),
  ]);
  const first = new Map<string, Problem>();
  for (const [goal, problem] of pages.flatMap(({ measured }) => measured))
    if (!reached.has(goal) && !first.has(goal)) first.set(goal, problem);
  return [...first.values()];
}

function checkShop(shop: Shop, given?: CheckedManifest): Problem[] {
  const manifests = shop.manifests.map(createManifestCheck(isSensitive));
  const manifest = (given ?? manifests[0])?.value;
  const pages = shop.pages.map((page) => checkPage(page, { manifest, isSensitive }));
  return [
    ...[...manifests, ...pages].flatMap(({ problems }) => problems),
    ...(shop.whole ? unreached(pages, shop.scripts) : []),
  ];
}

const order = (a: Problem, b: Problem): number =>
  (a.file < b.file ? -1 : Number(a.file > b.file)) || a.line - b.line || a.column - b.column;

const lineOf = ({ file, line, column, severity, rule, message, remedy }: Problem): string =>
  `${file}:${line}:${column}  ${severity}  ${rule}  ${message} (${remedy})`;

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

async function check(flags: Flags, ports: Ports): Promise<number> {
  const source = flags.manifest === undefined ? undefined : await load(flags.manifest, ports);
  const given = source && createManifestCheck(isSensitive)(source);
  const shops: Shop[] = [];
  for (const target of flags.targets) shops.push(await gatherShop(target, ports));
  const sources = [
    ...(source ? [source] : []),
    ...shops.flatMap(({ pages, manifests }) => [...pages, ...manifests]),
  ];
  const files = new Set(sources.map(({ file }) => file));
  if (files.size === 0) throw new Failure("there is no page and no heimspiel.json");
  const found = [...(given?.problems ?? []), ...shops.flatMap((shop) => checkShop(shop, given))];
  // A file may be named twice, by itself and by its folder.
  const problems = [...new Map(found.map((problem) => [lineOf(problem), problem])).values()]
    .filter(({ severity }) => flags.info || severity !== "info")
    .sort(order);
  const count = (wanted: string): number => problems.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [count("error"), count("warning")];
  if (flags.json) ports.print(JSON.stringify(problems, null, 2));
  else {
    for (const problem of problems) ports.print(lineOf(problem));
    ports.print(
      `${counted(files.size, "file")}: ${counted(errors, "error")}, ${counted(warnings, "warning")}`,
    );
  }
  return errors > 0 || warnings > flags.maxWarnings ? 1 : 0;
}

/**
 * Runs `heimspiel check`.
 * @param args what stands on the command line after the program
 * @returns the exit code
 */
export async function run(args: readonly string[], ports: Ports): Promise<number> {
  try {
    const flags = readFlags(args);
    if (!flags.help) return await check(flags, ports);
    ports.print(help);
    return 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    ports.complain(`heimspiel: ${error.message}`);
    return 2;
  }
}
