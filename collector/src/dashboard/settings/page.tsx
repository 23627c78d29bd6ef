import { dayOf } from "../../ingest/index.js";
import { listTokens, type Site } from "../../store/index.js";
import { answer, sitesOf, type Page, type Visit } from "../page.js";
import type { Sheet } from "../sheet.js";
import { actions, fail, type Form } from "./actions.js";
import type { Notice } from "./notice.js";
import { Settings } from "./settings.js";
import { settingsTexts } from "./texts.js";

/** `GET /settings`. */
export const settingsPage: Page = (visit) => show(visit);

/** `POST /settings`: does what the form asks and shows the page with what became of it. */
export const changeSettings: Page = async (visit) => {
  // A body that cannot be read is like an empty form.
  const form = await visit.context.req.parseBody<Record<string, string | File>>().catch((): Form => ({}));
  const text = settingsTexts[visit.view.language];
  // PostgreSQL fails at a text with NUL.
  if (Object.values(form).some((value) => typeof value === "string" && value.includes("\0")))
    return show(visit, fail(text.badText));
  const action = typeof form["do"] === "string" ? actions.get(form["do"]) : undefined;
  return show(visit, await (action?.(visit, form) ?? fail(text.badForm)));
};

async function show(visit: Visit, notice?: Notice): Promise<Response> {
  const { options, view } = visit;
  const sites = await sitesOf(visit);
  const tokens = await listTokens(options.db);
  const today = dayOf(options.clock());
  return answer(visit, {
    ...{ title: view.text.settings, place: "settings", status: notice?.failed ? 400 : 200 },
    body: <Settings {...{ view, sites, tokens, today, notice }} />,
    ...(!notice && { sheet: sheetOf(sites) }),
  });
}

function sheetOf(sites: readonly Site[]): Sheet {
  const rows = sites.flatMap(({ name, slots, origins, fixed }) => {
    const common = { site: name, origins: origins.join(" "), fixed: fixed ? "yes" : "no" };
    const named = Object.entries(slots).map(([slot, { variants, goal, holdout, choose }]) => ({
      ...{ ...common, slot, variants: variants.join(" "), goal, holdout, choose },
    }));
    return named.length > 0 ? named : [common];
  });
  return { name: "heimspiel-sites", rows };
}
