import { dayOf } from "../../ingest/index.js";
import { parseDay, readSlot, readTimeline } from "../../results/index.js";
import { answer, type Page } from "../page.js";
import { sheetOf } from "./sheet.js";
import { BackLink, SlotPage } from "./slot.js";
import { slotTexts } from "./texts.js";

/** `GET /slot?site=&name=&hash=&from=&to=`: all of one slot. */
export const slotPage: Page = async (visit) => {
  const { context, options, view, reader } = visit;
  const query = context.req.query();
  const { site = "", name = "", hash, from = "", to = "" } = query;
  const wanted = {
    ...{ site, slot: name, from: parseDay(from), to: parseDay(to) },
    hash: hash === "" ? undefined : hash,
    numbered: (number: number) => `${view.text.numbered} ${number}`,
  };
  const allowed = reader.site === undefined || reader.site === site;
  const slot = allowed ? await readSlot(options.db, wanted) : undefined;
  if (!slot?.visits && !slot?.uplift) return missing(visit);
  const steps = await readTimeline(options.db, wanted);
  const today = dayOf(options.clock());
  return answer(visit, {
    ...{ title: name, place: "results", site, sheet: sheetOf(slot, steps) },
    body: <SlotPage {...{ view, slot, steps, today, query }} />,
  });
};

const missing: Page = (visit) => {
  const { view } = visit;
  const text = slotTexts[view.language];
  const body = (
    <>
      <BackLink view={view} />
      <h1>{text.missingTitle}</h1>
      <p class="empty">{text.missing}</p>
    </>
  );
  return answer(visit, { ...{ title: text.missingTitle, status: 404, place: "results" }, body });
};
