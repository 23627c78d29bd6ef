import type { Stop } from "../kernel/index.js";
import type { Reading } from "./choice.js";

/** One consent banner, read through its own public interface. Any method may throw what the banner throws. */
export interface ConsentAdapter {
  readonly id: string;
  /** Whether the banner's script is on the page. */
  detect(): boolean;
  /** The visitor's explicit choices; a purpose not chosen yet is missing. */
  read(): Reading;
  /** Calls back after every choice. */
  subscribe(changed: () => void): Stop;
  /** Whether the banner runs and says that it has no valid choice (any more). */
  expired?(): boolean;
  openPreferences?(): void;
  /** Window events by which a banner that loads late makes itself known. */
  readonly announcedBy?: readonly string[];
}
