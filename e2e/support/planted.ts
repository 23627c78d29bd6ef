/** Ten mistakes in the demo shop's home page and manifest, and what the inspector says: where, and what to do. */
export const mistakes: readonly (readonly [there: string, planted: string, where: string, remedy: string])[] =
  [
    [
      "data-heim-holdout",
      "data-heim-houldout",
      '<section data-heim-slot="home-hero">',
      'did you mean "data-heim-holdout"?',
    ],
    [
      "interest.travel &gt;= 0.3",
      "interest.travle &gt;= 0.3",
      '<template data-heim-variant="peru">',
      'did you mean "travel"?',
    ],
    [
      "need.travel-gear",
      "ned.travel-gear",
      '<template data-heim-variant="peru">',
      'did you mean "need.travel-gear"?',
    ],
    [
      "interest.hiking &gt;= 0.4",
      "interest.hiking =&gt; 0.4",
      '<template data-heim-variant="hiking">',
      'did you mean "interest.hiking >= 0.4"?',
    ],
    [
      'data-heim-choose="test"',
      'data-heim-choose="tset"',
      '<section data-heim-slot="home-tips">',
      'did you mean "test"?',
    ],
    [
      'data-heim-variant="question"',
      'data-heim-variant="checklist" ',
      '<template data-heim-variant="checklist">',
      "give each its own name",
    ],
    [
      'href="/en/packing-list/?cmp=manual">Open',
      'href="javascript:open()">Open',
      "<a>",
      "listen for events in the page's own script",
    ],
    [
      'data-heim-topics="hiking-boots"',
      'data-heim-topics="hiking-bots"',
      '<template data-heim-variant="hiking">',
      'did you mean "hiking-boots"?',
    ],
    [
      '"globetrotter":"interest',
      '"globetrotter":"intrest',
      "/heimspiel.json · personas.globetrotter",
      'did you mean "interest.travel"?',
    ],
    [
      '"goal":"packing-list"',
      '"goal":"checklist"',
      '<section data-heim-slot="home-tips">',
      "write the same goal in both",
    ],
  ];
