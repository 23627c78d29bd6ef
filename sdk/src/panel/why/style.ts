const host = ":host{all:initial!important;display:contents!important;color-scheme:inherit!important}";

/** What the answer adds to the look of the panel; on a wide screen a rule made at opening puts it beside its "i". */
export const whyStyle: string = `${host}
h2{font-size:1em;color:var(--q);margin-block-end:.5em}
[part~=reason]{font-size:1.2em;line-height:1.4;margin-block-end:.9em}
h3{font-size:.875em;margin-block-end:.2em}
dl{margin-block-end:.7em;border-inline-start:3px solid var(--a);padding-inline-start:.8em;font-size:.925em}
dd{color:var(--q)}
dd+dt{margin-block-start:.4em}
[part~=actions]{display:grid;gap:.5em;margin-block-start:1em}
[part~=actions] button{display:grid;gap:.1em;text-align:start;padding:.55em .9em}
[part~=all]{justify-self:start}
@media(min-width:40.01em){dialog::backdrop{background:#0002}}`;

/** The same for a dialog that shows all that is known. */
export const allStyle: string = `${host}
@media(min-width:40.01em){dialog{inline-size:min(46em,100% - 2em)}}`;

/** So much room, in CSS pixels, between the answer and its "i", and between the answer and the window's edge. */
const gap = 8;

/** The rule that puts a box of a size below what opened it, where that ends, and always within the window. */
export function besideRule(
  opener: Pick<DOMRect, "bottom" | "right">,
  box: { width: number; height: number },
  view: { innerWidth: number; innerHeight: number },
): string {
  const within = (start: number, size: number, room: number): number =>
    Math.round(Math.max(gap, Math.min(start, room - size - gap)));
  const top = within(opener.bottom + gap, box.height, view.innerHeight);
  const left = within(opener.right - box.width, box.width, view.innerWidth);
  return `@media(min-width:40.01em){dialog{margin:0;inset:${top}px auto auto ${left}px}}`;
}
