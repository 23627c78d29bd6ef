import type { Stop } from "../kernel/index.js";
import { isIgnored } from "../slots/index.js";

/** What a quiz answers, by the field's name. */
export type Answers = Record<string, string | number | boolean>;

/** What quizzes need. */
export interface QuizPorts {
  document: Document;
  /** What has been declared so far, by name. */
  declared(): Readonly<Record<string, unknown>>;
  /** Keeps one answer; an empty text takes it back. */
  declare(name: string, value: string | number | boolean): void;
  log: (message: string, ...details: unknown[]) => void;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const quizzes = "form[data-heim-quiz]:not([data-heim-quiz=false])";

/** Kinds of fields whose answers are about a person, or no answers at all. */
const refused = /^(password|file|email|tel|submit|button|reset|image|hidden)$/;

/**
 * Lets visitors tell of themselves: the answers of a form `data-heim-quiz="sizes"` become facts `declared.<field>`, on this
 * device only. The form is not sent anywhere. It shows what was told before, so that it can be corrected; an emptied field
 * takes the answer back. After each quiz the form dispatches a bubbling `heim:quiz` with `detail.quiz` and `detail.answers`. As long
 * as something of it is told, the form has `data-heim-state="told"`.
 */
export function startQuizzes(ports: QuizPorts): Stop {
  const { document } = ports;
  const filled = new WeakSet<Element>();
  const fill = (form: Element | null | undefined): void => {
    if (!form || filled.has(form) || isIgnored(form)) return;
    filled.add(form);
    prefill(form as HTMLFormElement, ports.declared());
    mark(form as HTMLFormElement);
  };
  const mark = (form: HTMLFormElement): void => {
    const told = fieldsOf(form).some(({ name }) => Object.hasOwn(ports.declared(), name));
    if (told) form.dataset["heimState"] = "told";
    else delete form.dataset["heimState"];
  };
  const onFocus = ({ target }: Event): void => fill((target as Element | null)?.closest(quizzes));
  const onSubmit = (event: Event): void => {
    const form = event.target as HTMLFormElement;
    if (!form.matches(quizzes) || isIgnored(form)) return;
    // The answers are for this device: an address or a server has no business with them.
    event.preventDefault();
    const answers = answersOf(form, ports.log);
    for (const [name, value] of Object.entries(answers)) ports.declare(name, value);
    mark(form);
    const detail = { quiz: form.dataset["heimQuiz"], answers };
    form.dispatchEvent(new CustomEvent("heim:quiz", { bubbles: true, detail }));
  };
  document.querySelectorAll(quizzes).forEach(fill);
  document.addEventListener("focusin", onFocus, true);
  document.addEventListener("submit", onSubmit, true);
  return () => {
    document.removeEventListener("focusin", onFocus, true);
    document.removeEventListener("submit", onSubmit, true);
    for (const form of document.querySelectorAll<HTMLElement>(quizzes)) delete form.dataset["heimState"];
  };
}

const fieldsOf = (form: HTMLFormElement): Field[] =>
  ([...form.elements] as Field[]).filter(
    ({ name, type, disabled }) => name && !disabled && !refused.test(type),
  );

/** What the form says now. A box of its own is yes or no; of several with one name the ticked values, in order. */
export function answersOf(form: HTMLFormElement, log: QuizPorts["log"]): Answers {
  const answers: Answers = {};
  for (const { name, type } of form.elements as Iterable<Field> & HTMLFormControlsCollection) {
    if (name && /^(email|tel|password)$/.test(type)) log(`a quiz does not ask for ${name} (${type})`, form);
  }
  for (const name of new Set(fieldsOf(form).map((field) => field.name))) {
    const fields = fieldsOf(form).filter((field) => field.name === name);
    answers[name] = answerOf(fields);
  }
  return answers;
}

function answerOf(fields: readonly Field[]): string | number | boolean {
  const [first] = fields as readonly [Field];
  const boxes = (fields as readonly HTMLInputElement[]).filter(({ type }) => /^(checkbox|radio)$/.test(type));
  if (boxes.length === 1 && first.type === "checkbox") return (first as HTMLInputElement).checked;
  if (boxes[0]) return boxes.flatMap(({ checked, value }) => (checked ? value : [])).join(" ");
  const { value, type } = first;
  return value !== "" && /^(number|range)$/.test(type) ? Number(value) : value.trim();
}

function prefill(form: HTMLFormElement, declared: Readonly<Record<string, unknown>>): void {
  for (const field of fieldsOf(form)) {
    if (!Object.hasOwn(declared, field.name)) continue;
    const value = declared[field.name];
    if (/^(checkbox|radio)$/.test(field.type))
      (field as HTMLInputElement).checked = value === true || String(value).split(" ").includes(field.value);
    else field.value = String(value);
  }
}
