import type { AttributeFault } from "./lint-attributes.js";
import { attributeOf, descendants, type Markup } from "./markup.js";

/** What is wrong with the fields of a form that is a quiz. */
export function* lintQuiz(form: Markup): Generator<AttributeFault & { element: Markup }> {
  const fields = [...descendants(form)].filter(
    (element) => /^(input|select|textarea)$/.test(element.tag) && attributeOf(element, "name"),
  );
  if (fields.length === 0)
    yield {
      ...{ element: form, rule: "quiz-fields" },
      message: "this quiz has no fields with a name: it asks nothing",
      remedy: "give each field a name",
    };
  for (const element of fields) {
    const type = attributeOf(element, "type")?.toLowerCase() ?? "";
    if (!/^(email|tel|password|file)$/.test(type)) continue;
    yield {
      ...{ element, rule: "quiz-fields", attribute: "type" },
      message: `a quiz does not ask for ${attributeOf(element, "name") ?? ""} (${type})`,
      remedy: "leave the field out",
    };
  }
}
