import {describe, expect, test} from "vitest";
import {dodge} from "../../../dashboards/components/dodge.ts";
import {rightMargin} from "../../../dashboards/components/endLabels.ts";
import {valueScale} from "../../../dashboards/components/scales.ts";
import {spread} from "../../../dashboards/components/spread.ts";
import {textWidth} from "../../../dashboards/components/textWidth.ts";

describe("labels", () => {
  test("of neighbours keep their distance and their order, inside the box", () => {
    const places = spread([50, 51, 52, 99, 100], 10);
    const sorted = [...places].sort((a, b) => a - b);
    expect(sorted).toEqual(places);
    for (let i = 1; i < places.length; i++) expect(places[i]! - places[i - 1]!).toBeGreaterThanOrEqual(10 - 1e-9);
    expect(places.at(-1)!).toBeLessThanOrEqual(100);
    expect(spread([20, 80], 10)).toEqual([20, 80]);
  });

  test("fit beside the value axis and at the ends of curves", () => {
    const scale = valueScale({format: (value) => `£${value}`}, 1234);
    for (const tick of scale.ticks) expect(scale.left).toBeGreaterThanOrEqual(textWidth(`£${tick}`) + 8);
    expect(rightMargin([{text: "All, mean", tone: "ink", x: 100, y: 0}])).toBeGreaterThanOrEqual(
      textWidth("All, mean") + 6
    );
    expect(rightMargin([{text: "short", tone: "ink", x: 10, y: 0}])).toBe(12);
  });

  test("in Chinese take the width of wide characters", () => expect(textWidth("全部平均")).toBeGreaterThan(48));
});

test("dots nearer than the gap stand above each other", () => {
  expect(dodge([10, 10, 11, 20], 2)).toEqual([
    [10, 0],
    [10, 1],
    [11, 2],
    [20, 0]
  ]);
});
