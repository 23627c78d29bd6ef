/**
 * The "i", which is no text of the page's: out of the flow, in the corner of the box it stands in. The page's own rules come first in a shadow host's style,
 * whence the `!important`. Places: https://drafts.csswg.org/css-scoping/#host-selector
 */
export const buttonStyle = `:host{all:initial!important;color-scheme:inherit!important;position:absolute!important;z-index:var(--heim-why-z,1)!important;inset-block:var(--heim-why-inset,6px) auto!important;inset-inline:auto var(--heim-why-inset,6px)!important;line-height:0!important}
:host([place*=left]){right:auto!important;left:var(--heim-why-inset,6px)!important}
:host([place*=right]){left:auto!important;right:var(--heim-why-inset,6px)!important}
:host([place*=bottom]){top:auto!important;bottom:var(--heim-why-inset,6px)!important}
:host([place*=small]){margin:-18px!important}
:host([place*=after]){inset:auto!important;margin-block-start:-30px!important;margin-inline-start:6px!important}
button{all:unset;box-sizing:border-box;position:relative;display:block;inline-size:24px;block-size:24px;border:1px solid #5c636a;border-radius:50%;background:var(--heim-why-background,#fffffff0);color:var(--heim-why-color,#1c1f23);font:italic 700 15px/22px Georgia,serif;text-align:center;cursor:pointer}
button:before{content:"i"}
button:hover{border-color:currentcolor;box-shadow:0 1px 4px #0005}
button:focus-visible{outline:3px solid #1c1f23;outline-offset:1px;box-shadow:0 0 0 6px #fff}
@media(pointer:coarse){button:after{content:"";position:absolute;inset:-8px}}
@supports(color:light-dark(#000,#fff)){button{background:var(--heim-why-background,light-dark(#fffffff0,#1f2429f0));color:var(--heim-why-color,light-dark(#1c1f23,#f1f3f5));border-color:light-dark(#5c636a,#adb5bd)}}
@media print{:host{display:none!important}}`;

/** What makes a slot the box its "i" stands in, where it is not one yet. */
export const boxStyle = ".heim-why-box{position:relative}@media print{.heim-why-box>heim-why{display:none}}";
