import type { Purpose } from "../../kernel/index.js";
import { download } from "../download.js";
import { keyed, section, type Pens } from "./pens.js";
import type { PreferencesView, SentView } from "./ports.js";

const purposes: readonly Purpose[] = ["personalization", "statistics"];

/** What the visitor allows, purpose by purpose. */
export function drawConsent(pens: Pens, { choice }: PreferencesView): HTMLElement[] {
  const { make, t, ports, update } = pens;
  const options = purposes.map((purpose) => {
    const [name, sentence] = t.purposes[purpose];
    const input = make("input", { type: "checkbox", role: "switch", "data-key": `consent ${purpose}` });
    input.checked = choice[purpose] === "granted";
    input.addEventListener("change", () => {
      ports.choose(purpose, input.checked);
      // The shop's banner may have the last word.
      update();
    });
    return make(
      "label",
      { part: "option" },
      input,
      make("span", {}, make("b", {}, name), make("small", {}, sentence)),
    );
  });
  return section(pens, "consent", t.consent, [make("div", { part: "options" }, ...options)]);
}

/** So many answers are shown at once. */
const newest = 5;

/** Every answer that was sent, the latest first. */
export function drawSent(pens: Pens, { sent }: PreferencesView): HTMLElement[] {
  const { make, t } = pens;
  const [title, text] = t.sent;
  if (sent.length === 0) return section(pens, "sent", title, [make("p", {}, t.nothingSent)]);
  const list = (answers: readonly SentView[]): HTMLElement =>
    make("ol", { part: "answers" }, ...answers.map((answer) => drawAnswer(pens, answer)));
  const earlier = sent.slice(newest);
  const more = make("summary", {}, `${t.earlier} (${earlier.length})`);
  return section(pens, "sent", title, [
    make("p", { part: "note" }, text),
    list(sent.slice(0, newest)),
    ...(earlier.length > 0 ? [make("details", {}, more, list(earlier))] : []),
  ]);
}

const drawAnswer = ({ make }: Pens, { date, question, said, epsilon, meaning }: SentView): HTMLElement =>
  make(
    "li",
    {},
    make("b", {}, question),
    make("span", {}, said),
    make("small", {}, make("time", { datetime: date }, date), ` · ε = ${epsilon} · ${meaning}`),
  );

/** Export, and the way to the end of it all, which is asked for twice. */
export function drawData(pens: Pens, erase: () => void): HTMLElement[] {
  const { make, t, ports, say } = pens;
  const save = (): void => {
    ports
      .save()
      .then(([name, json]) => download(make, name, new Blob([json], { type: "application/json" })))
      .catch((error: unknown) => {
        say(t.failed);
        ports.log("not exported", error);
      });
  };
  const ask = (): void => {
    question.hidden = false;
    begin.hidden = true;
    keep.focus();
  };
  const keepAll = (): void => {
    question.hidden = true;
    begin.hidden = false;
    begin.focus();
  };
  const begin = keyed(pens, { key: "erase", text: t.erase, act: ask });
  const keep = keyed(pens, { key: "keep", text: t.no, act: keepAll });
  const [really, sentence] = t.really;
  const question = make(
    "div",
    { part: "question", role: "group", "aria-labelledby": "really" },
    make("p", { id: "really" }, make("b", {}, really), make("small", {}, sentence)),
    make("span", { part: "buttons" }, keep, keyed(pens, { key: "yes", text: t.yes, act: erase })),
  );
  question.hidden = true;
  return section(pens, "data", t.data[0], [
    make("p", { part: "note" }, t.data[1]),
    make("span", { part: "buttons" }, keyed(pens, { key: "export", text: t.export, act: save }), begin),
    question,
  ]);
}
