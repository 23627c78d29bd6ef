import { createSSRApp, ref } from "vue";
import { render } from "./app.html";

const hero =
  "<h2>Default hero</h2>" +
  '<template data-heim-variant="ski" data-heim-when="declared.sport = ski"><h2>Skis hero</h2></template>';

export const createApp = (path) =>
  createSSRApp({
    setup: () => ({ count: ref(0), hero, owned: path === "/owned", variant: "<h2>Skis owned</h2>" }),
    render,
  });
