import {describe, expect, test} from "vitest";
import {contrast, distance, themes, vision} from "./palette.ts";

const hues = ["c1", "c2", "c3", "c4", "c5", "c6", "c7"];
const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8];

describe.each(Object.entries(themes))("%s", (theme, tokens) => {
  const of = (name: string) => tokens[name]!;
  const grounds = ["paper", "rail-bg"];

  test("text reads on paper, on the rail and on controls", () => {
    for (const text of ["ink", "ink-2", "muted", "accent-text", "good", "bad", "warn"]) {
      for (const ground of [...grounds, "surface"]) {
        expect(contrast(of(text), of(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(of("on-accent"), of("accent-solid"))).toBeGreaterThanOrEqual(4.5);
  });

  test("a hue that is text reaches 4.5, a hue that is a shape 3", () => {
    for (const hue of ["c1", "c2t", "c3t", "c4t", "c5", "c6t", "c7t", "ctxt"]) {
      expect(contrast(of(hue), of("paper")), hue).toBeGreaterThanOrEqual(4.5);
    }
    for (const hue of [...hues, "ctx"]) expect(contrast(of(hue), of("paper")), hue).toBeGreaterThanOrEqual(3);
  });

  test("borders of controls, focus rings and axes can be made out", () => {
    for (const edge of ["control", "focus"]) {
      for (const ground of grounds) expect(contrast(of(edge), of(ground)), edge).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(of("axis"), of("paper"))).toBeGreaterThanOrEqual(2.95);
  });

  test("every step of the ramp carries its text", () => {
    for (const step of steps) expect(contrast(of(`q${step}`), of(`q${step}i`)), `q${step}`).toBeGreaterThanOrEqual(4.5);
  });

  test("more is further from the paper", () => {
    const ratios = steps.map((step) => contrast(of(`q${step}`), of("paper")));
    expect([...ratios].sort((a, b) => a - b)).toEqual(ratios);
  });

  test("any two hues differ for every kind of vision", () => {
    const least = {
      light: {normal: 11.8, protan: 8.3, deutan: 8.4, tritan: 9.4},
      dark: {normal: 13.2, protan: 7.6, deutan: 9.7, tritan: 9.4}
    };
    const bound = least[theme as "light" | "dark"];
    for (const kind of Object.keys(vision) as (keyof typeof bound)[]) {
      const pairs = hues.flatMap((a, i) => hues.slice(i + 1).map((b) => distance(of(a), of(b), kind)));
      expect(Math.min(...pairs), kind).toBeGreaterThanOrEqual(bound[kind] - 0.06);
    }
  });

  test("favourable and unfavourable are told apart by every kind of vision", () => {
    for (const kind of Object.keys(vision)) {
      expect(distance(of("good"), of("bad"), kind), kind).toBeGreaterThanOrEqual(11);
    }
  });
});
