import {describe, expect, test} from "vitest";
import {body} from "../../../dashboards/pages/baskets/body.ts";
import type {BasketsData, Summary} from "../../../dashboards/pages/baskets/rows.ts";
import {basketStates, recommendStates} from "../../../models/marts/mart_basket_summary.ts";
import {data, due, en, pair, summary, test as tested, zh} from "./basketsPage.ts";

const render = (change: Partial<BasketsData> = {}, c = en) => body("What goes together?", {...data, ...change}, c);
const words = (markup: string) =>
  markup
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const of = (change: Partial<Summary>) => ({summary: {...summary, ...change}});
const broken = /NaN|Infinity|undefined|null|\[object|&amp;amp;/;
const nothing: Partial<BasketsData> = {pairs: [], rules: [], tests: [], offers: [], due: [], rhythm: []};

describe("what is said", () => {
  test("the strongest pair with its interval, and the hit rate against what is popular", () => {
    const said = words(render());
    expect(said).toContain("Tea A and Pot B are in one basket 4.2 times as often as chance (3.8 to 4.6)");
    expect(said).toContain(
      "72% bought from the ten products that they would have been shown (67–76%), +4.4 pts against what is popular."
    );
  });

  test("a gain whose interval holds zero is not called one", () => {
    expect(words(render())).toContain("no clear gain over plain repeat, 69%");
    const tests = [
      tested("all", "learned", {gain_popularity: 0.01, gain_popularity_low: -0.01, gain_popularity_high: 0.03})
    ];
    expect(words(render({tests}))).toContain("not clearly more than what is popular");
  });

  test("only the stretch that chose nothing is shown", () => {
    expect(words(render())).not.toContain("90.0%");
  });

  test("a pair that is rarer than chance is no finding", () => {
    expect(words(render({pairs: [pair(1, "A", "B", {lift: 0.5, lift_low: 0.4, lift_high: 0.7})]}))).toContain(
      "No pair is clearly bought together"
    );
  });

  test("the dearest of what falls due leads to its customer", () => {
    expect(render({due: [due(1)]})).toContain("key=C-00AA1");
  });
});

describe("few customers", () => {
  test("pairs, rules, products and states of too few are not told", () => {
    const said = words(render());
    expect(said).not.toContain("Pot D");
    expect(said).not.toContain("Secret S");
    expect(said).not.toContain("Product 3");
    expect(said).toContain("under 10");
    expect(said).not.toContain("10% n");
  });

  test("baskets of nobody known are no secret", () => {
    expect(words(render({pairs: [pair(1, "A", "B", {customers: 0})]}))).toContain("Tea A and Pot B are in one basket");
  });
});

describe("states", () => {
  test("every reason why there is no rule is named in both languages, and nothing is broken", () => {
    for (const state of basketStates) {
      for (const recommend_state of recommendStates) {
        for (const c of [en, zh]) {
          const markup = render(
            {
              ...nothing,
              ...of({
                state,
                recommend_state,
                pairs: 0,
                least_baskets: null,
                least_share: null,
                items_per_basket: null,
                horizon_days: null
              })
            },
            c
          );
          expect(markup).not.toMatch(broken);
          if (state !== "ready") expect(markup).toContain('class="state');
        }
      }
    }
  });

  test.each([
    ["no_items", "No line names a product"],
    ["one_item", "There is one product only"],
    ["one_item_baskets", "No basket holds two products"],
    ["too_few", "No pair is bought together often enough"]
  ] as const)("%s: %s", (state, said) => {
    expect(words(render({...nothing, ...of({state})}))).toContain(said);
  });

  test("nobody bought twice: said, and no hit rate", () => {
    const said = words(render({...nothing, ...of({recommend_state: "nobody_returned"})}));
    expect(said).toContain("Nobody has bought on two days");
    expect(said).toContain("could not be tested");
  });

  test("no model at all: which export to add", () => {
    expect(words(render({...nothing, summary: undefined}))).toContain("order_lines");
  });

  test("no broken number with all there is; elements within the budget", () => {
    for (const c of [en, zh]) expect(render({}, c)).not.toMatch(broken);
    expect((render().match(/<[a-z]/g) ?? []).length).toBeLessThan(1_300);
  });
});
