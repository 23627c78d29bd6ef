import { readCart, withOneMore, writeCart } from "./cart-store.js";
import { pushEcommerce } from "./data-layer.js";
import { one, readShopData, toggle } from "./page.js";

/** The product page: announces the view, and puts the product into the cart. */
export function startProduct(showCount: () => void): void {
  const { item } = readShopData();
  if (!item) return;
  pushEcommerce("view_item", [item]);
  one("[data-add]")?.addEventListener("submit", (event) => {
    event.preventDefault();
    const select = one("[data-size]");
    const size = select instanceof HTMLSelectElement ? select.value : undefined;
    writeCart(withOneMore(readCart(), item.item_id, size));
    pushEcommerce("add_to_cart", [
      { ...item, quantity: 1, ...(size !== undefined && { item_variant: size }) },
    ]);
    toggle("[data-added]", true);
    showCount();
  });
}
