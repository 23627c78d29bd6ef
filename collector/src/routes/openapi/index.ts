export { openapi } from "./document.js";
