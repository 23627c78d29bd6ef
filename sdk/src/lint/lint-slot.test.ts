import { describe, expect, test } from "vitest";
import { a, b, lint, slot, told } from "../check/lint.test-helper.js";

describe("slots and variants", () => {
  test.each<[string, string]>([
    [slot("", ""), "slot-without-variants <div> : add a <template> with data-heim-variant inside it"],
    [
      `<div data-heim-ignore>${slot("", a)}</div>`,
      "ignored-slot <div> data-heim-slot: take data-heim-ignore away, or move the slot out of it",
    ],
    [slot("", a) + slot("", a), "duplicate-slot <div> data-heim-slot: give each its own name"],
    [slot("", b + b), "duplicate-variant <template> data-heim-variant: give each its own name"],
    [
      a,
      'variant-without-slot <template> data-heim-variant: put it into an element with data-heim-slot="…", not into another template',
    ],
    [
      slot("", a + '<template data-heim-when="visit.count = 1"></template>'),
      'variant-without-name <template> : add data-heim-variant="…"',
    ],
    [
      slot("data-heim-why=off", a),
      "why-off <div> data-heim-why: show them what client.explain says in a place of your own, or take the attribute away",
    ],
    [slot("data-heim-why=top-righ", a), 'attribute-value <div> data-heim-why: did you mean "top-right"?'],
    [
      slot("data-heim-holdout=10", a),
      'holdout-without-goal <div> data-heim-holdout: add data-heim-goal="…" to the slot',
    ],
    [
      slot("", '<template data-heim-variant="a" data-heim-weight="5"></template>'),
      'weight-without-test <template> data-heim-weight: add data-heim-choose="test" to the slot, or take the weight away',
    ],
    [
      slot("data-heim-choose=test", a),
      "test-of-one <div> data-heim-choose: add a second variant with a weight, or a holdout",
    ],
    [
      slot("data-heim-choose=test", a + '<template data-heim-variant="b" data-heim-weight="5"></template>'),
      "weights-incomplete <div> : give all of them a weight, or none",
    ],
    [
      slot("data-heim-choose=test", a + b),
      "test-conditions <template> data-heim-when: give all variants of a test the same condition",
    ],
    [slot("", a + b), "shadowed-variant <template> data-heim-when: put it first, or ask for less there"],
    [
      slot("", '<template data-heim-variant="a"><button onclick="x()">A</button></template>'),
      "code-in-variant <button> onclick: listen for events in the page's own script",
    ],
    [
      slot("", '<template data-heim-variant="a"><script>x()</script></template>'),
      "code-in-variant <script> : move it into the page's own script",
    ],
    [
      slot("", '<template data-heim-variant="a"><img src="a.png" width="9"></template>'),
      "image-size <img> : give it width and height",
    ],
    [
      `<div data-heim-slot="hero" data-heim-goal="newsletter">${a}</div>`,
      "manifest-slot <div> data-heim-goal: write the same goal in both",
    ],
    [
      `<div data-heim-slot="hero"><template data-heim-variant="preu"></template></div>`,
      'manifest-slot <template> data-heim-variant: did you mean "peru"?',
    ],
    ['<form data-heim-quiz="q"><input></form>', "quiz-fields <form> : give each field a name"],
    [
      '<form data-heim-quiz="q"><input name="mail" type="email"></form>',
      "quiz-fields <input> type: leave the field out",
    ],
  ])("%s: %s", (html, expected) => {
    expect(told(html)).toEqual([expected]);
  });

  const variants = (...all: [attributes: string, condition: string][]): string =>
    slot(
      "",
      all
        .map(
          ([more, when], at) =>
            `<template data-heim-variant="v${at}" data-heim-when="${when}" ${more}></template>`,
        )
        .join(""),
    );

  test.each<[string, string[]]>([
    [
      variants(["", "interest.hiking > 0.4"], ["", "interest.hiking > 0.6 and visit.count > 2"]),
      ["shadowed-variant"],
    ],
    [variants(["", "visit.count > 2"], ["", "visit.count < 3"], ["", "device.mobile"]), ["shadowed-variant"]],
    // the special one first
    [variants(["", "interest.hiking > 0.6"], ["", "interest.hiking > 0.4"]), []],
    // the first is capped, or rests when the other does not
    [variants(['data-heim-cap="1/day"', "visit.count > 2"], ["", "visit.count > 2"]), []],
    [variants(['data-heim-topics="hiking"', "visit.count > 2"], ["", "visit.count > 2"]), []],
    [
      variants(["", "interest.hiking > 0.4 or bought.travel"], ["", "bought.travel"]),
      ["overlapping-variants"],
    ],
    [variants(["", "interest.hiking > 0.4"], ["", "visit.count > 2"]), ["overlapping-variants"]],
    [variants(["", "visit.count < 2"], ["", "visit.count > 2"]), []],
  ])("%s: %j", (html, expected) => {
    expect(lint(html).map(({ rule }) => rule)).toEqual(expected);
  });

  test.each([
    `<div data-heim-solt="x" data-heim-holdout="5" data-heim-goal="g">${a}</div>`,
    slot("", '<template data-heim-varaint="a" data-heim-when="visit.count = 1"></template>'),
    slot("", `<template data-heim-variant="a" data-heim-when="visit.cuont = 1"></template>${b}`),
    slot('data-heim-holdout="5" data-heim-gaol="g"', a),
    `<div data-heim-slot="hero"><template data-heim-variant="Peru!"></template>${a}</div>`,
    slot("data-heim-choose=tset", `<template data-heim-variant="c" data-heim-weight="5"></template>${a}`),
    slot("", `<template data-heim-variant="c" data-heim-cap="5/dy"></template>${a}`),
  ])("the slip in %s is told once", (html) => {
    expect(told(html)).toHaveLength(1);
  });
});
