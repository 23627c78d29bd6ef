import { languageOf } from "../language.js";
import { look } from "../look.js";
import { openDialog } from "../open-dialog.js";
import { buttonOf, type Maker } from "../parts.js";
import { question } from "./button-texts.js";
import type { AnswerPorts, Reasons, WhyAction } from "./ports.js";
import { besideRule, whyStyle } from "./style.js";
import { whyTexts, type WhyTexts } from "./texts.js";

const actions: readonly WhyAction[] = ["less", "never", "notNow"];

/**
 * Opens the answer to "why am I seeing this?" beside the slot's "i", with what the visitor can do about it. Closed, it gives the
 * focus back to the "i", or, where that has gone with its content, to the slot.
 * @example
 * openWhy(reasons, { slot, opener, ports: { act, all, log } });
 */
export function openWhy(
  reasons: Reasons,
  { slot, opener, ports }: { slot: HTMLElement; opener: HTMLElement; ports: AnswerPorts },
): void {
  const lang = languageOf(slot);
  const t = whyTexts[lang];
  const topics = new Intl.ListFormat(lang).format(reasons.topics.map(({ label }) => label));
  const css = look + whyStyle;
  const { make, fill, close, place } = openDialog(slot, { css, lang, closeName: t.close, log: ports.log });
  const all = (): HTMLButtonElement => buttonOf(make, "all", () => close(ports.all), t.all);
  const choice = (action: WhyAction): HTMLButtonElement => {
    const [name, effect] = t[action](topics);
    const act = (): void => {
      ports.act(action);
      const leave = buttonOf(make, "main", () => close(), t.close);
      const said = make("p", { part: "reason", role: "status" }, make("b", {}, name), ` – ${effect}`);
      fill(t.done, said, make("div", { part: "actions" }, leave, all()));
      leave.focus();
    };
    const button = buttonOf(make, action, act, "");
    button.append(make("b", {}, name), make("small", {}, effect));
    return button;
  };
  // What turns topics down is there only where there are some.
  const choices = actions.slice(topics ? 0 : 2).map(choice);
  fill(question[lang], ...tell(make, reasons, t), make("div", { part: "actions" }, ...choices, all()));
  const view = slot.ownerDocument.defaultView;
  if (view) place(besideRule(opener.getBoundingClientRect(), place(), view));
}

/** The reason, and where its facts come from. */
function tell(make: Maker, { text, facts }: Reasons, t: WhyTexts): Node[] {
  const entries = facts.flatMap(({ name, source }) => [make("dt", {}, name), make("dd", {}, source)]);
  return [
    make("p", { part: "reason" }, text),
    ...(entries.length > 0 ? [make("h3", {}, t.from), make("dl", { part: "facts" }, ...entries)] : []),
    make("p", { part: "note" }, t.here),
  ];
}
