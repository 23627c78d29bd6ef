export { moreAdapters } from "../consent/adapters/more-adapters.js";
