export { openInspector, type Inspector } from "./open-inspector.js";
export type {
  FactView,
  InspectorPorts,
  InspectorView,
  ReportView,
  SimulationView,
  SlotView,
  State,
  VariantView,
  WarningView,
  Why,
} from "./view.js";
