import type { JSX } from "hono/jsx/jsx-runtime";
import type { Result } from "../estimate/index.js";

/** The stretch of the number line that a group of bars shares. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

// Steps people read at a glance; an axis ends on a multiple of one.
const steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** An axis from 0, or from the lowest end below it, to a round number above the highest end. */
export function scaleOf(results: readonly Result[], within: Scale): Scale {
  const told = results.flatMap((result) => (result.state === "ok" ? [result] : []));
  const high = Math.max(0, ...told.map((result) => Math.min(within.high, result.high)));
  const low = Math.min(0, ...told.map((result) => Math.max(within.low, result.low)));
  const step = steps.find((size) => high - low <= 5 * size) ?? 1;
  return { low: Math.floor(low / step) * step, high: Math.max(step, Math.ceil(high / step) * step) };
}

/** For differences: zero in the middle. */
export function evenScale(results: readonly Result[]): Scale {
  const { low, high } = scaleOf(results, { low: -1, high: 1 });
  const end = Math.max(-low, high);
  return { low: -end, high: end };
}

interface BarProps {
  result: Result;
  scale: Scale;
  label: string;
  tone: "share" | "difference";
}

/** One interval as a line with a mark at the estimate; drawn with attributes only, so that a strict CSP holds. */
export function Bar({ result, scale, label, tone }: BarProps): JSX.Element {
  const at = (value: number): number => {
    const share = (value - scale.low) / (scale.high - scale.low);
    return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10;
  };
  const zero = at(0);
  return (
    <svg class={`bar ${tone}`} viewBox="0 0 1000 28" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="track" x="0" y="13" width="1000" height="2" />
      <rect class="zero" x={Math.min(998, Math.max(0, zero - 1))} y="0" width="2" height="28" />
      {result.state === "ok" && tone === "share" && (
        <rect class="fill" x={zero} y="9" width={Math.max(0, at(result.share) - zero)} height="10" />
      )}
      {result.state === "ok" && (
        <>
          <rect
            class="interval"
            x={at(result.low)}
            y="11"
            width={Math.max(3, at(result.high) - at(result.low))}
            height="6"
          />
          <rect
            class="mark"
            x={Math.min(994, Math.max(0, at(result.share) - 3))}
            y="4"
            width="6"
            height="20"
          />
        </>
      )}
    </svg>
  );
}
