import type { Category, Department } from "./types.js";

const shoeSizes = ["37", "38", "39", "40", "41", "42", "43", "44", "45", "46"];
const clothesSizes = ["XS", "S", "M", "L", "XL"];

/** The upper level of the catalogue, in the order of the menu. */
export const departments: readonly Department[] = [
  {
    id: "hiking",
    label: { en: "Hiking", de: "Wandern" },
    slug: { en: "hiking", de: "wandern" },
    blurb: {
      en: "From the Sunday round to the week above the tree line.",
      de: "Von der Sonntagsrunde bis zur Woche über der Baumgrenze.",
    },
  },
  {
    id: "camping",
    label: { en: "Camping", de: "Camping" },
    slug: { en: "camping", de: "camping" },
    blurb: {
      en: "Sleep dry and warm, wherever the day ends.",
      de: "Trocken und warm schlafen, wo der Tag auch endet.",
    },
  },
  {
    id: "mountain-sports",
    label: { en: "Mountain sports", de: "Bergsport" },
    slug: { en: "mountain-sports", de: "bergsport" },
    blurb: {
      en: "For quick feet and steady hands.",
      de: "Für schnelle Füße und ruhige Hände.",
    },
  },
  {
    id: "travel",
    label: { en: "Travel", de: "Reisen" },
    slug: { en: "travel", de: "reisen" },
    blurb: {
      en: "Everything for long ways, trains, buses and borders.",
      de: "Alles für weite Wege, Züge, Busse und Grenzen.",
    },
  },
];

/** The lower level of the catalogue: five products each. */
export const categories: readonly Category[] = [
  {
    id: "hiking-boots",
    parent: "hiking",
    label: { en: "Hiking boots", de: "Wanderschuhe" },
    slug: { en: "hiking-boots", de: "wanderschuhe" },
    blurb: {
      en: "Boots that hold on wet rock and forgive long descents. All of them can be resoled.",
      de: "Schuhe, die auf nassem Fels halten und lange Abstiege verzeihen. Alle lassen sich neu besohlen.",
    },
    sizes: shoeSizes,
    rest: 540,
  },
  {
    id: "hiking-clothing",
    parent: "hiking",
    label: { en: "Hiking clothing", de: "Wanderbekleidung" },
    slug: { en: "hiking-clothing", de: "wanderbekleidung" },
    blurb: {
      en: "Jackets, trousers and socks for weather that changes its mind.",
      de: "Jacken, Hosen und Socken für Wetter, das es sich anders überlegt.",
    },
    sizes: clothesSizes,
    rest: 120,
  },
  {
    id: "tents",
    parent: "camping",
    label: { en: "Tents", de: "Zelte" },
    slug: { en: "tents", de: "zelte" },
    blurb: {
      en: "Pitched in minutes, quiet in the wind, repairable for years.",
      de: "In Minuten aufgebaut, leise im Wind, über Jahre zu reparieren.",
    },
    sizes: [],
    rest: 730,
  },
  {
    id: "sleeping-bags",
    parent: "camping",
    label: { en: "Sleeping bags & mats", de: "Schlafsäcke & Matten" },
    slug: { en: "sleeping-bags", de: "schlafsaecke" },
    blurb: {
      en: "For summer meadows and frosty passes, with honest comfort temperatures.",
      de: "Für Sommerwiesen und frostige Pässe, mit ehrlichen Komforttemperaturen.",
    },
    sizes: [],
    rest: 540,
  },
  {
    id: "trail-running",
    parent: "mountain-sports",
    label: { en: "Trail running", de: "Trailrunning" },
    slug: { en: "trail-running", de: "trailrunning" },
    blurb: {
      en: "Light on the way up, sure on the way down.",
      de: "Leicht im Aufstieg, sicher im Abstieg.",
    },
    sizes: shoeSizes,
    rest: 180,
  },
  {
    id: "climbing",
    parent: "mountain-sports",
    label: { en: "Climbing", de: "Klettern" },
    slug: { en: "climbing", de: "klettern" },
    blurb: {
      en: "Ropes, harnesses and hardware for the hall and the wall.",
      de: "Seile, Gurte und Material für Halle und Wand.",
    },
    sizes: [],
    rest: 365,
  },
  {
    id: "backpacks",
    parent: "travel",
    label: { en: "Backpacks", de: "Rucksäcke" },
    slug: { en: "backpacks", de: "rucksaecke" },
    blurb: {
      en: "From 18 to 65 litres, carried by the hips and not by the shoulders.",
      de: "Von 18 bis 65 Litern, getragen von der Hüfte und nicht von den Schultern.",
    },
    sizes: [],
    rest: 730,
  },
  {
    id: "travel-gear",
    parent: "travel",
    label: { en: "Travel gear", de: "Reiseausrüstung" },
    slug: { en: "travel-gear", de: "reiseausruestung" },
    blurb: {
      en: "Small things that make a long journey easy.",
      de: "Kleine Dinge, die eine lange Reise leicht machen.",
    },
    sizes: [],
    rest: 90,
  },
];
