import type { SlotResult } from "../../results/index.js";
import type { View } from "../view.js";

/** What every part of the page is given. */
export interface SlotProps {
  view: View;
  slot: SlotResult;
}
