/** The languages every page of the shop exists in. */
export type Language = "en" | "de";

/** A text in every language of the shop: one that is missing does not compile. */
export type Localized = Readonly<Record<Language, string>>;

/** The topic ids of the four departments; the same in both languages. */
export type DepartmentId = "hiking" | "camping" | "mountain-sports" | "travel";

/** The topic ids of the eight categories; the same in both languages. */
export type CategoryId =
  | "hiking-boots"
  | "hiking-clothing"
  | "tents"
  | "sleeping-bags"
  | "trail-running"
  | "climbing"
  | "backpacks"
  | "travel-gear";

/** A department, the upper level of the catalogue. `slug` is its part of the address. */
export interface Department {
  readonly id: DepartmentId;
  readonly label: Localized;
  readonly slug: Localized;
  readonly blurb: Localized;
}

/** A category, the lower level. `rest` is the number of days after which something of it is bought again. */
export interface Category {
  readonly id: CategoryId;
  readonly parent: DepartmentId;
  readonly label: Localized;
  readonly slug: Localized;
  readonly blurb: Localized;
  readonly sizes: readonly string[];
  readonly rest: number;
}

/** What a product's illustration shows. */
export type Shape =
  | "boot"
  | "shoe"
  | "jacket"
  | "trousers"
  | "socks"
  | "dome"
  | "tunnel"
  | "sleeping-bag"
  | "mat"
  | "bottle"
  | "quickdraw"
  | "helmet"
  | "rope"
  | "harness"
  | "backpack"
  | "duffel"
  | "cubes"
  | "pouch";

/** One invented product. `price` is in euros and the same for every visitor; `weight` is in grams. */
export interface Product {
  readonly id: string;
  readonly brand: string;
  readonly name: string;
  readonly kind: Localized;
  readonly blurb: Localized;
  readonly material: Localized;
  readonly weight: number;
  readonly price: number;
  readonly rating: number;
  readonly reviews: number;
  readonly category: CategoryId;
  readonly shape: Shape;
  readonly colours: readonly [main: string, accent: string];
}
