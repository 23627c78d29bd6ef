export { drawProduct } from "./product.js";
export { scenery } from "./scenery.js";
