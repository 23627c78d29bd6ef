export { expire, fold, isSensitive, readProfile, turnPage } from "../interests/index.js";
