import type { Store } from "../kernel/index.js";
import type { Core } from "./core.js";

/** So many milliseconds at least lie between two looks at what the collector has published. */
const day = 86_400_000;

/** Keeps the manifest that was fetched for the next page, which then need not wait for it. Never rejects. */
export async function keepManifest(core: Core, store: Store): Promise<void> {
  const manifest = await core.manifest();
  const grant = core.consent.gate.grant("personalization");
  if (!grant) return;
  try {
    if (manifest) await store.write(grant, [["manifest", core.settings.manifest]]);
  } catch (error) {
    core.log("the manifest could not be kept", error);
  }
  if (wantsModel(core)) void keepModel(core, store);
}

/** Whether the page or the manifest has use for what the collector publishes, and it was not asked in the last day. */
function wantsModel({
  options: { site, collector, manifest },
  settings,
  personalizer,
  clock,
}: Core): boolean {
  const { complements, learned } = settings.manifest;
  const best = (): boolean => [...personalizer.runs.values()].some(({ markup }) => markup.choose === "best");
  return (
    !!site &&
    !!collector &&
    // An object has no copy on the device that the next page could begin with.
    typeof manifest !== "object" &&
    !(Math.abs(clock() - (learned?.at ?? 0)) < day) &&
    (!!complements || best())
  );
}

async function keepModel(core: Core, store: Store): Promise<void> {
  try {
    await (await core.stages.model()).keepModel(core, store);
  } catch (error) {
    core.log("model.js", error);
  }
}
