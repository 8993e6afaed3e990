import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {hourWeek, quadrants, shareStack, stackedAreas, verbatim} from "../../../dashboards/components/index.ts";
import {locale} from "../../../dashboards/format/locale.ts";

const [en, zh] = [locale("en", "GBP"), locale("zh", "GBP")];
const count = (text: string, part: string) => text.split(part).length - 1;

describe("stacked areas", () => {
  const data = (points: number[][]) => ({
    label: "Open tickets",
    points,
    keys: [
      {name: "new", tone: "r4" as const},
      {name: "old", tone: "c4" as const}
    ],
    y: {format: String},
    ticks: [{at: 0, text: "Jan"}]
  });

  test("the upper edge of a key is the lower edge of the next", () => {
    const markup = String(
      stackedAreas(
        data([
          [1, 3],
          [2, 2]
        ])
      )
    );
    expect(markup).toContain('class="area r4" d="M0,75L100,50L100,100L0,100Z"');
    expect(markup).toContain('class="area c4" d="M0,0L100,0L100,50L0,75Z"');
  });

  test("a path each, whatever the number of points, and the name of each key once", () => {
    const markup = String(stackedAreas(data(Array.from({length: 120}, () => [4, 5]))));
    expect(count(markup, "<path")).toBe(2);
    expect(count(markup, ">old<")).toBe(1);
  });

  test("nothing at all gives no broken number", () => {
    for (const points of [
      [],
      [[0, 0]],
      [
        [0, 0],
        [0, 0]
      ]
    ])
      expect(String(stackedAreas(data(points)))).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("the week by hour", () => {
  const values = Array.from({length: 7}, (_, day) => Array.from({length: 24}, (_, hour) => day * 24 + hour));
  const week = (locale: typeof en) =>
    String(hourWeek({caption: "Tickets", values, breaks: [10, 20, 40, 60, 80, 100, 120, 140], text: String}, locale));

  test("has a cell for each hour with its number, Monday first", () => {
    const markup = week(en);
    expect(count(markup, "<td")).toBe(168);
    expect(markup.indexOf(">Mon<")).toBeLessThan(markup.indexOf(">Sun<"));
    expect(markup).toContain('<td class="q0">0</td>');
    expect(markup).toContain('<td class="q8">167</td>');
    expect(week(zh)).toContain(">周一<");
  });

  test("marks working hours", () => {
    const working = values.map((row, day) => row.map((_, hour) => day < 5 && hour >= 9 && hour < 18));
    const markup = String(hourWeek({caption: "Tickets", values, working, breaks: [1], text: String}, en));
    expect(count(markup, "working")).toBe(45);
  });
});

test("shares of one whole: widths are the shares, wide parts carry their number, empty ones are left out", () => {
  const markup = String(
    shareStack(
      [
        {name: "a", share: 0.6, tone: "c1"},
        {name: "b", share: 0.38, tone: "c2"},
        {name: "c", share: 0.02, tone: "c3"},
        {name: "d", share: 0, tone: "c4"}
      ],
      en
    )
  );
  expect(markup).toContain('aria-label="a 60%, b 38%, c 2%, d 0%"');
  expect(markup).toContain("flex:0.6000");
  expect(count(markup, "<i")).toBe(3);
  expect(count(markup, "<span>")).toBe(2);
});

describe("a quotation", () => {
  test("is escaped, says its language, and sets masks apart", () => {
    const markup = String(
      verbatim({text: "<b>call [number]</b> or [e-mail]", lang: "en", themes: ["Delivery"], meta: ["NPS 3"]}, en)
    );
    expect(markup).toContain('<blockquote lang="en">&lt;b&gt;call <span class="mask"');
    expect(count(markup, "mask")).toBe(4);
    expect(markup).toContain("[number]");
  });

  test("no text breaks its markup", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inside = /<blockquote>(.*)<\/blockquote>/s.exec(String(verbatim({text}, en)))![1]!;
        expect(inside.replace(/<span class="mask" title="masked">|<\/span>/g, "")).not.toMatch(/[<>"]/);
      }),
      {seed: 7}
    );
  });
});

test("two shares against each other: places, crosses of intervals, a hollow dot for what is not clear", () => {
  const markup = String(
    quadrants({
      label: "Better and worse",
      points: [
        {name: "Gift", x: 0.2, y: 0.8, xLow: 0.1, xHigh: 0.3, yLow: 0.7, yHigh: 0.9, tone: "c1", hollow: true},
        {name: "Parcel", x: 0.9, y: 0.2, xLow: 0.85, xHigh: 1.2, yLow: 0.1, yHigh: 0.3, tone: "c4"}
      ],
      names: ["delights", "more", "neither", "must"],
      x: "worse",
      y: "better",
      format: (share) => share.toFixed(2)
    })
  );
  expect(markup).toContain('class="dot c1 hollow" style="left:20%;top:20%"');
  expect(markup).toContain('class="dot c4" style="left:90%;top:80%"');
  expect(markup).toContain("top:80%;left:85%;width:15%");
  expect(markup).toContain('class="label before"');
});
