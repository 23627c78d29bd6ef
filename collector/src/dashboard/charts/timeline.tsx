import type { JSX } from "hono/jsx/jsx-runtime";
import type { Result } from "../../estimate/index.js";
import { Dot } from "./bar.js";
import { placeOn, type Scale } from "./scale.js";

interface FrameProps {
  class?: string;
  /** What the drawing shows, for who cannot see it; the numbers are in a table. */
  label: string;
  /** The ends of the vertical axis, the upper one first. */
  scale: readonly string[];
  /** The ends of the horizontal one. */
  ends: readonly string[];
  children?: JSX.Element | JSX.Element[];
}

function Frame({ class: size = "", label, scale, ends, children }: FrameProps): JSX.Element {
  return (
    <div class={`timeline ${size}`}>
      <div class="scale" aria-hidden="true">
        {scale.map((tick) => (
          <span>{tick}</span>
        ))}
      </div>
      <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" role="img" aria-label={label}>
        {scale.map((_, at) => (
          <line
            class="grid"
            x1="0"
            x2="1000"
            y1={(1000 * at) / (scale.length - 1)}
            y2={(1000 * at) / (scale.length - 1)}
          />
        ))}
        {children}
      </svg>
      <div class="axis" aria-hidden="true">
        {ends.map((end) => (
          <span>{end}</span>
        ))}
      </div>
    </div>
  );
}

type Ends = Pick<FrameProps, "label" | "ends">;

interface ResultsProps extends Ends {
  results: readonly Result[];
  scale: Scale;
  tick: (value: number) => string;
}

/** Estimates with their 95 % intervals over time; a step that is not told leaves a gap. */
export function ResultsOverTime({ results, scale, tick, ...ends }: ResultsProps): JSX.Element {
  const y = (value: number): number => 1000 - placeOn(scale, value);
  const placed = results.map((result, at) => ({ ...result, x: middleOf(at, results.length) }));
  const told = placed.flatMap((result, at) =>
    result.state === "ok" ? [{ ...result, before: placed[at - 1] }] : [],
  );
  const middle = scale.low < 0 ? 0 : (scale.low + scale.high) / 2;
  return (
    <Frame {...ends} scale={[scale.high, middle, scale.low].map(tick)}>
      <line class="zero" x1="0" x2="1000" y1={y(0)} y2={y(0)} />
      <g class={scale.low < 0 ? "tone calm" : "tone"}>
        {told.map(({ x, share, before }) =>
          before?.state === "ok" ? (
            <line class="path" x1={before.x} x2={x} y1={y(before.share)} y2={y(share)} />
          ) : null,
        )}
        {told.map(({ x, low, high }) => (
          <line class="interval" x1={x} x2={x} y1={y(low)} y2={y(high)} />
        ))}
        {told.map(({ x, share }) => (
          <Dot x={x} y={y(share)} />
        ))}
      </g>
    </Frame>
  );
}

interface AmountsProps extends Ends {
  amounts: readonly number[];
  count: (n: number) => string;
}

/** Amounts over time as columns. */
export function AmountsOverTime({ amounts, count, ...ends }: AmountsProps): JSX.Element {
  const most = Math.max(2, ...amounts);
  const width = Math.min(60, Math.round(7000 / Math.max(1, amounts.length)) / 10);
  return (
    <Frame {...ends} class="low" scale={[count(most), count(0)]}>
      <g>
        {amounts.map((amount, at) => {
          const height = Math.round((1000 * amount) / most);
          return (
            <rect
              class="amount"
              x={middleOf(at, amounts.length) - width / 2}
              y={1000 - height}
              width={width}
              height={height}
            />
          );
        })}
      </g>
    </Frame>
  );
}

const middleOf = (at: number, of: number): number => Math.round((10_000 * (at + 0.5)) / of) / 10;
