import { expect, test, vi } from "vitest";
import { arrivalIn, channelIn, cleanAddress } from "./arrival.js";

const now = Date.UTC(2026, 10, 1);
const day = 86_400_000;
const campaigns = {
  peru: { until: "2026-11-11", topics: ["travel"], utm: ["nl-peru", "autumn"] },
  old: { until: "2026-01-01" },
  short: { days: 2 },
};

test.each([
  ["?heim=peru", { id: "peru", until: Date.UTC(2026, 10, 11), topics: ["travel"] }],
  ["?a=1&heim=short", { id: "short", until: now + 2 * day, topics: [] }],
  ["?heim=unheard-of", { id: "unheard-of", until: now + 30 * day, topics: [] }],
  ["?utm_campaign=autumn", { id: "peru", until: Date.UTC(2026, 10, 11), topics: ["travel"] }],
  ["?utm_campaign=short", { id: "short", until: now + 2 * day, topics: [] }],
  ["?utm_campaign=other", undefined],
  ["?utm_campaign=", undefined],
  ["?heim=old", undefined],
  ["?heim=", undefined],
  ["", undefined],
])("%s", (search, arrival) => {
  expect(arrivalIn(search, { campaigns }, now)).toEqual(arrival);
});

test.each([
  ["https://shop.example/a?heim=peru", "https://shop.example/a"],
  ["https://shop.example/a?heim=peru&b=%20x+y#top", "https://shop.example/a?b=%20x+y#top"],
  ["https://shop.example/a?b=1&heim=peru", "https://shop.example/a?b=1"],
  ["https://shop.example/a?b=1&heim=peru&c=2", "https://shop.example/a?b=1&c=2"],
])("%s becomes %s", (href, clean) => {
  const replaceState = vi.fn();
  cleanAddress({ location: { href }, history: { state: { page: 1 }, replaceState } } as never);
  expect(replaceState).toHaveBeenCalledExactlyOnceWith({ page: 1 }, "", new URL(clean));
});

test("an address without a campaign is left alone", () => {
  const replaceState = vi.fn();
  cleanAddress({ location: { href: "https://shop.example/?a=heim" }, history: { replaceState } } as never);
  expect(replaceState).not.toHaveBeenCalled();
});

test.each([
  ["", "", "direct"],
  ["", "https://www.google.com/", "search"],
  ["", "https://google.co.uk/search?q=x", "search"],
  ["", "android-app://com.google.android.googlequicksearchbox/", "search"],
  ["", "https://duckduckgo.com/", "search"],
  ["", "https://l.facebook.com/", "social"],
  ["", "https://t.co/abc", "social"],
  ["", "https://www.pinterest.de/", "social"],
  ["", "https://mail.google.com/", "email"],
  ["", "https://outlook.live.com/", "email"],
  ["", "https://blog.example/about?mail=ada@mail.example", "referral"],
  ["", "https://not-google.example/", "referral"],
  ["", "https://fedex.com/", "referral"],
  ["", "https://www.shop.example/p/1", undefined],
  ["", "https://shop.example/p/1", undefined],
  ["?utm_medium=email", "https://www.google.com/", "email"],
  ["?utm_medium=Paid%20Social", "", "paid-social"],
  ["?utm_medium=cpc&utm_source=x", "https://shop.example/", "cpc"],
  ["?utm_medium=", "https://www.bing.com/", "search"],
  ["?utm_medium=ada@mail.example", "", "direct"],
  ["?utm_medium=%2B4930123456", "https://t.co/", "social"],
  [`?utm_medium=${"x".repeat(33)}`, "", "direct"],
])("an address with %j after %j: the channel is %s", (search, referrer, channel) => {
  expect(channelIn(search, referrer, "shop.example")).toBe(channel);
  expect(channelIn(search, referrer, "www.shop.example")).toBe(channel);
});
