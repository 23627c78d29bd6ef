/** The element's look, by the panel's variables. Those of one letter are out of the page's reach on an inner element. */
export const exchangeStyle = `:host(:not([hidden])){display:block!important}
[part=panel]{all:initial;color-scheme:inherit;display:block;--c:var(--heim-color,#1c1f23);--a:var(--heim-accent,#1d4f7a);padding:.8em 1em;border-inline-start:4px solid var(--a);border-radius:0 var(--heim-radius,.5em) var(--heim-radius,.5em) 0;background:var(--heim-background,#f2f5f7);color:var(--c);font:medium/1.5 var(--heim-font,system-ui,sans-serif);overflow-wrap:anywhere}
@supports(color:light-dark(#000,#fff)){[part=panel]{--c:var(--heim-color,light-dark(#1c1f23,#f1f3f5));--a:var(--heim-accent,light-dark(#1d4f7a,#a8d0f0));background:var(--heim-background,light-dark(#f2f5f7,#1f2429))}}
p,ul{margin:0;padding:0}
p+p{margin-block-start:.4em}
ul{font-weight:600;margin-block:.2em .5em}
li{display:grid;grid-template-columns:1fr auto;gap:0 1em;padding-block:.3em}
small,[part=note]{grid-column:1;font-size:.875em;font-weight:400}
[part=note]:not(:empty){margin-block-start:.4em}
button{all:unset;grid-area:1/2/3;align-self:center;color:var(--a);text-decoration:underline;padding:.3em;cursor:pointer}
:focus-visible{outline:3px solid}
@media print{button{display:none}}`;
