import type { Item } from "../pages/structured-data.js";

/** An item with what only the moment knows. */
export type SoldItem = Item & {
  readonly quantity?: number;
  readonly item_variant?: string;
  readonly index?: number;
};

/** Pushes a GA4 e-commerce event, as https://developers.google.com/analytics/devguides/collection/ga4/ecommerce describes it. */
export function pushEcommerce(
  event: string,
  items: readonly SoldItem[],
  extra: Record<string, unknown> = {},
): void {
  const value = items.reduce((sum, { price, quantity = 1 }) => sum + price * quantity, 0);
  const ecommerce = { currency: "EUR", value: Math.round(value * 100) / 100, ...extra, items };
  dataLayer().push({ ecommerce: null }, { event, ecommerce });
}

function dataLayer(): unknown[] {
  window.dataLayer ??= [];
  return window.dataLayer;
}
