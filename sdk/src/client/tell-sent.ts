import { tellAnswers, type SentAnswer } from "../statistics/tell-answers.js";
import type { Core } from "./core.js";
import { recordOf } from "./statistics-record.js";
import { labelsIn } from "./topics.js";

/** Every answer that left the device, or waits there for it, the latest first, in the page's language or the one given. */
export async function tellSent(
  core: Core,
  language: string = core.window.document.documentElement.lang || "en",
): Promise<SentAnswer[]> {
  if (!core.state) return [];
  const [record] = await (await core.store()).read(["statistics"]);
  return tellAnswers(recordOf(record), {
    language: language.startsWith("de") ? "de" : "en",
    labels: labelsIn(core.settings.manifest, language),
  });
}
