import { draw, type Drawing } from "./draw.js";
import type { BannerPorts } from "./ports.js";
import { sheetFor } from "./style.js";
import type { Stop } from "../../kernel/index.js";

/** The element, once it is defined. */
export interface ConsentBannerElement extends HTMLElement {
  /** Opens the preference dialog, e.g. from the shop's own link; focus returns to that link. */
  open(): void;
}

/**
 * Defines `<heim-consent>`, the banner for shops that have none. To be called once the client knows whether there is a choice:
 * the element asks as soon as it is defined, if nothing has been chosen. A second call, or a name already taken, does nothing.
 *
 * Attributes: `notice` (address of the privacy notice), `controller` (name of the shop), `lang`, `hide-reopen` (the shop has
 * a link of its own that calls `open()`), `hidden` (on this page it does not ask, but `open()` works).
 * Its place is the end of `<body>`, once per page; as it covers the foot of the window while it asks, give the page
 * `html { scroll-padding-block-end: 10rem }`, so that what has the focus is never under it.
 * @see https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum.html
 * @example
 * defineConsentBanner(window, { ...client.consent, log: console.warn });
 * // <heim-consent notice="/privacy/" controller="Almweg"></heim-consent>
 * // document.querySelector("heim-consent")?.open?.()
 */
export function defineConsentBanner(window: Window & typeof globalThis, ports: BannerPorts): void {
  const { customElements } = window;
  if (customElements.get("heim-consent")) return;
  const sheet = sheetFor(window, ports.log);

  class Banner extends window.HTMLElement implements ConsentBannerElement {
    static readonly observedAttributes = ["notice", "controller", "lang", "hide-reopen"];
    readonly #root = this.attachShadow({ mode: "open" });
    #drawing: Drawing | undefined;
    #stop: Stop | undefined;

    connectedCallback(): void {
      this.#root.adoptedStyleSheets = sheet;
      this.#stop ??= ports.on(() => this.#drawing?.update());
      this.#drawing = draw(this.#root, ports);
    }

    disconnectedCallback(): void {
      this.#stop?.();
      this.#stop = undefined;
    }

    attributeChangedCallback(): void {
      if (this.#drawing && this.isConnected) this.#drawing = draw(this.#root, ports);
    }

    open(): void {
      this.#drawing?.open();
    }
  }
  customElements.define("heim-consent", Banner);
}
