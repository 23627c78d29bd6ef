import type { Stop } from "../../kernel/index.js";
import { languageOf } from "../language.js";
import { makerFor } from "../parts.js";
import { sheetOf } from "../sheet.js";
import { draw, wordsOf } from "./draw.js";
import type { ExchangePorts, ExchangeView } from "./ports.js";
import { exchangeStyle } from "./style.js";
import { exchangeTexts } from "./texts.js";

/** So long, in ms, a pause in typing is. */
const pause = 400;

/**
 * Defines `<heim-exchange>`: in a quiz it says what the answer that is about to be given would change on this page, and, once it
 * is given, what it has changed. A second call hands over to another client.
 * @example
 * defineExchange(window, ports);
 * // <form data-heim-quiz="tour" method="dialog">… <heim-exchange></heim-exchange> <button>That is me</button></form>
 */
export function defineExchange(window: Window & typeof globalThis, ports: ExchangePorts): void {
  const { customElements } = window;
  const defined = customElements.get("heim-exchange") as { ports?: ExchangePorts } | undefined;
  if (defined) {
    defined.ports = ports;
    return;
  }
  const sheet = sheetOf(window, exchangeStyle, (error) =>
    ports.log("<heim-exchange> is shown without its style", error),
  );

  class Exchange extends window.HTMLElement {
    /** Those of the client that runs: an earlier one may have been stopped. */
    static ports: ExchangePorts = ports;
    #stop: Stop | undefined;

    connectedCallback(): void {
      const form = this.closest("form");
      if (!form) return ports.log("<heim-exchange> belongs in a form with data-heim-quiz", this);
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = sheet;
      this.#stop ??= follow(form, Exchange.ports, createSpeech(root));
    }

    disconnectedCallback(): void {
      this.#stop?.();
      this.#stop = undefined;
    }
  }
  customElements.define("heim-exchange", Exchange);
}

/** Follows a form, and says what its answers would do. */
function follow(form: HTMLFormElement, ports: ExchangePorts, say: ReturnType<typeof createSpeech>): Stop {
  const window = form.ownerDocument.defaultView as Window & typeof globalThis;
  const ended = new AbortController();
  let view: ExchangeView | undefined;
  /** What was said of the answers when they were given. */
  let given: ExchangeView | undefined;
  let isChosen = false;
  let timer = 0;
  const update = (): void => {
    view = ports.foresee(form);
    if (!view) return;
    if (view.use !== "all") given = undefined;
    say(given ? outcomeOf(given) : { ...view, empty: view.empty && !isChosen }, !!given);
  };
  const within = (ms: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(update, ms);
  };
  const hear = (target: EventTarget, type: string, act: (event: Event) => void): void =>
    target.addEventListener(type, act, { capture: true, signal: ended.signal });
  for (const type of ["input", "change", "reset"])
    hear(form, type, () => {
      given = undefined;
      isChosen = true;
      within(type === "input" ? pause : 0);
    });
  // Before the quiz itself hears of it: what is compared afterwards is what was last said.
  hear(window, "submit", ({ target }) => target === form && update());
  hear(form, "heim:quiz", () => {
    given = view;
    update();
  });
  const soon = (): void => within(0);
  const stop = ports.on(soon);
  // The quiz fills in what was told before, and says so here.
  const filled = new window.MutationObserver(soon);
  filled.observe(form, { attributeFilter: ["data-heim-state"] });
  update();
  return () => {
    window.clearTimeout(timer);
    ended.abort();
    filled.disconnect();
    stop();
  };
}

/** What has become of a place that was to change: it may have been seen, or have left the view, meanwhile. */
function outcomeOf(view: ExchangeView): ExchangeView {
  const places = [...view.once, ...view.later];
  return {
    ...view,
    empty: false,
    once: places.filter((place) => place.isDone()),
    later: places.filter((place) => !place.isDone()),
  };
}

/** What says a view in an element; where it says the same as before, nothing is touched. */
function createSpeech(root: ShadowRoot): (view: ExchangeView, isGiven: boolean) => void {
  const lang = languageOf(root.host);
  const t = exchangeTexts[lang];
  const make = makerFor(root.host.ownerDocument);
  const status = make("div", { role: "status" });
  const note = make("p", { part: "note" });
  root.replaceChildren(make("div", { part: "panel", lang, dir: "ltr" }, status, note));
  return (view, isGiven) => {
    const { use, empty } = view;
    const words =
      use !== "all" ? [[t[use]] as const] : empty ? [[t.idle] as const] : wordsOf(t, view, isGiven);
    const next = make("div", {}, ...draw(make, t, words));
    if (next.textContent === status.textContent) return;
    status.replaceChildren(...next.childNodes);
    note.textContent = /all|kept/.test(use) ? t.stays : "";
  };
}
