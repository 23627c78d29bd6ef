import { arms, lateCells, lateQuestion, slotCells, slotQuestion, upliftQuestion } from "heimspiel/statistics";
import { cellsHash } from "heimspiel/wire";
import { questionKey, readSites, type Database, type Site } from "../store/index.js";

/** Keys of the questions that a site's list names, for those of the given sites whose list is fixed. */
export async function fixedQuestions(
  db: Database,
  names: readonly string[],
): Promise<Map<string, Set<string>>> {
  if (names.length === 0) return new Map();
  const sites = await readSites(db, names);
  return new Map(sites.filter(({ fixed }) => fixed).map((site) => [site.name, keysOf(site)]));
}

function keysOf({ name: site, slots, cells }: Site): Set<string> {
  const ofSlots = Object.entries(slots).flatMap(([slot, { variants }]) => [
    [slotQuestion(slot), slotCells(variants)] as const,
    [upliftQuestion(slot), arms] as const,
    [lateQuestion(slot), lateCells(variants)] as const,
  ]);
  const questions = [...ofSlots, ...Object.entries(cells)];
  return new Set(questions.map(([name, names]) => questionKey({ site, name, hash: cellsHash(names) })));
}
