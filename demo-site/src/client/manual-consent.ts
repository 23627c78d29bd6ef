import { withClient, type State } from "./heimspiel.js";
import { all, one } from "./page.js";

/** The shop's own two buttons, on pages without the banner. */
export function startManualConsent(): void {
  const bar = one("[data-manual-consent]");
  if (!bar) return;
  for (const button of all("[data-choice]", bar)) {
    button.addEventListener("click", () => {
      choose(button.dataset["choice"] === "granted" ? "granted" : "denied");
      bar.hidden = true;
    });
  }
  for (const opener of all("[data-open-consent]"))
    opener.addEventListener("click", () => (bar.hidden = false));
  withClient((client) => {
    const show = (): void => {
      bar.hidden = client.consent.get().personalization !== "unknown";
    };
    client.on("consent", show);
    show();
  });
}

function choose(state: State): void {
  withClient((client) => client.consent.set({ personalization: state, statistics: state }));
}

/** The way back to the choice on pages with the SDK's own banner, which asks by itself. */
export function startBuiltInConsent(): void {
  const banner: (HTMLElement & { open?: () => void }) | null = one("heim-consent");
  if (!banner) return;
  // The SDK defines the element when it is there, so the function is looked for only when it is needed.
  for (const opener of all("[data-open-consent]")) opener.addEventListener("click", () => banner.open?.());
}
