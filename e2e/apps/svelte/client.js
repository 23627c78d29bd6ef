import { hydrate } from "svelte";
import App from "./app.svelte";

Object.assign(window, {
  hydrate: () =>
    void hydrate(App, { target: document.querySelector("#app"), props: { path: location.pathname } }),
});
