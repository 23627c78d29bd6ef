import { startCart } from "./cart.js";
import { readCart } from "./cart-store.js";
import { startListings, startSearch } from "./listing.js";
import { startBuiltInConsent, startManualConsent } from "./manual-consent.js";
import { startMyData } from "./my-data.js";
import { all } from "./page.js";
import { startProduct } from "./product.js";

showCartCount();
startProduct(showCartCount);
startCart(showCartCount);
startListings();
startSearch();
startManualConsent();
startBuiltInConsent();
startMyData();

function showCartCount(): void {
  const count = readCart().reduce((sum, { quantity }) => sum + quantity, 0);
  for (const badge of all("[data-cart-count]")) {
    badge.textContent = String(count);
    badge.hidden = count === 0;
  }
}
