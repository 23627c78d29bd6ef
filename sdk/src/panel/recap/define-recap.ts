import type { Stop } from "../../kernel/index.js";
import { download } from "../download.js";
import { languageOf } from "../language.js";
import { theme } from "../look.js";
import { buttonOf, makerFor } from "../parts.js";
import { sheetOf } from "../sheet.js";
import { drawRecap } from "./draw-recap.js";
import { savePicture } from "./picture.js";
import type { RecapPorts } from "./ports.js";
import { recapStyle } from "./style.js";
import { recapTexts } from "./texts.js";

/**
 * Defines `<heim-recap>`: what a visitor may look back on, as words and as a picture to keep. It follows every change, whoever made
 * it. The attribute `shop` is the shop's name in the picture, instead of its host. A second call hands over to another client.
 * @example
 * defineRecap(window, ports);
 * // <heim-recap shop="Almweg"></heim-recap>
 */
export function defineRecap(window: Window & typeof globalThis, ports: RecapPorts): void {
  const { customElements } = window;
  const defined = customElements.get("heim-recap") as { ports?: RecapPorts } | undefined;
  if (defined) {
    defined.ports = ports;
    return;
  }
  const sheet = sheetOf(window, theme + recapStyle, (error) =>
    ports.log("<heim-recap> is shown without its style", error),
  );

  class RecapElement extends window.HTMLElement {
    /** Those of the client that runs: an earlier one may have been stopped. */
    static ports: RecapPorts = ports;
    #stop: Stop | undefined;

    connectedCallback(): void {
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = sheet;
      const update = createDrawing(window, root, RecapElement.ports);
      this.#stop ??= RecapElement.ports.on(update);
      update();
    }

    disconnectedCallback(): void {
      this.#stop?.();
      this.#stop = undefined;
    }
  }
  customElements.define("heim-recap", RecapElement);
}

/** The content of one element; returns what brings it up to date. */
function createDrawing(window: Window & typeof globalThis, root: ShadowRoot, ports: RecapPorts): () => void {
  const { host, ownerDocument: document } = root;
  const lang = languageOf(host);
  const t = recapTexts[lang];
  const make = makerFor(document);
  const body = make("div", { part: "body" });
  const status = make("p", { part: "status", role: "status" });
  root.replaceChildren(make("div", { part: "panel", lang, dir: "ltr" }, body, status));

  async function save(): Promise<void> {
    status.textContent = "";
    const svg = body.querySelector("svg");
    if (svg) download(make, `${window.location.hostname}.png`, await savePicture(window, svg));
  }
  const button = buttonOf(make, "save", () => void save().catch(failed), t.save);
  function failed(error: unknown): void {
    status.textContent = t.failed;
    ports.log("the picture is not saved", error);
  }
  // Of several readings under way the last one begun is shown, and what is the same is not drawn again.
  let reading = 0;
  let drawn = "";

  async function show(): Promise<void> {
    const now = ++reading;
    const recap = await ports.read(lang);
    const same = JSON.stringify(recap);
    if (now !== reading || same === drawn) return;
    drawn = same;
    const focused = root.activeElement === button;
    const shop = host.getAttribute("shop");
    body.replaceChildren(
      ...(typeof recap === "string"
        ? [make("p", { part: "silence" }, t.silence[recap])]
        : drawRecap({ document, make, t, lang, button }, { ...recap, ...(shop && { shop }) })),
    );
    if (focused && button.isConnected) button.focus({ preventScroll: true });
  }
  return () => void show().catch((error: unknown) => ports.log("<heim-recap>", error));
}
