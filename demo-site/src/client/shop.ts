import { startCart } from "./cart.js";
import { readCart } from "./cart-store.js";
import { startListings, startSearch } from "./listing.js";
import { startManualConsent } from "./manual-consent.js";
import { startMyData } from "./my-data.js";
import { all, one } from "./page.js";
import { startProduct } from "./product.js";
import { allowBannerMarkup } from "./trusted-types.js";
import { startWhy } from "./why.js";

// Pages without the banner forbid every policy, so that asking for one would throw.
if (!one("[data-manual-consent]")) allowBannerMarkup();

showCartCount();
startProduct(showCartCount);
startCart(showCartCount);
startListings();
startSearch();
startWhy();
startManualConsent();
startMyData();

function showCartCount(): void {
  const count = readCart().reduce((sum, { quantity }) => sum + quantity, 0);
  for (const badge of all("[data-cart-count]")) {
    badge.textContent = String(count);
    badge.hidden = count === 0;
  }
}
