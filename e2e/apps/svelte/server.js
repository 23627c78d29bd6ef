import { render as renderApp } from "svelte/server";
import App from "./app.svelte";

export const render = (path) => renderApp(App, { props: { path } }).body;
