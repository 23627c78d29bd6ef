import { readCart, writeCart, type Line } from "./cart-store.js";
import { pushEcommerce, type SoldItem } from "./data-layer.js";
import { copyOf, money, one, readShopData, toggle, write, type ShelfEntry, type ShopData } from "./page.js";

/** From this value in euros on, delivery is free. */
const freeFrom = 80;
const delivery = 4.9;

/** Cart, checkout and thank-you page: draws the lines and announces the steps. */
export function startCart(showCount: () => void): void {
  const data = readShopData();
  if (!data.shelf) return;
  draw(data, showCount);
  const items = soldItems(data);
  if (items.length === 0) return;
  if (data.type === "cart") pushEcommerce("view_cart", items);
  if (data.type === "checkout") pushEcommerce("begin_checkout", items);
  if (data.type === "thanks") finish(items, showCount);
}

/** Announces the purchase once: the cart is empty afterwards, so a reload finds nothing to announce. */
function finish(items: readonly SoldItem[], showCount: () => void): void {
  pushEcommerce("purchase", items, {
    transaction_id: `A-${crypto.randomUUID().slice(0, 8)}`,
    shipping: shippingOf(items),
  });
  writeCart([]);
  showCount();
}

function soldItems({ shelf = {} }: ShopData): SoldItem[] {
  return readCart().flatMap(({ id, quantity, size }) => {
    const entry = shelf[id];
    return entry ? [{ ...entry.item, quantity, ...(size !== undefined && { item_variant: size }) }] : [];
  });
}

function valueOf(items: readonly SoldItem[]): number {
  return items.reduce((sum, { price, quantity = 1 }) => sum + price * quantity, 0);
}

function shippingOf(items: readonly SoldItem[]): number {
  return valueOf(items) >= freeFrom ? 0 : delivery;
}

function draw(data: ShopData, showCount: () => void): void {
  const items = soldItems(data);
  toggle("[data-cart-empty]", items.length === 0);
  toggle("[data-cart-full]", items.length > 0);
  const redraw = (): void => {
    draw(data, showCount);
    showCount();
  };
  one("[data-cart-lines]")?.replaceChildren(
    ...readCart().flatMap((line) => {
      const entry = data.shelf?.[line.id];
      return entry ? (drawLine(line, { entry, data, redraw }) ?? []) : [];
    }),
  );
  const shipping = shippingOf(items);
  const free = one("[data-shipping]")?.dataset["free"] ?? "";
  write("[data-shipping]", shipping === 0 ? free : money(shipping, data.language));
  write("[data-total]", money(valueOf(items) + shipping, data.language));
}

interface Shown {
  readonly entry: ShelfEntry;
  readonly data: ShopData;
  readonly redraw: () => void;
}

function drawLine(line: Line, { entry, data, redraw }: Shown): HTMLElement | undefined {
  const element = copyOf("[data-cart-line]");
  if (!element) return undefined;
  one("[data-picture]", element)?.setAttribute("src", entry.picture);
  one("[data-name]", element)?.setAttribute("href", entry.href);
  write("[data-name]", entry.item.item_name, element);
  write("[data-detail]", [entry.kind, line.size].filter(Boolean).join(" · "), element);
  write("[data-price]", money(entry.item.price * line.quantity, data.language), element);
  const field = one("[data-quantity]", element);
  if (field instanceof HTMLInputElement) {
    field.value = String(line.quantity);
    field.addEventListener("change", () =>
      change(line, Math.round(Number(field.value)), { entry, data, redraw }),
    );
  }
  one("[data-remove]", element)?.addEventListener("click", () => change(line, 0, { entry, data, redraw }));
  return element;
}

function change(line: Line, quantity: number, { entry, redraw }: Shown): void {
  const wanted = Math.min(9, Math.max(0, Number.isFinite(quantity) ? quantity : line.quantity));
  const same = (other: Line): boolean => other.id === line.id && other.size === line.size;
  const lines = readCart().map((each) => (same(each) ? { ...each, quantity: wanted } : each));
  writeCart(lines.filter((each) => each.quantity > 0));
  const difference = wanted - line.quantity;
  const event = difference < 0 ? "remove_from_cart" : "add_to_cart";
  if (difference !== 0) pushEcommerce(event, [{ ...entry.item, quantity: Math.abs(difference) }]);
  redraw();
}
