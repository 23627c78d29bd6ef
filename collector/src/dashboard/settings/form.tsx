import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { View } from "../view.js";

interface FormProps {
  view: View;
  /** Which action it is for. */
  does: string;
  layout: "row" | "stack" | undefined;
  children?: Child;
}

/** A form of the settings page; it may carry a file. */
export function Form({ view, does, layout, children }: FormProps): JSX.Element {
  return (
    <form class={layout} method="post" action={view.link("settings")} enctype="multipart/form-data">
      <input type="hidden" name="do" value={does} />
      {children}
    </form>
  );
}
