import { withClient, type Client, type Row } from "./heimspiel.js";
import { all, copyOf, one, readShopData, toggle, write } from "./page.js";

/** The page on which visitors read and erase what the shop knows about them. */
export function startMyData(): void {
  const root = one("[data-my-data]");
  if (!root) return;
  withClient((client) => {
    const refresh = (): void => void show(client, root);
    client.on("change", refresh);
    client.on("consent", refresh);
    one("[data-erase]")?.addEventListener("click", () => void erase(client, refresh));
    one("[data-withdraw]")?.addEventListener("click", () => client.consent.withdraw());
    one("[data-download]")?.addEventListener("click", download);
    refresh();
  });
}

async function show(client: Client, root: HTMLElement): Promise<void> {
  showChoice(client);
  const data = await client.export();
  const rows = (await client.describe?.(readShopData().language)) ?? [];
  const known = rows.length > 0 || hasContent(data.profile);
  toggle("[data-something], [data-erase-section]", known);
  toggle("[data-nothing]", !known);
  one("[data-rows]")?.replaceChildren(...rows.flatMap((row) => drawRow(row, root) ?? []));
  write("[data-raw]", JSON.stringify(data, null, 2));
}

/** Whether a profile holds any interest: an empty one is the same to its owner as none. */
export function hasContent(profile: unknown): boolean {
  if (typeof profile !== "object" || profile === null) return false;
  return Object.values(profile).some(
    (value) => typeof value === "object" && value !== null && Object.keys(value as object).length > 0,
  );
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

function drawRow(row: Row, root: HTMLElement): HTMLElement | undefined {
  const element = copyOf("[data-row]");
  if (!element) return undefined;
  const notes = [row.resting && root.dataset["resting"], row.muted && root.dataset["muted"]].filter(Boolean);
  write("[data-label]", row.label, element);
  write("[data-evidence]", [row.evidence, ...notes].join(" · "), element);
  const meter = one("[data-strength]", element);
  if (meter instanceof HTMLMeterElement) meter.value = row.strength;
  meter?.setAttribute("aria-label", `${Math.round(row.strength * 100)} %`);
  return element;
}

async function erase(client: Client, refresh: () => void): Promise<void> {
  await client.erase();
  const nothing = one("[data-nothing]");
  if (nothing) nothing.textContent = nothing.dataset["erased"] ?? "";
  refresh();
}

function download(): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    new Blob([one("[data-raw]")?.textContent ?? ""], { type: "application/json" }),
  );
  link.download = "almweg-my-data.json";
  link.click();
  URL.revokeObjectURL(link.href);
}
