import { vi, type Mock } from "vitest";
import { emptyMemory } from "../decisions/index.js";
import { build } from "../slots/build.test-helper.js";
import { createPersonalizer, type Personalizer, type SituationNow, type SlotEvent } from "./personalizer.js";
import { literate } from "./more.test-helper.js";

type Now = NonNullable<ReturnType<SituationNow>>;

/** A personalizer, and what the test gives it. */
export interface SetUp {
  personalizer: Personalizer;
  given: { ready: boolean; now: Now | undefined };
  events: SlotEvent[];
  fault: Mock<(element: Element) => void>;
  decideAll: () => void;
  /** Decides again on what is newly known. */
  learn: (next: Partial<Now>) => void;
  /** A page whose slots are all there before anything is known. */
  addAll: (...slots: HTMLElement[]) => void;
  kinds: () => string[];
}

/** Facts of a visitor who likes hiking. */
export const hiking = { interest: { hiking: 0.9 } };

/** Makes a personalizer for a visitor who likes hiking, or as `now` says. */
export function setUp(now?: Partial<Now>): SetUp {
  const base: Now = {
    facts: hiking,
    memory: emptyMemory("seed"),
    resting: [],
    muted: [],
    now: 1000,
    visitStart: 500,
  };
  const given: SetUp["given"] = { ready: true, now: { ...base, ...now } };
  const events: SlotEvent[] = [];
  const fault = vi.fn<(element: Element) => void>();
  const personalizer = createPersonalizer({
    window,
    get ready() {
      return given.ready;
    },
    situation: () => given.now,
    notify: (event) => events.push({ ...event }),
    fault,
    ...literate,
    need: vi.fn(),
  });
  const decideAll = (): void => personalizer.decideAll(given.now);
  const learn = (next: Partial<Now>): void => {
    given.now = { ...base, ...given.now, ...next };
    decideAll();
  };
  const addAll = (...slots: HTMLElement[]): void => {
    given.ready = false;
    slots.forEach((element) => personalizer.add(element, 0));
    given.ready = true;
    decideAll();
  };
  return {
    personalizer,
    given,
    events,
    fault,
    decideAll,
    learn,
    addAll,
    kinds: () => events.map(({ kind }) => kind),
  };
}

/** A slot with a variant for hikers and one for travellers. */
export const slot = (attributes = "", name = "hero"): HTMLElement =>
  build(`<section data-heim-slot="${name}" ${attributes}><p>Default</p>
    <template data-heim-variant="hiking" data-heim-when="interest.hiking >= 0.4"><p>Boots</p></template>
    <template data-heim-variant="peru" data-heim-when="interest.travel >= 0.4"><p>Peru</p></template></section>`);

/** What an element says. */
export const text = (element: Element): string => element.textContent.trim();

/** What became of a slot. */
export const stateOf = ({ dataset }: HTMLElement): string | undefined => dataset["heimState"];

/** From now on something has been painted: the timeline's clock stands at 40 ms. */
export const painted = (): void => {
  vi.spyOn(document, "timeline", "get").mockReturnValue({ currentTime: 40 } as DocumentTimeline);
};

/** Puts an element of 100 pixels somewhere, in pixels from the top of the viewport. */
export const placed = (element: HTMLElement, top: number): void => {
  vi.spyOn(element, "getBoundingClientRect").mockReturnValue({ top, bottom: top + 100 } as DOMRect);
};
