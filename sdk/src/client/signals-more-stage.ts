export { more } from "../signals/more.js";
