/** What the preferences add to the look of the panel. */
export const preferencesStyle = `:host{display:block!important}
[part=panel]{display:block;background:var(--b);padding:1px 0}
[part~=intro],[part~=note]{margin-block:.3em .9em;color:var(--q)}
[part~=status]{min-block-size:1.5em;color:var(--q)}
[part~=body]{display:grid;gap:2.2em}
section,fieldset{display:grid;gap:.7em;align-content:start}
[part~=note]{margin-block:-.4em .2em}
h2,legend{font-size:1.15em;font-weight:600;line-height:1.3}
ul,ol{list-style:none}
fieldset{border:0}
legend{margin-block-end:.6em}
[part=options]{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(12.5em,100%),1fr));gap:.6em}
[part~=option]{display:flex;gap:.75em;padding:.75em .9em;border:1px solid #868e96;border-radius:var(--r);cursor:pointer}
[part~=option]:hover{background:var(--f)}
[part~=option]:has(:checked){border-color:var(--a);box-shadow:inset 0 0 0 1px var(--a);background:var(--f)}
[part~=option] span{display:grid;gap:.15em;align-content:start}
input[type=radio],input[type=checkbox]{flex:none;inline-size:1.3em;block-size:1.3em;accent-color:var(--a)}
[role=switch]{appearance:none;position:relative;inline-size:2.3em!important;border:1px solid var(--q);border-radius:1em;background:var(--b);cursor:pointer}
[role=switch]:before{content:"";position:absolute;inset-block:.15em;inset-inline-start:.15em;inline-size:.9em;border-radius:50%;background:var(--q);border:.45em solid #0000;box-sizing:border-box}
[role=switch]:checked{background:var(--a);border-color:var(--a)}
[role=switch]:checked:before{inset-inline-start:auto;inset-inline-end:.15em;background:var(--o)}
@media(forced-colors:active){[role=switch]:before{background:ButtonText}[role=switch]:checked{forced-color-adjust:none;background:Highlight;border-color:Highlight}[role=switch]:checked:before{background:HighlightText}}
[part~=rows]{display:grid}
[part~=topic]{display:grid;grid-template-columns:1fr minmax(8em,14em);gap:.15em 1.5em;align-items:center;padding-block:.8em;border-block-start:1px solid #868e9666}
[part~=topic]:last-child{border-block-end:1px solid #868e9666}
[part~=evidence]{grid-column:1}
[part~=bar]{display:flex;align-items:center;gap:.6em}
[part~=percent]{font-size:.875em;min-inline-size:3.2em;text-align:end;font-variant-numeric:tabular-nums}
meter{appearance:none;flex:1;min-inline-size:0;inline-size:100%;block-size:.6em;border:1px solid #868e96;border-radius:1em;background:var(--f);overflow:hidden}
meter::-webkit-meter-bar{grid-row:1/-1;background:#0000;border:0}
meter::-webkit-meter-optimum-value{background:var(--a)}
meter::-moz-meter-bar{background:var(--a)}
[part~=muted] meter::-webkit-meter-optimum-value{background:#868e96}
[part~=muted] meter::-moz-meter-bar{background:#868e96}
[part~=buttons]{display:flex;flex-wrap:wrap;gap:.4em}
[part~=topic] [part~=buttons]{grid-column:1/-1;margin-block-start:.45em}
[part~=topic] button,[part~=answer] button{min-block-size:2.1em;padding:.15em .7em;font-size:.9em}
[part~=answer]{display:flex;flex-wrap:wrap;gap:.5em;align-items:end}
[part~=answer] label{display:grid;gap:.15em;flex:1 1 12em;max-inline-size:24em;font-size:.9em}
[part~=answer] span{text-transform:capitalize}
input:is([type=text],[type=number]){inline-size:100%;padding:.3em .6em;min-block-size:2.1em;border:1px solid #868e96;border-radius:var(--r);background:var(--b)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.3em 1.2em}
[part~=answers]{display:grid;gap:.9em}
[part~=answers] li{display:grid;gap:.1em;padding-inline-start:.8em;border-inline-start:3px solid #868e96}
summary{cursor:pointer;padding-block:.5em}
[part~=question]:not([hidden]){display:grid;gap:.8em;padding:1em;border:2px solid #c92a2a;border-radius:var(--r)}
[part~=question] p{display:grid;gap:.2em}
button[part~=yes]{background:#b02525;border-color:#b02525;color:#fff}
[part~=erased],[part~=empty]{display:grid;gap:.2em;padding:1.1em 1.2em;border:1px solid #868e96;border-inline-start:4px solid var(--a);border-radius:var(--r);background:var(--f)}
@media(max-width:34em){[part~=answer] label{flex-basis:100%}[part~=topic]{grid-template-columns:1fr}[part~=bar]{margin-block:.3em}}
@media print{button,input,[part~=status]{display:none}}`;
