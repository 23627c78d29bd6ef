import type { JSX } from "hono/jsx/jsx-runtime";
import type { Result } from "../../estimate/index.js";
import { placeOn, type Scale } from "./scale.js";

/** How a bar is coloured: a share, or a difference that is clear to one side or not. */
export type Tone = "share" | "up" | "down" | "calm";

interface BarProps {
  result: Result;
  scale: Scale;
  label: string;
  tone: Tone;
}

/**
 * One estimate: a dot, the 95 % interval as a broad line and the anytime-valid one as a thin line. Drawn with attributes
 * only, so that a strict CSP holds.
 */
export function Bar({ result, scale, label, tone }: BarProps): JSX.Element {
  return (
    <svg
      class={`bar tone ${tone}`}
      viewBox="0 0 1000 30"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <Line class="track" from={0} to={1000} />
      <line class="zero" x1={placeOn(scale, 0)} x2={placeOn(scale, 0)} y1="1" y2="29" />
      {result.state === "ok" && (
        <>
          <Line
            class="anytime"
            from={placeOn(scale, result.anytime.low)}
            to={placeOn(scale, result.anytime.high)}
          />
          <Line class="interval" from={placeOn(scale, result.low)} to={placeOn(scale, result.high)} />
          <Dot x={placeOn(scale, result.share)} y={15} />
        </>
      )}
    </svg>
  );
}

function Line({ from, to, ...props }: { class: string; from: number; to: number }): JSX.Element {
  return <line {...props} x1={from} x2={to} y1="15" y2="15" />;
}

/** A line without length has round ends only: a dot that stays round however the drawing is stretched. */
export function Dot({ x, y }: { x: number; y: number }): JSX.Element {
  return (
    <>
      <line class="mark-edge" x1={x} x2={x} y1={y} y2={y} />
      <line class="mark" x1={x} x2={x} y1={y} y2={y} />
    </>
  );
}
