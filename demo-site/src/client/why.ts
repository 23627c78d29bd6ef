import { withClient } from "./heimspiel.js";
import { all, one } from "./page.js";

/** "Why am I seeing this?": asks the SDK for the reason when the visitor opens the note. */
export function startWhy(): void {
  for (const details of all("[data-why]")) {
    const text = one("p", details);
    if (!text) continue;
    details.addEventListener("toggle", () => {
      if (!details.hasAttribute("open")) return;
      withClient((client) => {
        void client.explain(details.dataset["why"] ?? "").then((reason) => {
          text.textContent = reason?.text ?? text.dataset["nothing"] ?? "";
        });
      });
    });
  }
}
