import {expect, test} from "vitest";
import * as components from "../../../dashboards/components/index.ts";
import {locale} from "../../../dashboards/format/locale.ts";

const c = locale("en", "GBP");
const count = (text: string, part: string | RegExp) => text.split(part).length - 1;

test("fewer than five bins make no calibration curve", () => {
  const bin = {predicted: 0.5, observed: 0.5, low: 0.4, high: 0.6, n: 10};
  expect(String(components.calibration({label: "c", bins: [bin, bin, bin, bin]}, c))).not.toContain("<svg");
  expect(String(components.calibration({label: "c", bins: Array.from({length: 5}, () => bin)}, c))).toContain("<svg");
});

test("fewer than three gaps make a sentence, not a rhythm", () => {
  const drawn = String(components.rhythm({gaps: [30, 31], median: 30.5, now: 94}, c));
  expect(drawn).not.toContain("<svg");
  expect(drawn).toContain("94 days");
});

test("an interval outside the track ends at its edge", () => {
  expect(String(components.intervalTrack({value: 2, low: -1, high: 3, domain: [0, 1]}))).toContain("left:0%;right:0%");
});

test("the capacity line stands after the rows that can be called", () => {
  const row = {place: 1, key: "C-1", risk: {share: 0.5}, value: "£1", reasons: [], last: "today", consent: false};
  const drawn = String(
    components.rank(
      {
        caption: "r",
        heads: ["", "", "", "", "", "", ""],
        rows: [row, {...row, place: 2}],
        capacity: {after: 1, text: "enough"}
      },
      c
    )
  );
  expect(drawn.indexOf("capacity")).toBeGreaterThan(drawn.indexOf("C-1"));
  expect(drawn.indexOf("capacity")).toBeLessThan(drawn.lastIndexOf("C-1"));
  expect(count(drawn, "no consent")).toBe(2);
});
