/**
 * What all of the panel looks like. `all: initial` cuts what the page would hand down, so that sizes count from the visitor's own
 * font size; but it is dark where the page is, by `color-scheme`. Variables of one letter are out of the page's reach on an inner
 * element. There is no motion, so none to reduce.
 */
export const theme: string = `[part=panel]{all:initial;color-scheme:inherit;--c:var(--heim-color,#1c1f23);--b:var(--heim-background,#fff);--a:var(--heim-accent,#1d4f7a);--o:var(--heim-on-accent,#fff);--r:var(--heim-radius,.5em);--q:#5c636a;--f:#1d4f7a12;color:var(--c);font:medium/1.5 var(--heim-font,system-ui,sans-serif);overflow-wrap:break-word;text-align:start}
@supports(color:light-dark(#000,#fff)){[part=panel]{--c:var(--heim-color,light-dark(#1c1f23,#f1f3f5));--b:var(--heim-background,light-dark(#fff,#1f2429));--a:var(--heim-accent,light-dark(#1d4f7a,#a8d0f0));--o:var(--heim-on-accent,light-dark(#fff,#10202e));--q:light-dark(#5c636a,#b4bbc2);--f:light-dark(#1d4f7a12,#a8d0f01c)}}
*{box-sizing:border-box;margin:0;padding:0;min-inline-size:0}
h2{font-size:1.3em;line-height:1.25}
b,h3,dt{font-weight:600}
button,input{font:inherit;color:inherit}
button{background:none;border:1px solid #868e96;border-radius:var(--r);padding:.45em .8em;min-block-size:2.75em;cursor:pointer}
button:hover{border-color:currentcolor;background:var(--f)}
button[part~=main]{background:var(--a);color:var(--o);border-color:var(--a);font-weight:600}
:focus-visible{outline:3px solid var(--c);outline-offset:2px}
small,[part~=note]{font-size:.875em;color:var(--q)}
[hidden]{display:none}`;

/** The same, and what its dialogs look like. */
export const look: string = `${theme}
button[part~=close]{float:inline-end;inline-size:2.2em;min-block-size:0;block-size:2.2em;padding:0;border-color:#0000;font-size:1.25em;line-height:1;margin-block:-.4em 0;margin-inline:.4em -.5em}
dialog{inline-size:min(27em,100% - 2em);max-inline-size:none;max-block-size:calc(100% - 2em);overflow:auto;margin:auto;border:1px solid #868e96;border-radius:calc(var(--r)*1.5);background:var(--b);color:var(--c);box-shadow:0 .4em 2em #0005}
dialog::backdrop{background:#0005}
[part~=sheet]{padding:1.25em 1.4em 1.3em}
@media(max-width:40em){dialog{inline-size:100%;margin:auto 0 0;border-width:1px 0 0;border-end-start-radius:0;border-end-end-radius:0}[part~=sheet]{padding-block-end:calc(1.3em + env(safe-area-inset-bottom))}}`;
