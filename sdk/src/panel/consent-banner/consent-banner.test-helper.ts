import { Window as HappyWindow } from "happy-dom";
import { createEmitter } from "../../kernel/index.js";
import { defineConsentBanner, type ConsentBannerElement } from "./define-consent-banner.js";
import type { BannerPorts, Choice } from "./ports.js";

/** A page with a banner, and a client that only remembers. */
export interface Stage {
  window: Window & typeof globalThis;
  ports: BannerPorts;
  /** Every choice the banner has handed over. */
  sets: Partial<Choice>[];
  logs: string[];
  /** How many listeners the banner has at the client. */
  listening: () => number;
  /** A choice made elsewhere: the shop's page, another tab. */
  change: (choice: Partial<Choice>) => void;
  element: ConsentBannerElement;
  /** The first element of a part, among those inside another part where one is named. */
  part: (name: string, inside?: string) => HTMLElement;
  dialog: () => HTMLDialogElement;
  all: (selector: string) => HTMLElement[];
}

export const unknown: Choice = { personalization: "unknown", statistics: "unknown" };
export const granted: Choice = { personalization: "granted", statistics: "granted" };
export const denied: Choice = { personalization: "denied", statistics: "denied" };

/** How the page and the client stand at the beginning. */
interface Setting {
  choice?: Choice;
  /** Attributes of the root element. */
  html?: string;
  /** Whether the client takes no choice. */
  deaf?: boolean;
}

/** Puts `body` on a page, defines the element, and looks at the first one. */
export function stage(
  body = "<heim-consent></heim-consent>",
  { choice = unknown, html = `lang="en"`, deaf = false }: Setting = {},
): Stage {
  const settings = { navigation: { disableMainFrameNavigation: true } };
  const window = new HappyWindow({ url: "https://shop.example/start", settings });
  window.document.write(`<html ${html}><body>${body}</body></html>`);
  return play(window as unknown as Stage["window"], choice, deaf);
}

function play(window: Stage["window"], first: Choice, deaf: boolean): Stage {
  const sets: Partial<Choice>[] = [];
  const logs: string[] = [];
  const emitter = createEmitter<{ change: undefined }>((message) => void logs.push(message));
  let choice = first;
  let listeners = 0;
  const change = (next: Partial<Choice>): void => {
    choice = { ...choice, ...next };
    emitter.emit("change", undefined);
  };
  const ports: BannerPorts = {
    get: () => choice,
    set(next) {
      sets.push(next);
      if (!deaf) change(next);
    },
    on(listener) {
      const stop = emitter.on("change", listener);
      listeners++;
      return () => {
        listeners--;
        stop();
      };
    },
    log: (message) => void logs.push(message),
  };
  defineConsentBanner(window, ports);
  const element = window.document.querySelector("heim-consent") as ConsentBannerElement;
  const all = (selector: string): HTMLElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];
  const part = (name: string, inside?: string): HTMLElement =>
    all(`${inside ? `[part~=${inside}] ` : ""}[part~=${name}]`)[0]!;
  const dialog = (): HTMLDialogElement => part("dialog") as HTMLDialogElement;
  return { window, ports, sets, logs, listening: () => listeners, change, element, part, dialog, all };
}
