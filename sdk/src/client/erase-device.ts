import type { Core } from "./core.js";

/**
 * Erases everything kept on the device. The store knows how to get past other tabs; where it
 * cannot be loaded, the browser's plain deletion has to do. Never rejects.
 */
export async function eraseDevice(core: Core): Promise<void> {
  try {
    await (await core.store()).erase();
  } catch (error) {
    core.log("erasing goes on as soon as no other tab is in its way", error);
    deletePlainly(core);
  }
}

function deletePlainly({ window, log }: Core): void {
  try {
    window.indexedDB.deleteDatabase("heimspiel");
  } catch (error) {
    log("there is no database to erase", error);
  }
}
