import type { JSX } from "hono/jsx/jsx-runtime";
import type { View } from "../view.js";

/** What dot, broad and thin line are. */
export function Legend({ view: { text } }: { view: View }): JSX.Element {
  return (
    <ul class="legend">
      <li>
        <Sample>
          <line class="mark" x1="17" x2="17" y1="7" y2="7" />
        </Sample>
        {text.estimate}
      </li>
      <li>
        <Sample>
          <line class="interval" x1="4" x2="30" y1="7" y2="7" />
        </Sample>
        {text.interval}
      </li>
      <li>
        <Sample>
          <line class="anytime" x1="1" x2="33" y1="7" y2="7" />
        </Sample>
        {text.anytime}
      </li>
    </ul>
  );
}

function Sample({ children }: { children?: JSX.Element }): JSX.Element {
  return (
    <svg class="tone calm" viewBox="0 0 34 14" aria-hidden="true">
      {children}
    </svg>
  );
}
