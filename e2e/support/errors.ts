import type { Page } from "@playwright/test";

/** Collects what goes wrong on the page from now on: exceptions nobody caught, and console errors, breaches of the policy among them. */
export function hearErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  return errors;
}
