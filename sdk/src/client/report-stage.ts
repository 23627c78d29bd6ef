export { startMeasuring } from "./measuring.js";
