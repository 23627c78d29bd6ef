import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** HTML that is already escaped. */
export type Markup = HtmlEscapedString;

type Value = Markup | string | number | undefined | readonly Value[];

/**
 * Escaped HTML from a template: every value that is not itself markup is escaped, lists are joined.
 * @example markup`<p>${userText}</p>`
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  // Hono answers with a promise only when a value is one, and `Value` has none.
  return html(strings, ...values) as Markup;
}

/**
 * A data block: JSON that no browser executes, so that a strict policy needs no exception for it.
 * Only `<` needs escaping there, for the sake of `</script>` and `<!--`.
 */
export function dataBlock(type: string, data: unknown, id?: string): Markup {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  const name = id === undefined ? "" : ` id="${id}"`;
  return raw(`<script type="${type}"${name}>${json}</script>`);
}

/** A script whose text stands in the page; its hash has to be in the policy. */
export function inlineScript(code: string): Markup {
  return raw(`<script>${code}</script>`);
}
