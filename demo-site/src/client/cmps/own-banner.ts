import { all, one } from "../page.js";

/** The answer to the two purposes. */
export interface Choice {
  readonly preferences: boolean;
  readonly statistics: boolean;
}

/** The answers of the two big buttons. */
export const everything: Choice = { preferences: true, statistics: true };
export const nothing: Choice = { preferences: false, statistics: false };

/** What a CMP without an interface of its own is told. */
export interface OwnBannerEvents {
  choose(choice: Choice): void;
  /** Closed without an answer, which is possible only when there is an earlier one. */
  close(): void;
}

/** The shop's own small banner. */
export interface OwnBanner {
  /** Shows it with the choice made before, if there is one. Nothing is ticked before. */
  show(before: Choice | undefined): void;
  hide(): void;
}

/** Starts the banner that stands in the page. */
export function startOwnBanner({ choose, close }: OwnBannerEvents): OwnBanner {
  const bar = one("[data-own-banner]");
  const boxes = bar ? (all("[data-own-purpose]", bar) as HTMLInputElement[]) : [];
  const ticked = (purpose: string): boolean =>
    boxes.some((box) => box.dataset["ownPurpose"] === purpose && box.checked);
  const on = (name: string, task: () => void): void =>
    one(`[data-own=${name}]`, bar ?? undefined)?.addEventListener("click", task);
  on("accept", () => choose(everything));
  on("reject", () => choose(nothing));
  on("save", () => choose({ preferences: ticked("preferences"), statistics: ticked("statistics") }));
  on("close", close);
  return {
    show: (before) => {
      if (!bar) return;
      for (const box of boxes) box.checked = before?.[box.dataset["ownPurpose"] as keyof Choice] ?? false;
      const closer = one("[data-own=close]", bar);
      if (closer) closer.hidden = !before;
      one("details", bar)?.toggleAttribute("open", before !== undefined);
      bar.hidden = false;
      if (before) bar.focus();
    },
    hide: () => {
      if (bar) bar.hidden = true;
    },
  };
}
