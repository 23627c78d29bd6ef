export { readNames, type Names } from "./read-names.js";
