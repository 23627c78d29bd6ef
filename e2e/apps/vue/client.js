import { createApp } from "./app.js";

Object.assign(window, { hydrate: () => void createApp(location.pathname).mount("#app") });
