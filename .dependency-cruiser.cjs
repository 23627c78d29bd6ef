/** The table of ARCHITECTURE.md as rules: which room of the SDK may import which, or which one file of it. */
const signal = "signals/signal\\.ts$";
const sensitive = "interests/sensitive\\.ts$";
const markup = "slots/(schema|read-texts|repairs?|nearest|is-code)\\.ts$";
const maker = "panel/parts\\.ts$";
const may = {
  kernel: [],
  wire: ["kernel"],
  consent: ["kernel"],
  storage: ["kernel"],
  signals: ["kernel"],
  interests: ["kernel", signal],
  audiences: ["kernel"],
  decisions: ["kernel", "audiences"],
  statistics: ["kernel", "wire", sensitive],
  slots: ["kernel"],
  panel: ["kernel"],
  inspector: ["kernel", maker],
  lint: ["kernel", "audiences", markup],
  check: ["lint", sensitive],
};
const names = {
  [signal]: "type `Signal`",
  [markup]: "what reads attributes",
  [sensitive]: "the sensitive list",
  [maker]: "what makes elements",
};

const walls = Object.entries(may).map(([room, rooms]) => ({
  name: `${room}-imports`,
  severity: "error",
  comment: `${room}/ may import ${rooms.map((to) => names[to] ?? to).join(", ") || "nothing"}`,
  from: { path: `^sdk/src/${room}/`, pathNot: "\\.test\\.ts$" },
  to: {
    path: "^sdk/src/",
    pathNot: [room, ...rooms].map((to) => `^sdk/src/${to}${to.includes("/") ? "" : "/"}`),
  },
}));

module.exports = {
  forbidden: [
    ...walls,
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "composition-root",
      severity: "error",
      comment: "only the entries import client/",
      from: { path: "^sdk/src/", pathNot: "^sdk/src/(client/|(index|script)\\.ts$)|\\.test\\.ts$" },
      to: { path: "^sdk/src/client/" },
    },
    {
      name: "collector-shares-formats-only",
      severity: "error",
      from: { path: "^collector/" },
      to: { path: "^sdk/src/", pathNot: "^sdk/src/(wire|statistics|kernel)/" },
    },
    {
      name: "no-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".js"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
