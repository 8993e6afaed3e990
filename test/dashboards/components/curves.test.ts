import {describe, expect, test} from "vitest";
import * as components from "../../../dashboards/components/index.ts";
import {locale} from "../../../dashboards/format/locale.ts";

const c = locale("en", "GBP");
const format = (value: number) => String(value);
const count = (text: string, part: string | RegExp) => text.split(part).length - 1;

describe("curves", () => {
  const points: [number, number][] = [
    [1, 0.3],
    [2, 0.2],
    [3, 0.1]
  ];
  const base = {label: "Retention", x: [1, 3] as const, xTicks: [1, 2, 3], xFormat: format, y: {format}};

  test("draw a running end dashed and apart", () => {
    const drawn = String(components.lines({...base, series: [{points, tone: "c1", running: true}]}));
    expect(count(drawn, "<path")).toBe(2);
    expect(count(drawn, "stroke-dasharray")).toBe(1);
  });

  test("reach the corners of their box", () => {
    const drawn = String(
      components.lines({
        ...base,
        y: {format, max: 0.3},
        series: [
          {
            points: [
              [1, 0.3],
              [3, 0]
            ],
            tone: "c1"
          }
        ]
      })
    );
    expect(drawn).toContain('d="M0,0L100,100"');
  });

  test("are one image with a name, and their text is not read twice", () => {
    const drawn = String(components.lines({...base, series: [{points, tone: "c1", label: "x"}]}));
    expect(drawn).toMatch(/role="img" aria-label="Retention"><div class="plot" aria-hidden="true">/);
  });

  test("are read point by point, labelled series only", () => {
    const drawn = String(
      components.linesReadout(
        {
          ...base,
          name: (x) => `Month ${x}`,
          value: (v) => c.f.share(v, 0),
          series: [
            {points, tone: "c1", label: "Mean"},
            {points, tone: "ctx"}
          ]
        },
        c
      )
    );
    const readings = JSON.parse(/data-readings="([^"]*)"/.exec(drawn)![1]!.replaceAll("&quot;", '"')) as unknown[];
    expect(readings).toEqual([
      {at: 0, text: "Month 1: Mean 30%"},
      {at: 50, text: "Month 2: Mean 20%"},
      {at: 100, text: "Month 3: Mean 10%"}
    ]);
  });

  test("without points are an empty frame of the same height", () => {
    expect(String(components.lines({...base, series: [{points: [], tone: "c1"}]}))).toContain("--h:250px");
  });
});

test("points with too few behind them are absent, those still running hollow", () => {
  const drawn = String(
    components.points({
      label: "p",
      y: {format},
      rows: [
        {name: "a", value: 0.2, low: 0.1, high: 0.3},
        {name: "b", value: null, low: 0, high: 1},
        {name: "c", value: 0.2, low: 0.1, high: 0.3, running: true}
      ]
    })
  );
  expect(count(drawn, 'class="whisker')).toBe(2);
  expect(count(drawn, "dot c1 hollow")).toBe(1);
});

test("stacked bars of a month add up to its total", () => {
  const drawn = String(
    components.stackedMonths({
      label: "s",
      months: [{name: "m", values: [30, 50, 20]}],
      keys: [
        {name: "a", tone: "r7"},
        {name: "b", tone: "r6"},
        {name: "c", tone: "r4"}
      ],
      y: {format, max: 100}
    })
  );
  const heights = [...drawn.matchAll(/height:calc\(([\d.]+)% - 1px\)/g)].map(([, height]) => Number(height));
  expect(heights).toEqual([30, 50, 20]);
});
