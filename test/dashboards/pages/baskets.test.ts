import {describe, expect, test} from "vitest";
import {body} from "../../../dashboards/pages/baskets/body.ts";
import type {BasketsData, Summary} from "../../../dashboards/pages/baskets/rows.ts";
import {basketStates, recommendStates} from "../../../models/baskets/states.ts";
import {terms} from "../../../dashboards/pages/glossary/terms.ts";
import {data, due, en, pair, rhythm, summary, test as tested, zh} from "./basketsPage.ts";
import {panelOf} from "./said.ts";

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
    expect(said).toContain("Tea A and Pot B are in one basket 4.2 times as often as chance would have it (3.8 to 4.6)");
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

describe("whether rhythm foretells", () => {
  const told = (rows: BasketsData["rhythm"], c = en) => panelOf(render({rhythm: rows}, c), "rhythm");
  const sample = [
    rhythm("early", 58 / 460, 166, 460),
    rhythm("soon", 15 / 72, 60, 72),
    rhythm("due", 15 / 147, 92, 147),
    rhythm("late", 26 / 201, 99, 201)
  ];

  test("a difference whose interval holds zero is no evidence, and both shares stand with theirs", () => {
    const said = told(sample);
    expect(said).toContain("Not that it shows.");
    expect(said).toContain(
      "Of 420 cases due again (soon, due or late) 13.3% (10.4–16.9%) bought, of 460 not due yet 12.6% (9.9–16.0%): +0.7 pts (−3.7 to 5.2)."
    );
    expect(said).toContain("not who will buy");
    expect(told(sample, zh)).toContain("未见证据");
  });

  test("clear differences are answered yes and no", () => {
    expect(told([rhythm("early", 0.1, 90, 400), rhythm("due", 0.3, 90, 400)])).toContain("Yes: who is due buys more");
    expect(told([rhythm("early", 0.3, 90, 400), rhythm("due", 0.1, 90, 400)])).toContain("No: who is due buys less");
  });

  test("a broken rhythm that clearly buys less is told, one that does not is not", () => {
    expect(told([...sample, rhythm("broken", 39 / 523, 160, 523)])).toContain(
      "Where the rhythm is broken fewer buy than where due: −5.9 pts"
    );
    expect(told([...sample, rhythm("broken", 0.13, 160, 523)])).not.toContain("broken fewer");
  });

  test("states of too few customers are in no sum, and without two sides there is no answer", () => {
    expect(told([...sample.slice(0, 3), rhythm("late", 0.5, 4, 9)])).toContain("Of 219 cases due again");
    expect(told([rhythm("due", 0.2), rhythm("early", 0.1, 4)])).toContain("Not known yet");
  });
});

describe("what is named", () => {
  test("every number of the strip has its definition, which the glossary holds", () => {
    const strip = render().split("<section")[0]!;
    const ids = [...strip.matchAll(/popovertarget="define-([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(["basket", "frequent-pair", "hit-rate", "new-hit-rate", "new-category", "due-again"]);
    const known = terms.flatMap(({terms}) => terms.map(({id}) => id));
    for (const id of ids) expect(known).toContain(id);
  });

  test("recent purchases are no rhythm; where a way hits and misses as plain repeat does it says so", () => {
    const alike = {gain_repeat: 0, gain_repeat_low: 0, gain_repeat_high: 0};
    const said = panelOf(render({tests: [...data.tests, tested("all", "rhythm", alike)]}), "test");
    expect(said).toContain("Recent purchases");
    expect(said).not.toContain("Own rhythm");
    expect(said).toContain("the same hits");
    expect(said).not.toContain("0.0 to 0.0");
    expect(panelOf(render(), "test")).not.toContain("the same hits");
  });

  test("the tile counts the first three new products, the table the first alone, and either says so", () => {
    expect(words(render())).toContain("of 2,116 customers, in their first three new products");
    expect(panelOf(render(), "offers")).toContain("Columns count customers by their first new product alone");
    expect(words(render({}, zh))).toContain("前三件新品之内");
  });

  test("nothing runs out: it is due again, and why actions list fewer is told", () => {
    const said = words(render());
    expect(said).not.toMatch(/run out/);
    expect(said).toContain("Who is due again for what?");
    expect(panelOf(render(), "due")).toContain("These are 109 customers; actions list fewer");
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
