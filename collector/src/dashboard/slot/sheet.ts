import type { Result } from "../../estimate/index.js";
import { dayText, type SlotResult, type Timeline } from "../../results/index.js";
import { resultColumns, type Sheet } from "../sheet.js";

/** All estimates of a slot, one a row: `what` was estimated, `of` which variant, group or cell. */
export function sheetOf(slot: SlotResult, steps: Timeline | undefined): Sheet {
  const { visits, uplift } = slot;
  const reading = visits?.reading ?? uplift?.reading;
  const { from, to } = reading?.period ?? { from: 0, to: 0 };
  const row = (
    what: string,
    of: string,
    result: Result,
    { n, days = { from, to } }: { n: number; days?: { from: number; to: number } },
  ) => ({
    ...{ site: slot.site, slot: slot.slot, what, of, answers: n },
    ...{ from: dayText(days.from), to: dayText(days.to) },
    ...resultColumns(result),
  });
  const name = (variant: number): string => visits?.names[variant] ?? "";
  const n = visits?.n ?? 0;
  const arms = uplift
    ? [
        row("effect", "offered - held out", uplift.difference, { n: uplift.holdout.n + uplift.offered.n }),
        row("goal", "offered", uplift.offered.goal, { n: uplift.offered.n }),
        row("goal", "held out", uplift.holdout.goal, { n: uplift.holdout.n }),
      ]
    : [];
  const variants = (visits?.rates ?? []).flatMap((rates, at) =>
    (["goal", "clicked", "seen"] as const).map((what) => row(what, name(at), rates[what], { n })),
  );
  const differences = (visits?.differences ?? []).map(({ variant, other, goal }) =>
    row("difference", `${name(variant)} - ${name(other)}`, goal, { n }),
  );
  const cells = (visits?.cells ?? []).map((cell) => row("answer", cell.name, cell.result, { n }));
  const timeline = (steps?.points ?? []).flatMap(({ uplift: effect, goals, ...days }) => [
    ...(effect ? [row("effect over time", "offered - held out", effect, { n: days.n, days })] : []),
    ...goals.map((goal, at) => row("goal over time", name(at), goal, { n: days.n, days })),
  ]);
  return {
    name: `heimspiel-${slot.site}-${slot.slot}`.replace(/[^\w.-]/g, "_"),
    rows: [...arms, ...variants, ...differences, ...cells, ...timeline],
  };
}
