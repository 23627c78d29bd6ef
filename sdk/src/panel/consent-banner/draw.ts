import { drawBanner } from "./draw-banner.js";
import { drawDialog } from "./draw-dialog.js";
import { buttonOf, makerFor, type Maker } from "../parts.js";
import type { Pens } from "./pens.js";
import { purposes, type BannerPorts, type Choice } from "./ports.js";
import { languageOf } from "../language.js";
import { bannerTexts } from "./texts.js";
import type { Log } from "../../kernel/index.js";

/** What has been drawn into an element. */
export interface Drawing {
  /** Shows what belongs to the choice as it stands: the banner before there is one, then the way back to it. */
  update(): void;
  /** Opens the preference dialog. */
  open(): void;
}

/** Draws banner, dialog and the button that leads back, in the language of the place; what was drawn before goes. */
export function draw(root: ShadowRoot, { get, set, log }: BannerPorts): Drawing {
  const { host } = root;
  const make = makerFor(host.ownerDocument);
  const language = languageOf(host);
  const t = bannerTexts[language];
  const decide = (choice: Choice): void => {
    // Closed first: the focus goes back to the opener while that can still be seen.
    dialog.close();
    set(choice);
    update();
  };
  const pens: Pens = { make, t, get, decide, notice: noticeOf(host, make, log) };
  const { dialog, open } = drawDialog(pens);
  const banner = drawBanner(pens, host.getAttribute("controller"), open);
  const reopen = buttonOf(make, "reopen", open, t.reopen);
  const update = (): void => {
    const choice = get();
    const asks = purposes.every((purpose) => choice[purpose] === "unknown");
    const focused = banner.contains(root.activeElement);
    banner.hidden = !asks;
    reopen.hidden = asks || host.hasAttribute("hide-reopen");
    // What had the focus is gone; the way back is what stands in its place.
    if (focused && !asks) reopen.focus();
  };
  root.replaceChildren(make("div", { lang: language }, banner, dialog, reopen));
  update();
  return { update, open };
}

/** Only a web address becomes a link; `javascript:` and its like do not. */
function noticeOf(host: Element, make: Maker, log: Log): string | undefined {
  const href = host.getAttribute("notice")?.trim();
  if (!href || /^https?:$/.test(make("a", { href }).protocol)) return href;
  log(`<heim-consent>: the notice is no web address: ${href}`);
  return undefined;
}
