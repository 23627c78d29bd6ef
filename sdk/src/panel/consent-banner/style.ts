import type { Log } from "../../kernel/index.js";
import { sheetOf } from "../sheet.js";

/**
 * The banner's style sheet. It has no motion, so there is none to reduce. `em` counts from the visitor's own font size, since
 * `all: initial` cuts what the page would hand down. Variables of one letter are out of the page's reach on an inner element.
 */
export const style = `:host{all:initial!important;display:contents!important}
[lang]{--c:var(--heim-color,#1c1f23);--b:var(--heim-background,#fff);--a:var(--heim-accent,#1d4f7a);--o:var(--heim-on-accent,#fff);--r:var(--heim-radius,.5em);color-scheme:light;display:contents;color:var(--c);font:1em/1.45 var(--heim-font,system-ui,sans-serif);overflow-wrap:anywhere;hyphens:auto;hyphenate-limit-chars:14 5 5;text-align:start}
[lang]:dir(rtl){text-align:right}
@media(prefers-color-scheme:dark){[lang]{--c:var(--heim-color,#f1f3f5);--b:var(--heim-background,#1f2429);--a:var(--heim-accent,#a8d0f0);--o:var(--heim-on-accent,#10202e);color-scheme:dark}}
section,dialog,[part~=reopen]{box-sizing:border-box;background:var(--b);color:var(--c);border:1px solid #868e96;box-shadow:0 .1em 1.5em #0004}
section,[part~=reopen]{position:fixed;inset-block-end:0;z-index:var(--heim-z,2147483000)}
section{inset-inline:0;display:flex;flex-wrap:wrap;align-items:center;gap:1em 3em;max-block-size:75vh;overflow:auto;padding:1em max(1em,50% - 36em) calc(1em + env(safe-area-inset-bottom));border-width:1px 0 0}
section>div{flex:3 1 22em}
section>[part=buttons]{flex:1 1 18em}
h2{font-size:1.15em;line-height:1.3;margin:0 0 .3em}
p{font-size:.93em;margin:0}
p,h2,label,button{unicode-bidi:plaintext}
a{color:inherit}
button{font:inherit;color:inherit;background:none;border:2px solid;border-radius:var(--r);min-block-size:2.75em;padding:.4em .8em;cursor:pointer;overflow-wrap:inherit}
[part=buttons]{display:flex;flex-wrap:wrap;gap:.6em}
[part=buttons] button{flex:1 1 8em;font-weight:600}
[part~=accept],[part~=reject],[part~=save]{background:var(--a);color:var(--o);border-color:var(--a)}
[part=buttons] :is([part~=choose],[part~=save]){flex-basis:100%}
:focus-visible{outline:3px solid var(--c);outline-offset:2px;box-shadow:0 0 0 2px var(--b)}
dialog{max-inline-size:min(34em,100% - 2em);max-block-size:calc(100% - 2em);overflow:auto;padding:min(1.5em,6vw);border-radius:var(--r)}
dialog::backdrop{background:#0008}
[part~=close]{float:inline-end;min-inline-size:2.75em;margin:max(-.9em,-4vw);margin-inline-start:.5em;border-color:#0000;font-size:1.1em}
[part=option]{margin-block:1em}
[part=option] p{margin-inline-start:2.25em}
label{display:flex;align-items:center;gap:.7em;min-block-size:2em;font-weight:600;cursor:pointer}
input{flex:none;font:inherit;inline-size:1.4em;block-size:1.4em;margin:0;accent-color:var(--a)}
[part~=reopen]{inset-inline-start:0;margin:.7em;min-block-size:0;font-size:.8em;border-width:1px}
[part~=reopen]:after{content:"";position:absolute;inset:-.6em}
[hidden],:host([hidden]) :is(section,[part~=reopen]){display:none}
@media print{[lang]{display:none}}`;

/** The banner's style sheet. */
export const sheetFor = (window: Window & typeof globalThis, log: Log): CSSStyleSheet[] =>
  sheetOf(window, style, (error) => log("<heim-consent> is shown without its style", error));
