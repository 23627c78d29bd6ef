import { createSSRApp, ref } from "vue";
import { render } from "./app.html";

const hero =
  "<h2>Default hero</h2>" +
  '<template data-heim-variant="ski" data-heim-when="declared.sport = ski"><h2>Skis hero</h2></template>';

/** Not as a template in Vue's own markup: hydration puts a template's content in its place. */
const variants =
  '<template data-heim-variant="ski" data-heim-when="declared.sport = ski"><h2>Skis owned</h2></template>';

export const createApp = (path) =>
  createSSRApp({
    setup() {
      const wait = { "/waits": 9000, "/late": 100 }[path];
      const refresh = ({ el }) => wait && (window.heimspiel ||= []).push(["refresh", el]);
      return { count: ref(0), hero, path, wait, refresh, variants };
    },
    render,
  });
