/** The inspector's style sheet: made with script, which `style-src` does not forbid. It has no motion. */
export const style = `:host{all:initial!important;display:contents!important}
[lang]{--c:#1c1f23;--m:#565d64;--b:#fff;--f:#f3f5f7;--l:#d5dadf;--a:#1d4f7a;--on:#fff;--personalized:#1b6e3c;--held:#8a5300;--wrong:#b3261e;color-scheme:light;display:contents;color:var(--c);font:14px/1.45 system-ui,sans-serif;overflow-wrap:anywhere;text-align:start}
@media(prefers-color-scheme:dark){[lang]{--c:#eceff2;--m:#aeb6be;--b:#1b1f23;--f:#262b31;--l:#3d444c;--a:#9ccbf0;--on:#10202e;--personalized:#7fd6a0;--held:#f0bd6b;--wrong:#ff9d94;color-scheme:dark}}
[hidden]{display:none!important}
.boxes{position:fixed;inset:0;z-index:2147483646;pointer-events:none;overflow:hidden}
.box{position:absolute;inset:0 auto auto 0;box-sizing:border-box;border:2px dashed var(--s);border-radius:4px;box-shadow:0 0 0 1px #fff8,inset 0 0 0 1px #fff8}
.box span{position:absolute;inset:0 auto auto 0;max-inline-size:100%;box-sizing:border-box;padding:0 .5em;border-radius:2px 0 4px;background:var(--s);color:var(--b);font-size:12px;font-weight:600;pointer-events:auto;cursor:pointer}
[data-state]{--s:var(--m)}
[data-state=personalized]{--s:var(--personalized)}
.box[data-state=personalized]{border-style:solid}
[data-state=holdout],[data-state=capped],[data-state=timeout],[data-state=warning]{--s:var(--held)}
[data-state=conflict],[data-state=error]{--s:var(--wrong)}
.panel{position:fixed;inset:12px 12px auto auto;z-index:2147483647;display:flex;flex-direction:column;box-sizing:border-box;inline-size:min(24rem,100vw - 24px);max-block-size:calc(100vh - 24px);max-block-size:calc(100dvh - 24px);background:var(--b);border:1px solid var(--l);border-radius:12px;box-shadow:0 8px 32px #0005;outline:none}
header{display:flex;align-items:center;gap:4px;padding:6px 6px 6px 14px}
h2{flex:1;margin:0;font-size:15px;line-height:1.3}
h3{display:inline;margin:0;font-size:14px}
p,ul,dl{margin:0 0 8px;padding:0}
ul{list-style:none}
.body{overflow:auto;border-block-start:1px solid var(--l)}
.body>*{padding:0 14px;margin:0;border-block-end:1px solid var(--l)}
.body>:last-child{border:0}
.body>details>summary{padding:10px 0}
summary{cursor:pointer;padding:6px 0;border-radius:4px}
.body>[role=status]{padding:0}
[role=status]:empty{display:none}
.notice{padding:10px 14px 1px;background:var(--f)}
.notice p{font-weight:600}
.slot{margin:0 0 8px;padding:0 10px;border:1px solid var(--l);border-radius:8px}
.slot>summary{display:flex;flex-wrap:wrap;align-items:center;gap:2px 8px}
.slot>summary:before{content:"›";color:var(--m);font-weight:700}
.slot[open]>summary:before{rotate:90deg}
.chip{margin-inline-start:auto;padding:0 8px;border:1px solid;border-radius:99px;color:var(--s);font-size:12px;font-weight:600;white-space:nowrap}
.sub{flex-basis:100%;padding-inline-start:14px;color:var(--m)}
li{padding:6px 0 6px 10px;margin:0 0 6px;border-inline-start:3px solid var(--s,var(--l))}
li p,li dl{margin:0}
li dl{padding-inline-start:10px}
li button{margin-block-start:6px}
code,dl{font:12px/1.5 ui-monospace,SFMono-Regular,Menlo,monospace}
code{display:block;color:var(--m)}
dl{display:grid;grid-template-columns:auto auto;justify-content:start;gap:0 12px}
dl.all{grid-template-columns:1fr auto;justify-content:stretch}
dt{color:var(--m)}
dd{margin:0;font-weight:600}
button,input,a{box-sizing:border-box;font:inherit;color:inherit;min-block-size:32px;border-radius:6px}
button{padding:2px 10px;background:none;border:1px solid var(--l);cursor:pointer}
button:hover{background:var(--f)}
button:disabled{color:var(--m);cursor:default}
[aria-pressed=true]{background:var(--a);color:var(--on);border-color:var(--a)}
header button{min-inline-size:36px;min-block-size:36px;border-color:#0000;font-size:18px;line-height:1}
input{inline-size:100%;min-inline-size:0;padding:2px 8px;background:var(--b);border:1px solid var(--m)}
a{display:inline-flex;align-items:center;padding:0 4px;color:var(--a)}
.row{display:flex;flex-wrap:wrap;gap:6px;margin-block-end:10px}
form,.set{display:grid;grid-template-columns:minmax(0,1fr) 6em;gap:6px;align-items:end;margin-block-end:10px}
form{grid-template-columns:minmax(0,1fr) 6em auto}
.set{align-items:center;margin-block-end:6px}
.set span{font:12px ui-monospace,SFMono-Regular,Menlo,monospace}
:focus-visible{outline:3px solid var(--a);outline-offset:1px}
.panel:focus{outline:0}
@media(max-width:40rem){.panel{inset:auto 0 0;inline-size:auto;max-block-size:55vh;max-block-size:55dvh;border-width:1px 0 0;border-radius:12px 12px 0 0;padding-block-end:env(safe-area-inset-bottom)}button,input,a{min-block-size:40px}.body summary{padding-block:12px}}
@media print{[lang]{display:none}}`;
