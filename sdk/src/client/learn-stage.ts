export {
  expire,
  fold,
  isPersonal,
  isSensitive,
  openProfile,
  readProfile,
  turnPage,
} from "../interests/index.js";
