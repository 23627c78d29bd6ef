import { plan } from "heimspiel/statistics";
import { dayText } from "../../results/index.js";
import { readQuestions, readSpan } from "../../store/index.js";
import { answer, sitesOf, type Page } from "../page.js";
import type { Sheet } from "../sheet.js";
import { chosenSite } from "../site-choice.js";
import { Privacy } from "./privacy.js";
import type { Asked } from "./questions.js";

/** `GET /privacy?site=`: every question that devices are asked, and what an answer can give away. */
export const privacyPage: Page = async (visit) => {
  const { options, view } = visit;
  const sites = await sitesOf(visit);
  const site = chosenSite(visit, sites);
  const asked: Asked[] = [];
  for (const question of site ? await readQuestions(options.db, site.name) : [])
    asked.push({ question, span: await readSpan(options.db, question) });
  const lasting = asked.filter(({ question }) => question.lasting === 1);
  const few = asked.length - lasting.length;
  return answer(visit, {
    ...{ title: view.text.privacy, place: "privacy", site: site?.name },
    body: <Privacy {...{ view, site, sites, asked: lasting, few }} />,
    sheet: sheetOf(site?.name, lasting),
  });
};

function sheetOf(site = "", asked: readonly Asked[]): Sheet {
  const rows = asked.map(({ question, span }) => {
    const { name, hash, epsilon, mechanism, cells, answers } = question;
    const { omega, p, q } = plan(cells, epsilon);
    return {
      ...{ site, question: name, hash, epsilon: epsilon / 1e6, mechanism, cells, omega, p, q, answers },
      ...{ from: span && dayText(span.from), to: span && dayText(span.to) },
    };
  });
  return { name: `heimspiel-${site}-questions`, rows };
}
