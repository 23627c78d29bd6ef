import { openInspector, type Inspector, type WarningView } from "../inspector/index.js";
import type { Stop } from "../kernel/index.js";
import type { Core } from "./core.js";
import { visitorOf } from "./inspect-persona.js";
import { addressOf, simulate, simulationIn, withFact, type Simulation } from "./inspect-simulation.js";
import { viewOf } from "./inspect-view.js";

/** A value as it was typed. */
const valueOf = (text: string): unknown =>
  text === ""
    ? undefined
    : text === "true" || text === "false"
      ? text === "true"
      : Number.isNaN(+text)
        ? text
        : +text;

/** Calls back in the frame after something has changed; of what is noted for statistics no event tells. */
function onChange(core: Core, update: () => void): Stop {
  const { window, emitter } = core;
  let known: unknown = core.state;
  const forget = (): void => void (known = forget);
  const look = (): void => {
    if (known !== core.state) {
      known = core.state;
      update();
    }
    frame = window.requestAnimationFrame(look);
  };
  let frame = window.requestAnimationFrame(look);
  const stops = (["slot", "consent"] as const).map((name) => emitter.on(name, forget));
  return () => {
    window.cancelAnimationFrame(frame);
    for (const stop of stops) stop();
  };
}

/** What the linter finds; nothing when it cannot be loaded, which is logged. */
async function warningsOf(core: Core): Promise<readonly WarningView[]> {
  try {
    return await (await core.stages.lint()).lintHere(core);
  } catch (error) {
    core.log("lint.js", error);
    return [];
  }
}

/**
 * Opens the marketer's inspector, or closes it if it is open. A simulation in the address is run at once.
 * @returns settles once that has been decided: until then nothing may be learnt
 */
export async function inspect(core: Core): Promise<void> {
  const { window } = core;
  const { document, location, history } = window;
  const open = document.querySelector("heim-inspector");
  if (open) return void open.dispatchEvent(new Event("close"));

  let simulation: Simulation | undefined;
  let inspector: Inspector | undefined;
  const run = (next: Simulation | undefined): void => {
    if (!next) return;
    simulation = { ...next, draw: simulate(core, next) };
    // The address bar shows what can be passed on, and a reload runs it again.
    history.replaceState(history.state, "", addressOf(location.href, simulation));
    inspector?.update();
  };

  // Personas are in the manifest, and it takes the whole condition language to read all of them.
  await core.manifest();
  core.need();
  await core.needed;
  run(simulationIn(location.search));
  // Asked for twice before it was there.
  if (document.querySelector("heim-inspector")) return;
  const stop = onChange(core, () => inspector?.update());
  inspector = openInspector(window, {
    view: () => viewOf(core, simulation),
    warnings: () => warningsOf(core),
    become: (persona) => run(visitorOf(core, persona)),
    assume: (path, text) => run(withFact(simulation ?? {}, path, valueOf(text))),
    drawAnew: () => run({ ...simulation, draw: (simulation?.draw ?? 0) + 1 }),
    closed() {
      stop();
      inspector = undefined;
      // The real profile comes back with the page: it was let go of.
      if (simulation) location.replace(addressOf(location.href));
      else history.replaceState(history.state, "", addressOf(location.href));
    },
  });
}
