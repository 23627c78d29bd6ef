import { hydrateRoot } from "react-dom/client";
import { App } from "./app.jsx";

/** The test says when the app comes to life. */
Object.assign(window, {
  hydrate: () => void hydrateRoot(document.querySelector("#app"), <App path={location.pathname} />),
});
