import { keyed, section, type Pens } from "./pens.js";
import { levels, type PreferencesView, type Told, type TopicAction, type TopicView } from "./ports.js";

type Known = NonNullable<PreferencesView["known"]>;

/** All that is known, a section each. */
export function drawKnown(pens: Pens, known: Known): HTMLElement[] {
  const { make, t } = pens;
  const { topics, told, resting, arrival, chosen } = known;
  const entries = (list: readonly (readonly [string, string])[]): HTMLElement[] =>
    list.length > 0
      ? [make("dl", {}, ...list.flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)]))]
      : [];
  const rested = resting.map(([label, date]) => [label, t.until(date)] as const);
  // A link's own word may be any: only the known ones have a word here.
  const wordOf = (channel: string): string =>
    Object.entries(t.channels).find(([id]) => id === channel)?.[1] ?? channel;
  const arrived = Object.entries(arrival).map(
    ([name, text]) =>
      [t.arrived[name as keyof typeof arrival], name === "channel" ? wordOf(text) : text] as const,
  );
  const rows = make("ul", { part: "rows" }, ...topics.map((row) => drawTopic(pens, row)));
  return [
    drawLevel(pens, known),
    ...section(pens, "topics", t.topics, topics.length > 0 ? [rows] : [make("p", {}, t.noTopics)]),
    ...section(
      pens,
      "told",
      t.told,
      told.map(([name, value]) => drawTold(pens, name, value)),
    ),
    ...section(pens, "resting", t.resting[0], note(pens, t.resting[1], entries(rested))),
    ...section(pens, "chosen", t.chosen, chosen.length > 0 ? [make("p", {}, chosen.join(", "))] : []),
    ...section(pens, "arrival", t.arrival, entries(arrived)),
  ];
}

/** A note before some content; none without. */
const note = ({ make }: Pens, text: string, content: HTMLElement[]): HTMLElement[] =>
  content.length > 0 ? [make("p", { part: "note" }, text), ...content] : [];

/** How personal the shop may be. */
function drawLevel({ make, t, ports }: Pens, known: Known): HTMLElement {
  const options = levels.map((level) => {
    const [name, sentence] = t.levels[level];
    const input = make("input", { type: "radio", name: "level", "data-key": `level ${level}` });
    input.checked = level === known.level;
    input.addEventListener("change", () => ports.level(level));
    return make(
      "label",
      { part: "option" },
      input,
      make("span", {}, make("b", {}, name), make("small", {}, sentence)),
    );
  });
  const legend = make("legend", { part: "heading" }, t.level);
  return make("fieldset", { part: "section level" }, legend, make("div", { part: "options" }, ...options));
}

function drawTopic(pens: Pens, { topic, label, strength, evident, evidence, muted }: TopicView): HTMLElement {
  const { make, t, ports, say } = pens;
  const percent = Math.round(strength * 100);
  const name = t.strength(label);
  const meter = make("meter", { min: "0", max: "100", value: String(percent), "aria-label": name });
  meter.textContent = `${percent} %`;
  const state = muted ? t.muted : evident ? "" : t.faint;
  const button = (action: TopicAction): HTMLButtonElement =>
    keyed(pens, {
      ...{ key: `${action === "unmute" ? "mute" : action} ${topic}`, text: t.actions[action] },
      label: `${t.actions[action]}: ${label}`,
      act() {
        if (action === "forget") say(t.forgotten(label));
        ports.topic(topic, action);
      },
    });
  const actions: readonly TopicAction[] = muted ? ["unmute", "forget"] : ["raise", "lower", "mute", "forget"];
  return make(
    "li",
    { part: muted ? "topic muted" : "topic" },
    make("b", { part: "label" }, label),
    make(
      "span",
      { part: "bar" },
      meter,
      make("span", { part: "percent", "aria-hidden": "true" }, `${percent} %`),
    ),
    make("small", { part: "evidence" }, state ? `${evidence} · ${state}` : evidence),
    make("span", { part: "buttons" }, ...actions.map(button)),
  );
}

/** One answer, in a form that can be changed. */
function drawTold(pens: Pens, name: string, value: Told): HTMLElement {
  const { make, t, ports } = pens;
  const type = { boolean: "checkbox", number: "number", string: "text" }[typeof value as "string"];
  const input = make("input", { type, name, "data-key": `told ${name}`, maxlength: "64", step: "any" });
  if (typeof value === "boolean") input.checked = value;
  else input.value = String(value);
  const words = name.replaceAll("-", " ");
  const form = make(
    "form",
    { part: "answer" },
    make("label", {}, make("span", {}, words), input),
    make("button", { part: "button save", "aria-label": `${t.save}: ${words}` }, t.save),
    keyed(pens, {
      ...{ key: `drop ${name}`, text: t.drop, label: `${t.drop}: ${words}` },
      act: () => ports.tell(name, ""),
    }),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    ports.tell(name, type === "checkbox" ? input.checked : type === "number" && text ? Number(text) : text);
  });
  return form;
}
