import {describe, expect, test} from "vitest";
import * as components from "../../../dashboards/components/index.ts";
import {bridgeBars} from "../../../dashboards/components/bridgeSteps.ts";
import {locale} from "../../../dashboards/format/locale.ts";

const c = locale("en", "GBP");

describe("a bridge", () => {
  const steps = [
    {name: "before", value: 454, total: true},
    {name: "churned", value: -89.4},
    {name: "new", value: 117.1},
    {name: "after", value: 481.7, total: true}
  ];

  test("joins its bars and ends where it must", () => {
    const bars = bridgeBars(steps);
    expect(bars.map(({from}) => from)).toEqual([0, 454, 364.6, 0]);
    expect(bars[2]!.to).toBeCloseTo(481.7, 9);
  });

  test("that does not add up is refused with both sums, and shown as an error", () => {
    const wrong = steps.with(3, {name: "after", value: 490, total: true});
    expect(() => bridgeBars(wrong)).toThrow(/"after" is 490, but the steps before it add up to 481\.7/);
    const shown = String(components.bridge({label: "b", steps: wrong, format: () => ""}, c));
    expect(shown).toContain("state failed");
    expect(shown).not.toContain('class="chart"');
  });

  test("below zero keeps every bar in the plot", () => {
    const drawn = components.bridge(
      {
        label: "b",
        steps: [
          {name: "a", value: 5, total: true},
          {name: "b", value: -9}
        ],
        format: () => ""
      },
      c
    );
    const places = [...String(drawn).matchAll(/top:(-?[\d.]+)%;height:(-?[\d.]+)%/g)].map(([, top, height]) => [
      Number(top),
      Number(height)
    ]);
    expect(places).toHaveLength(2);
    for (const [top, height] of places) {
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top! + height!).toBeLessThanOrEqual(100.01);
    }
  });
});
