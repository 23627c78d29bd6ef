import { describe, expect, test } from "vitest";
import { a, lint, slot, told } from "../check/lint.test-helper.js";

describe("attributes", () => {
  test.each<[string, string]>([
    [
      slot("data-heim-chose=first", a),
      'unknown-attribute <div> data-heim-chose: did you mean "data-heim-choose"?',
    ],
    [
      '<p data-hiem-topics="hiking">',
      'unknown-attribute <p> data-hiem-topics: did you mean "data-heim-topics"?',
    ],
    ['<p heim-goal="x">', 'unknown-attribute <p> heim-goal: did you mean "data-heim-goal"?'],
    [slot("data-heim-choose=frist", a), 'attribute-value <div> data-heim-choose: did you mean "first"?'],
    [slot("data-heim-cap=3/days", a), 'attribute-value <div> data-heim-cap: did you mean "3/day"?'],
    [
      `<div data-heim-slot="Home Hero">${a}</div>`,
      'attribute-value <div> data-heim-slot: did you mean "home-hero"?',
    ],
    [
      `<div class="wide heim-slot--Hero">${a}</div>`,
      'attribute-value <div> class: did you mean "heim-slot--hero"?',
    ],
    [
      '<p data-heim-text="first-name">',
      'attribute-value <p> data-heim-text: did you mean "declared.first-name"?',
    ],
    ['<ul data-heim-rank="interests">', 'attribute-value <ul> data-heim-rank: did you mean "interest"?'],
    ['<p data-heim-facet="brand=acme">', 'attribute-value <p> data-heim-facet: did you mean "brand:acme"?'],
    ['<p data-heim-topics="hikign:2">', 'unknown-topic <p> data-heim-topics: did you mean "hiking"?'],
    ['<p data-heim-topics="pregnancy">', "sensitive-topic <p> data-heim-topics: use another topic"],
    [
      '<p data-heim-when="visit.count = 1">',
      "attribute-place <p> data-heim-when: it belongs on a <template> with data-heim-variant",
    ],
    ['<p data-heim-wait="10">', "attribute-place <p> data-heim-wait: it belongs on a slot, a text or a list"],
    [
      "<p data-heim-hydrate>",
      "attribute-place <p> data-heim-hydrate: it belongs on a slot, a text or a list",
    ],
    ['<p data-heim-holdout="10">', "attribute-place <p> data-heim-holdout: it belongs on the slot's element"],
    [
      slot("", `<p data-heim-variant="c"></p>${a}`),
      "attribute-place <p> data-heim-variant: it belongs on a <template> in a slot",
    ],
    ['<div data-heim-quiz="q"></div>', "attribute-place <div> data-heim-quiz: it belongs on a <form>"],
  ])("%s: %s", (html, expected) => {
    expect(told(html)).toEqual([expected]);
  });

  test.each([
    '<p data-heim-topics="hiking wandern:2" data-heim-facet="brand:acme size:42">',
    '<p data-heim-text="declared.first-name" data-theme-slot="x" data-him="x">',
    '<form data-heim-quiz="q"><input name="size"></form><form data-heim-quiz="false"></form>',
    '<div data-heim-ignore><p data-heim-wehn="x"></p></div>',
    `<div class="heim-slot--hero wide">${a}</div>`,
  ])("%s is in order", (html) => {
    expect(told(html)).toEqual([]);
  });

  test("offsets are places in the value", () => {
    const html = slot(
      "",
      '<template data-heim-variant="a" data-heim-when=" interest.hiking &gt;= 40"></template>',
    );
    expect(lint(html)[0]).toMatchObject({ rule: "never-true", offset: 1, severity: "error" });
    expect(lint('<p data-heim-topics="hiking hikign">')[0]?.offset).toBe(7);
    expect(lint(slot('data-heim-cap=" 3/days"', a))[0]?.offset).toBe(6);
  });
});
