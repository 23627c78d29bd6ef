import { CmpApi } from "@iabtechlabtcf/cmpapi";
import { GVL, TCModel, TCString } from "@iabtechlabtcf/core";
import { connect } from "./connect.js";
import { nothing, startOwnBanner, type Choice } from "./own-banner.js";
import { vendorList } from "./vendor-list.js";

const storageKey = "almweg-tcf";
/** The highest number of a CMP: the shop is not registered with the IAB, and no registered CMP may have it. */
const cmpId = 4095;
const cmpVersion = 1;
/** The publisher's purposes behind the two questions. */
const purposes = { preferences: [1, 5, 6], statistics: [1, 8, 9] } as const;

const api = new CmpApi(cmpId, cmpVersion, true);
const banner = startOwnBanner({
  choose,
  close: () => {
    api.update(readString(), false);
    banner.hide();
  },
});
connect({ open, refuse: () => choose(nothing) });
if (readString() === "") open();
else api.update(readString(), false);

function open(): void {
  const stored = readString();
  api.update(stored, true);
  banner.show(stored === "" ? undefined : choiceOf(TCString.decode(stored)));
}

function choose(choice: Choice): void {
  const encoded = encode(choice);
  try {
    localStorage.setItem(storageKey, encoded);
  } catch (error) {
    console.warn("almweg: the choice holds for this page only", error);
  }
  api.update(encoded, false);
  banner.hide();
}

function encode({ preferences, statistics }: Choice): string {
  const model = new TCModel(new GVL(vendorList));
  model.cmpId = cmpId;
  model.cmpVersion = cmpVersion;
  model.isServiceSpecific = true;
  model.publisherCountryCode = "DE";
  if (preferences) model.publisherConsents.set([...purposes.preferences]);
  if (statistics) model.publisherConsents.set([...purposes.statistics]);
  return TCString.encode(model);
}

function choiceOf({ publisherConsents }: TCModel): Choice {
  const granted = (ids: readonly number[]): boolean => ids.every((id) => publisherConsents.has(id));
  return { preferences: granted(purposes.preferences), statistics: granted(purposes.statistics) };
}

/** The stored TC string; what cannot be read or decoded is no choice. */
function readString(): string {
  try {
    const stored = localStorage.getItem(storageKey) ?? "";
    if (stored !== "") TCString.decode(stored);
    return stored;
  } catch (error) {
    console.warn("almweg: the stored choice could not be read and counts as none", error);
    return "";
  }
}
