import type { Page } from "@playwright/test";

/**
 * What Firefox says of a script with a hash whose load was cut off, because the page was left or the request blocked: it takes the hash of
 * nothing, and finds that it differs.
 */
const cutOff =
  /47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU=|OLBgp1GsljhM2TJ\+sbHjaiH9txEUvgdDTAzHv2P24donTt6\/529l\+9Ua0vFImLlb/;

/** Collects exceptions that nobody caught, from now on. */
export function hearExceptions(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => !cutOff.test(message) && errors.push(message));
  return errors;
}

/** Collects what goes wrong on the page from now on: exceptions nobody caught, and console errors, breaches of the policy among them. */
export function hearErrors(page: Page): string[] {
  const errors = hearExceptions(page);
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  return errors;
}
