import { expire, readProfile, turnPage } from "../interests/index.js";
import type { Stop } from "../kernel/index.js";
import type { Core, Observer } from "./core.js";
import { createDevice } from "./device.js";
import { listen } from "./environment.js";
import { keepUp } from "./keep-up.js";
import { startLearning } from "./learning.js";
import { loadManifest } from "./load-manifest.js";
import { startMeasuring } from "./measuring.js";

/** Starts learning and measuring on this page, and keeps what is learned; the page's earlier calls are made up for. */
export async function startObserving(core: Core): Promise<void> {
  const { window, clock } = core;
  const { document } = window;
  const store = await core.store();
  const device = createDevice(core, store);
  const stops: Stop[] = [keepUp(core, store, device)];
  const stop = (): void => stops.splice(0).forEach((end) => end());
  await loadManifest(core, store);
  if (!core.state || core.stopped) return stop();

  const now = clock();
  device.change((state) => ({
    ...state,
    profile: turnPage(expire(readProfile(state.profile), now, core.settings.policy), now),
  }));
  const measuring = startMeasuring(core, store, device);
  const learning = startLearning(core, device, measuring.goals);
  stops.push(
    listen(document, "visibilitychange", () => {
      if (document.visibilityState === "hidden") void device.flush();
    }),
    learning.stop,
    measuring.stop,
  );
  const observer: Observer = {
    signal: learning.signal,
    declare: learning.declare,
    goal: (name) => measuring.goals([name]),
    slot: measuring.slot,
    async export() {
      await device.flush();
      const [consent, statistics] = await store.read(["consent", "statistics"]);
      return { exportedAt: new Date(clock()).toISOString(), consent, ...core.state, statistics };
    },
    stop,
  };
  core.observer = observer;
  for (const task of core.waiting.splice(0)) task(observer);
}
