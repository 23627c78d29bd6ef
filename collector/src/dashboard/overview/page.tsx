import { dayText, readOverview, type SlotResult } from "../../results/index.js";
import { answer, type Page } from "../page.js";
import { resultColumns, type Sheet } from "../sheet.js";
import { findingOf } from "../verdict.js";
import { Overview } from "./overview.js";
import { overviewTexts } from "./texts.js";

/** `GET /`: every slot of every site that the reader may see. */
export const overviewPage: Page = async (visit) => {
  const { options, view, reader } = visit;
  const sites = await readOverview(options.db, {
    numbered: (number) => `${view.text.numbered} ${number}`,
    sites: reader.site === undefined ? undefined : [reader.site],
  });
  return answer(visit, {
    ...{ title: overviewTexts[view.language].title, place: "results" },
    body: <Overview view={view} sites={sites} />,
    sheet: sheetOf(sites.flatMap(({ slots }) => slots)),
  });
};

function sheetOf(slots: readonly SlotResult[]): Sheet {
  const rows = slots.map((slot) => {
    const { state, result, pair } = findingOf(slot);
    const reading = slot.visits?.reading ?? slot.uplift?.reading;
    return {
      ...{
        site: slot.site,
        slot: slot.slot,
        goal: slot.named?.goal,
        answers: slot.visits?.n,
        finding: state,
        pair,
      },
      ...resultColumns(result ?? { state: "not enough data", reason: "under 100 answers" }),
      from: reading && dayText(reading.period.from),
      to: reading && dayText(reading.period.to),
    };
  });
  return { name: "heimspiel-results", rows };
}
