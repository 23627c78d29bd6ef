import { readCategories, type CategoryResult } from "../../results/index.js";
import { answer, sitesOf, type Page } from "../page.js";
import { resultColumns, type Sheet } from "../sheet.js";
import { chosenSite } from "../site-choice.js";
import { Interests } from "./interests.js";

/** `GET /interests?site=`: topics and pairs of one site. */
export const interestsPage: Page = async (visit) => {
  const { options, view } = visit;
  const sites = await sitesOf(visit);
  const site = chosenSite(visit, sites);
  const read = (question: string): Promise<CategoryResult | undefined> =>
    site ? readCategories(options.db, { site: site.name, question }) : Promise.resolve(undefined);
  const [topics, pairs] = [await read("topics"), await read("pairs")];
  return answer(visit, {
    ...{ title: view.text.interests, place: "interests", site: site?.name },
    body: <Interests {...{ view, site, sites, topics, pairs }} />,
    sheet: sheetOf(site?.name, { topics, pairs }),
  });
};

function sheetOf(site = "", questions: Readonly<Record<string, CategoryResult | undefined>>): Sheet {
  const rows = Object.entries(questions).flatMap(([question, result]) => [
    ...(result?.cells ?? []).map((cell) => ({
      ...{ site, question, name: cell.name, answers: result?.n },
      ...resultColumns(cell.result),
    })),
    ...(result?.transitions ?? []).map(({ bought, next, weight }) => ({
      ...{ site, question: "next after bought", name: `${bought}>${next}`, answers: result?.n },
      ...resultColumns(weight),
    })),
  ]);
  return { name: `heimspiel-${site}-interests`, rows };
}
