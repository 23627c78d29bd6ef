import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";

interface CellProps {
  /** The column's head, repeated before the cell where a phone stacks the row. */
  head: string;
  note?: string | undefined;
  children?: Child;
}

/** A cell of a table of class `stacked`. */
export function Cell({ head, note, children }: CellProps): JSX.Element {
  return (
    <td>
      <span class="head" aria-hidden="true">
        {head}
      </span>
      <span>
        {children}
        {note !== undefined && <small>{note}</small>}
      </span>
    </td>
  );
}
