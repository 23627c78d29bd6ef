import type { SourcePorts } from "./ports.js";
import { tellUnlessTold } from "./tell-unless-told.js";
import { chainTopic, type Topic } from "./topic.js";

/** Topics of the categories in a product's classes: `product_cat-hiking-boots`. */
const categoriesOf = (product: Element | null | undefined): Topic[] =>
  [...(product?.classList ?? [])].flatMap((name) =>
    name.startsWith("product_cat-") ? chainTopic([name.slice(12).replaceAll("-", " ")]) : [],
  );

/** What WooCommerce writes into classes: the categories of the product shown, or the category shown. */
export function wooTopics({ body }: Document): Topic[] {
  if (body.matches(".single-product")) return categoriesOf(body.querySelector(".product[id^=product-]"));
  if (!body.matches(".tax-product_cat")) return [];
  // Of `term-boots term-17` the second is the number.
  const terms = [...body.classList].filter((name) => /^term-(?!\d+$)/.test(name));
  return terms.slice(0, 1).flatMap((name) => chainTopic([name.slice(5).replaceAll("-", " ")]));
}

/** As much of jQuery as its events need: they reach no listener of the browser's own. */
interface Query {
  on: (type: string, handler: (...details: unknown[]) => void) => void;
  off: (type: string, handler: unknown) => void;
}

/**
 * A `cart` when a product has been put into the cart: WooCommerce's event, its blocks' own where there is no jQuery, and the
 * form that loads the page anew. https://developer.woocommerce.com/docs/cart-and-checkout-dom-events/
 */
export function startWoo(ports: SourcePorts): void {
  const { document, end, guard, listen, tellOfPage, window } = ports;
  const { body } = document;
  if (!body.matches('[class*="woocommerce"]')) return;
  const added = (button?: Element): void => {
    const topics = categoriesOf(button?.closest(".product"));
    tellUnlessTold(ports, "cart", topics[0] && { topics });
  };
  const query = (window as Window & { jQuery?: (element: Element) => Query }).jQuery?.(body);
  if (query) {
    const handler = (...[, , , button]: unknown[]): void =>
      guard(() => added((button as ArrayLike<Element> | undefined)?.[0]));
    query.on("added_to_cart", handler);
    end.addEventListener("abort", () => query.off("added_to_cart", handler));
  } else listen(body, ["wc-blocks_added_to_cart"], () => added());
  listen(window, ["submit"], ({ target, defaultPrevented }) => {
    if (!defaultPrevented && (target as Element).matches("form.cart")) tellOfPage("cart");
  });
}
