import {csvParse} from "d3";
import {describe, expect, test} from "vitest";
import {attributesCsv} from "../../../dashboards/pages/personas/attributesCsv.ts";
import {personaName} from "../../../dashboards/pages/personas/featureWords.ts";
import {personaFeatures} from "../../../models/personas/catalogue.ts";
import {attribute, data, en, persona, render, stability, zh} from "./personasPage.ts";
import {broken, findingOf, panelOf} from "./said.ts";

const none = {personas: [], traits: [], examples: []};
const summary = data.summary!;

describe("the finding", () => {
  test("how many kinds, how stable beside smooth variation, and which brings most", () => {
    expect(findingOf(render())).toBe(
      "Customers fall into 2 kinds, which two halves of them agree on by 0.93 (0.55 if they varied smoothly). “Many orders, ordered lately” brings most: 60% of customers and 60% of the year's revenue."
    );
    expect(findingOf(render({}, zh))).toContain("客户可分为 2 类");
  });

  test("customers who vary smoothly have no personas; the numbers say why, the attributes stay", () => {
    const said = render({
      ...none,
      summary: {...summary, verdict: "smooth", personas: 0},
      stability: [stability(2), stability(3, {ari_mean: 0.7})]
    });
    expect(findingOf(said)).toContain("No personas: no division into two to eight groups is stable, more than");
    expect(findingOf(said)).toContain(
      "3 groups, two halves of the customers agree by 0.70 (0.55 without groups; 0.75 is stable)"
    );
    expect(said).not.toContain('id="personas"');
    expect(panelOf(said, "stability")).toContain("not found again");
    expect(panelOf(said, "by-country")).toContain("GB");
  });

  test("groups short of stable by less than a standard error are undecided, not smooth", () => {
    const near = stability(4, {ari_mean: 0.7495, smooth_ari_mean: 0.54, within_mean: 0.5});
    const said = (four: typeof near, c = en) =>
      render(
        {...none, summary: {...summary, verdict: "smooth", personas: 0}, stability: [stability(2), four, stability(5)]},
        c
      );
    const undecided = said(near);
    expect(findingOf(undecided)).toMatch(
      /^No personas yet: undecided. Two halves .* agree on 4 groups by 0.7495 .*standard error short of 0.75,/
    );
    expect(findingOf(undecided)).not.toContain("no division");
    expect(panelOf(undecided, "none")).toContain("No kinds that are stable enough");
    expect(panelOf(undecided, "stability")).toMatch(/40.74950.10.*undecided/);
    expect(said(near, zh)).not.toMatch(broken);
    for (const far of [{ari_mean: 0.7}, {smooth_ari_mean: 0.76}, {within_mean: 0.62}, {smallest_share: 0.01}])
      expect(findingOf(said({...near, ...far}))).toContain("No personas: no division");
  });

  test("too few customers or features are said with the number needed, no orders with the export", () => {
    const few = {...none, stability: []};
    expect(findingOf(render({...few, summary: {...summary, verdict: "too_few_customers", customers: 80}}))).toBe(
      "No personas: 200 customers with an order are needed to find them again, there are 80."
    );
    expect(findingOf(render({...few, summary: {...summary, verdict: "too_few_features", used_features: 2}}))).toContain(
      "customers differ in 2 features"
    );
    for (const c of [en, zh]) {
      const nobody = render({...few, summary: undefined, attributes: []}, c);
      expect(nobody).toContain("<code>orders</code>");
      expect(nobody).not.toMatch(broken);
    }
  });
});

describe("names", () => {
  test("traits in words, the strongest first, in both languages", () => {
    expect(personaName("orders+ recency_days-", en)).toBe("Many orders, ordered lately");
    expect(personaName("average_order_value+ tenure_days- orders-", zh)).toBe("客单价高、新近获客、订单少");
    expect(personaName("", en)).toBe("Nothing stands out");
  });

  test("every feature has words for more and for less, and no two are the same", () => {
    for (const c of [en, zh]) {
      const said = personaFeatures.flatMap((feature) => [personaName(`${feature}+`, c), personaName(`${feature}-`, c)]);
      expect(new Set(said).size).toBe(2 * personaFeatures.length);
    }
  });
});

describe("the kinds", () => {
  test("size, revenue, whether they come back with its interval, and the list", () => {
    const said = panelOf(render(), "personas");
    expect(said).toContain("1 · Many orders, ordered lately");
    expect(said).toContain("60060.0%£48.0k60%£50.0050%45–55%40%£6,000£60");
    expect(render()).toContain('href="./data/personas/perennial-persona-1-2026-06-24.csv"');
    expect(render({}, zh)).toContain('href="../data/personas/perennial-persona-2-2026-06-24.csv"');
  });

  test("one of too few customers is withheld, and another with it, or the rest would give it away", () => {
    const personas = [persona(1, "orders+", 500), persona(2, "orders-", 491), persona(3, "tickets+", 9)];
    const said = render({personas});
    expect(panelOf(said, "personas")).toContain("withheld");
    expect(said).not.toContain("persona-3-");
    expect(said).not.toContain("persona-2-");
    expect(panelOf(said, "examples")).not.toContain("C-000021");
    expect(panelOf(said, "traits")).not.toContain("2 ·");
  });

  test("what it differs in: means beside all, what is known of too few withheld, what does not vary left out", () => {
    const said = panelOf(render(), "traits");
    expect(said).toContain("Days since last order");
    expect(said).toContain("NPS score*");
    expect(said).not.toContain("Tickets");
    expect(said).toContain("– withheld");
    expect(said).toContain("+1.2");
    expect(said).toContain("−0.6");
  });

  test("examples are pseudonyms that lead to their profile", () => {
    expect(render()).toContain('href="./customers.html?key=C-000011"');
    expect(panelOf(render(), "examples")).not.toContain("C-000014");
  });
});

describe("attributes", () => {
  test("small values are withheld and counted; an attribute of one value divides nobody", () => {
    const said = render();
    expect(panelOf(said, "by-country")).toContain("2 of fewer than 10 customers");
    expect(said).not.toMatch(/\bMT\b|\bIS\b/);
    expect(said).not.toContain('id="by-party"');
    expect(said).toContain('href="./customers.html?country=GB"');
  });

  test("of too few buyers only the number of customers is told, on the page and in the file", () => {
    const rows = [attribute("country", "GB", 700), attribute("country", "FR", 300, {buyers: 3, mean_clv: 777})];
    expect(panelOf(render({attributes: rows}), "by-country")).toContain("FR30030%––––");
    expect(panelOf(render({attributes: rows}), "by-country")).toContain(
      "– : too few of them have an order, or it would give such a number away."
    );
    const parties = [attribute("party", "person", 700), attribute("party", "organisation", 300)];
    expect(panelOf(render({attributes: parties}), "by-party")).toContain(
      "Revenue is that of orders; deals won are left out."
    );
    expect(attributesCsv(rows, {asOf: "2026-06-24", minCell: 10})).not.toContain("777");
    expect(attributesCsv(data.attributes, {asOf: "2026-06-24", minCell: 10})).not.toContain("MT");
  });

  test("the file holds no numbers whose difference is of fewer than ten customers", () => {
    const rows = [
      attribute("loyalty_tier", "Leaf", 400, {buyers: 396, active_customers_365d: 300}),
      attribute("loyalty_tier", "Estate", 60, {buyers: 40, active_customers_365d: 33}),
      attribute("loyalty_tier", "Blossom", 160, {buyers: 120, active_customers_365d: 80})
    ];
    const file = csvParse(attributesCsv(rows, {asOf: "2026-06-24", minCell: 10}).slice(1));
    const told = file.map((row) => [row.value, row.buyers, row.active_customers_365d, row.active_share]);
    expect(told).toEqual([
      ["Leaf", "", "300", "0.5"],
      ["Blossom", "120", "80", "0.5"],
      ["Estate", "40", "", ""]
    ]);
  });

  test("the method says what customers are grouped by and what no export names", () => {
    const said = panelOf(render(), "method");
    expect(said).toContain("Days since last order, Orders, Order value");
    expect(said).toContain("Known of too few customersNPS score");
    expect(said).toContain("industry, company size, age");
  });
});

test("nothing broken is said in either language, whatever is missing", () => {
  const bare = data.personas.map((row) => ({
    ...row,
    revenue_ratio: null,
    average_order_value: null,
    mean_risk_share: null,
    clv: null,
    mean_clv: null
  }));
  for (const c of [en, zh]) {
    expect(render({}, c)).not.toMatch(broken);
    expect(render({personas: bare}, c)).not.toMatch(broken);
    expect(render({examples: [], traits: []}, c)).not.toMatch(broken);
  }
});
