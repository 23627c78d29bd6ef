import type { VendorList } from "@iabtechlabtcf/core";

const names = [
  "Keep and read information on the device",
  "Choose advertising by little data",
  "Build advertising profiles",
  "Choose advertising by profile",
  "Build content profiles",
  "Choose content by profile",
  "Measure advertising",
  "Measure content",
  "Understand audiences by statistics",
  "Develop and improve services",
  "Choose content by little data",
];

/**
 * A vendor list without vendors: nobody but the shop itself asks for consent. The real one has the same shape, see
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework
 */
export const vendorList: VendorList = {
  gvlSpecificationVersion: 3,
  vendorListVersion: 1,
  tcfPolicyVersion: 5,
  lastUpdated: "2026-01-01T00:00:00Z",
  purposes: Object.fromEntries(
    names.map((name, index) => [String(index + 1), { id: index + 1, name, description: name }]),
  ),
  specialPurposes: {},
  features: {},
  specialFeatures: {},
  stacks: {},
  dataCategories: {},
  vendors: {},
};
