/** What the recap adds to the theme of the panel; where the visitor's own colours are forced, the picture is a line drawing. */
export const recapStyle = `:host{display:block!important}
[part=panel]{display:block;background:var(--b)}
[part=body]{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(19em,100%),1fr));gap:1.5em 2.2em}
[part=picture],[part=words]{display:grid;gap:.8em;place-content:start stretch;justify-items:start}
[part=picture]{max-inline-size:27em}
[part=intro]{color:var(--q);margin-block-start:.3em}
[part=numbers]{font-weight:600;margin-block-start:.5em}
b:first-letter{text-transform:uppercase}
svg{inline-size:100%;border-radius:calc(var(--r)*1.5)}
path{fill:none;stroke-width:1.6px}
text{fill:var(--c);font-size:16px}
[part=paper]{fill:var(--b)}
[part=hill],[part=meadow]{fill:var(--a)}
[part=pole],[part=bird]{stroke:var(--c)}
[part=sun],[part=flag],[part=tent],[part=flower]{fill:var(--heim-recap-sun,#f2b134)}
[part=stem]{stroke:var(--o)}
[part=label]{text-anchor:middle;font-weight:600}
[part=shop]{font-size:30px;font-weight:700}
[part=foot]{fill:var(--o);font-size:14px}
h3{margin-block-end:.25em}
ul{list-style:none;display:grid;gap:.35em}
li{display:flex;flex-wrap:wrap;gap:0 .7em;align-items:baseline}
[part=head],[part=silence]{grid-column:1/-1}
[part=silence]{padding:1.1em 1.2em;border:1px solid #868e96;border-inline-start:4px solid var(--a);border-radius:var(--r);background:var(--f)}
@media(forced-colors:active){path[part]{fill:Canvas;fill-opacity:1;stroke:CanvasText}text[part]{fill:CanvasText;stroke:Canvas;stroke-width:4px;paint-order:stroke}svg{border-radius:0}}
@media print{[part=panel]{color-scheme:light}button{display:none}}`;
