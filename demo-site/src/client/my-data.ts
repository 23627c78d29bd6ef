import { withClient, type Client } from "./heimspiel.js";
import { all, one } from "./page.js";

/** The shop's own words on the page of `<heim-preferences>`: what the visitor has chosen, and the way to withdraw it. */
export function startMyData(): void {
  if (!one("[data-my-data]")) return;
  const withdraw = (): void => withClient((client) => client.consent.withdraw());
  one("[data-withdraw]")?.addEventListener("click", withdraw);
  withClient((client) => {
    client.on("consent", () => showChoice(client));
    showChoice(client);
  });
}

function showChoice(client: Client): void {
  const choice = client.consent.get();
  for (const cell of all("[data-purpose]")) {
    const undecided = (cell.dataset["unknown"] ??= cell.textContent);
    const state = choice[cell.dataset["purpose"] === "statistics" ? "statistics" : "personalization"];
    cell.textContent = cell.dataset[state] ?? undecided;
    cell.dataset["state"] = state;
  }
}
