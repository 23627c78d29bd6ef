/** What became of a slot. */
export type State =
  "default" | "personalized" | "holdout" | "no-consent" | "capped" | "timeout" | "conflict" | "waiting";

/** Why a variant is shown, or is not. */
export type Why =
  | "shown"
  | "condition"
  | "muted"
  | "resting"
  | "cap"
  | "fatigue"
  | "dose"
  | "holdout"
  | "namespace"
  | "assigned"
  | "later"
  | "stays"
  | "conflict"
  | "no-consent"
  | "unreadable";

/** A fact's path, and its value as a text; empty where it is absent. */
export type FactView = readonly [path: string, value: string];

/** One variant of a slot. */
export interface VariantView {
  name: string;
  why: Why;
  /** The condition as it is written. */
  when?: string | undefined;
  /** What its condition asks for, as it is now; of the shown one, what made it true. */
  facts: readonly FactView[];
}

/** What a slot would be reported as, before it is randomly altered. */
export interface ReportView {
  /** The true cell, "hiking:seen" or "none", and of how many. */
  cell: string;
  cells: number;
  epsilon: number;
  /** Whether the goal was reached; told where some devices are held out. */
  goal?: { isOffered: boolean; isReached: boolean };
}

/** One slot of the page. */
export interface SlotView {
  name: string;
  element: HTMLElement;
  state: State;
  /** What is shown; the default if missing. */
  variant?: string | undefined;
  variants: readonly VariantView[];
  report?: ReportView | undefined;
}

/** One finding of the linter. */
export interface WarningView {
  severity: "error" | "warning" | "info";
  message: string;
  remedy: string;
  /** `<template data-heim-variant="peru">`, or a place in the manifest. */
  where: string;
  element?: Element | undefined;
}

/** A simulated visitor. */
export interface SimulationView {
  /** The facts in which this visitor differs from an unknown one. */
  facts: readonly FactView[];
  /** Leads to the same simulation, on any device. */
  link: string;
}

/** Everything the inspector shows. */
export interface InspectorView {
  slots: readonly SlotView[];
  facts: readonly FactView[];
  /** Facts that conditions of this page ask for. */
  paths: readonly string[];
  personas: readonly { name: string; isNow: boolean; isPossible: boolean }[];
  simulation?: SimulationView | undefined;
  /** Why nothing is reported at all. */
  unreported?: "simulated" | "no-consent" | "no-collector" | undefined;
}

/** What the inspector asks of the client. */
export interface InspectorPorts {
  view(): InspectorView;
  warnings(): Promise<readonly WarningView[]>;
  /** Simulates a visitor of this persona. */
  become(persona: string): void;
  /** Simulates a visitor with this fact; an empty value makes it absent. */
  assume(path: string, value: string): void;
  /** Simulates the same visitor on another device, for which experiments draw anew. */
  drawAnew(): void;
  /** The inspector has been closed. */
  closed(): void;
}
