/** Every word of the shop's pages in one language. Products and categories carry their own. */
export interface Texts {
  readonly languageName: string;
  readonly claim: string;
  readonly skip: string;
  readonly menu: string;
  readonly otherLanguage: string;
  readonly nav: {
    readonly search: string;
    readonly cart: string;
    readonly myData: string;
    readonly home: string;
  };
  readonly promise: readonly [delivery: string, returns: string, repair: string];
  readonly hero: HeroTexts;
  readonly tips: {
    readonly standard: TipTexts;
    readonly checklist: TipTexts;
    readonly question: TipTexts;
  };
  readonly home: {
    readonly title: string;
    readonly description: string;
    readonly departments: string;
    readonly favourites: string;
    readonly privacyTitle: string;
    readonly privacyText: string;
  };
  readonly product: ProductTexts;
  readonly search: {
    readonly title: string;
    readonly label: string;
    readonly button: string;
    readonly none: string;
  };
  readonly cart: CartTexts;
  readonly myData: MyDataTexts;
  readonly guide: GuideTexts;
  readonly imprint: { readonly title: string; readonly paragraphs: readonly string[] };
  readonly missing: { readonly title: string; readonly text: string };
  readonly footer: {
    readonly shop: string;
    readonly service: string;
    readonly privacy: string;
    readonly consent: string;
    readonly invented: string;
  };
  readonly manual: {
    readonly text: string;
    readonly accept: string;
    readonly reject: string;
    readonly label: string;
  };
}

/** The same four parts in every variant of a hero, so that all take the same room. */
export interface HeroText {
  readonly eyebrow: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
}

export interface HeroTexts {
  readonly standard: HeroText;
  readonly peru: HeroText;
  readonly hiking: HeroText;
}

export interface TipTexts {
  readonly title: string;
  readonly text: string;
  readonly action: string;
}

export interface ProductTexts {
  readonly add: string;
  readonly added: string;
  readonly size: string;
  readonly inStock: string;
  readonly vat: string;
  readonly weight: string;
  readonly material: string;
  readonly details: string;
  readonly brand: string;
  readonly related: string;
  readonly products: string;
  readonly reviews: string;
  readonly ratingOf: string;
  readonly samePrice: string;
}

export interface CartTexts {
  readonly title: string;
  readonly empty: string;
  readonly emptyAction: string;
  readonly remove: string;
  readonly quantity: string;
  readonly total: string;
  readonly shipping: string;
  readonly free: string;
  readonly toCheckout: string;
  readonly checkoutTitle: string;
  readonly address: string;
  readonly fields: readonly [name: string, street: string, city: string];
  readonly payment: string;
  readonly payLater: string;
  readonly order: string;
  readonly nothingSent: string;
  readonly summary: string;
  readonly thanksTitle: string;
  readonly thanksText: string;
  readonly thanksAction: string;
}

export interface MyDataTexts {
  readonly title: string;
  readonly intro: string;
  readonly choice: string;
  readonly personalization: string;
  readonly statistics: string;
  readonly states: Readonly<Record<"unknown" | "granted" | "denied", string>>;
  readonly change: string;
  readonly withdraw: string;
  readonly facts: readonly string[];
}

export interface GuideTexts {
  readonly title: string;
  readonly intro: string;
  readonly lists: readonly { readonly title: string; readonly items: readonly string[] }[];
}
