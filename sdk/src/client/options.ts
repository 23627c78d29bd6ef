import { readDnt, readGpc } from "../consent/adapters/gpc.js";
import type { Manifest } from "./manifest.js";

/** Which consent source decides: every known banner, only `consent.set()`, every banner without a stored fast path, or one adapter's id. */
export type ConsentMode = "auto" | "manual" | "strict" | (string & {});

/** How `navigator.globalPrivacyControl` counts: cancels implicit grants (default), denies, or is ignored. */
export type GpcMode = "default" | "deny" | "ignore";

/**
 * What `start` takes; the attributes of the script tag bear the same names.
 * @example
 * start({ site: "outdoor", collector: "https://shop.example/heim", manifest: "/heimspiel.json" });
 */
export interface Options {
  /** Name of the site at the collector. Without it nothing is sent. */
  site?: string;
  /** Base address of the collector; reports go to `<collector>/v1/reports`. Without it nothing is sent. */
  collector?: string;
  /** Address of `heimspiel.json`, or the manifest itself. */
  manifest?: string | Manifest;
  consent?: ConsentMode;
  gpc?: GpcMode;
  /** `on`: `navigator.doNotTrack` counts as Global Privacy Control does (`off`). */
  dnt?: "on" | "off";
  /**
   * Purposes, separated by spaces, that are granted until the visitor says otherwise: only where the law that applies to
   * every visitor of this page allows it (none).
   */
  implicit?: string;
  /** `contextual`: before a choice slots may use facts of this page view, in memory only (they show their default). */
  beforeConsent?: "contextual";
  /** If given, with any text: Ctrl+Alt+H opens the inspector. `?heim-inspect` in the address always does. */
  inspect?: string;
  /** Version of the privacy notice; a stored choice for another version is erased and asked again. */
  policyVersion?: string;
}

/** Whether the browser sends a signal that counts: Global Privacy Control, or Do Not Track where the shop wants it to. */
export const signalled = (navigator: object, { dnt }: Options): boolean =>
  readGpc(navigator) || (dnt === "on" && readDnt(navigator));
