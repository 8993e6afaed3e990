import {describe, expect, test} from "vitest";
import {segments} from "../../../dashboards/pages/segments.ts";
import {classCuts} from "../../../dashboards/pages/segments/paretoPanel.ts";
import {scoreRange} from "../../../dashboards/pages/segments/namesPanel.ts";
import {quietBest} from "../../../dashboards/pages/segments/quietBest.ts";
import type {CellRow} from "../../../dashboards/pages/segments/rows.ts";
import {withheldParts} from "../../../dashboards/pages/segments/withheld.ts";
import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {usualSegments} from "../../../ingest/config.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
const [en, zh] = [pageContext("/segments", "en", company), pageContext("/segments", "zh", company)];

const segmentOf = (r: number, f: number) =>
  usualSegments.find((row) => row.recency.includes(r) && row.frequency.includes(f))!.segment;

/** 25 cells of 20 customers, but 12 and 30 in R1 and R2 of F5; those of F5 and R1–R2 hold 5% of revenue. */
const cells: CellRow[] = [1, 2, 3, 4, 5].flatMap((r) =>
  [1, 2, 3, 4, 5].map((f) => ({
    recency_score: r,
    frequency_score: f,
    segment: segmentOf(r, f),
    customers: f === 5 && r < 3 ? (r === 1 ? 12 : 30) : 20,
    net_revenue: 100,
    customer_share: 0.04,
    revenue_ratio: f === 5 && r < 3 ? 0.025 : 0.04
  }))
);

const data = {
  mart_rfm_grid: cells,
  mart_segment: [
    {
      segment: "lost",
      position: 2,
      customers: 4,
      customer_share: 0.01,
      orders: 5,
      net_revenue: 77,
      revenue_ratio: 0.01,
      average_order_value: 15.4,
      average_recency_days: 300,
      average_orders: 1.25,
      average_revenue: 19.25
    },
    {
      segment: "champions",
      position: 1,
      customers: 323,
      customer_share: 0.19,
      orders: 2597,
      net_revenue: 97950,
      revenue_ratio: 0.4708,
      average_order_value: 37.72,
      average_recency_days: 23.4,
      average_orders: 8.04,
      average_revenue: 303.25
    },
    {
      segment: "gold club",
      position: 3,
      customers: 40,
      customer_share: 0.1,
      orders: 50,
      net_revenue: 500,
      revenue_ratio: 0.05,
      average_order_value: 10,
      average_recency_days: 9,
      average_orders: 1.25,
      average_revenue: 12.5
    }
  ],
  mart_rfm_score: [{measure: "recency", score: 5, customers: 30, lowest: 0, highest: 21, window_days: 365}],
  mart_pareto: [
    {top_percent: 20, customers: 432, net_revenue: 6000, revenue_share: 0.6039, gini: 0.5646},
    {top_percent: 100, customers: 2160, net_revenue: 10000, revenue_share: 1, gini: 0.5646}
  ],
  mart_abc_class: [
    {abc_class: "A", buyers: 235, buyer_share: 0.1, net_revenue: 9037, revenue_ratio: 0.3},
    {abc_class: "A+", buyers: 60, buyer_share: 0.03, net_revenue: 6017, revenue_ratio: 0.2},
    {abc_class: "C", buyers: 640, buyer_share: 0.87, net_revenue: 1501, revenue_ratio: 0.5}
  ]
};
const words = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const finding = (rendered: string) => words(/<p class="finding">(.*?)<\/p>/.exec(rendered)![1]!).trim();
const render = (change: object = {}, c = en) => segments.render({...data, ...change} as never, c);

describe("the finding", () => {
  test("says what the best fifth holds, who has gone quiet, and what they brought", () => {
    expect(finding(render())).toBe(
      "The best 20% of customers hold 60% of revenue. 42 of those who ordered most often have gone quiet; they brought 5.0% of revenue in the last 12 months."
    );
    expect(finding(render({}, zh))).toBe(
      "前 20% 的客户贡献了 60% 的收入。 42 位 购买最频繁的客户已沉寂，近 12 个月收入中的 5.0% 来自他们。"
    );
  });

  test("leads to exactly those customers where one segment holds them", () => {
    expect(render()).toContain('<a href="./customers.html?segment=cannot_lose">42</a>');
    const wide = cells.map((cell) => (cell.recency_score === 3 ? {...cell, segment: "cannot_lose"} : cell));
    expect(quietBest(cells).segment).toBe("cannot_lose");
    expect(quietBest(wide).segment).toBeNull();
  });

  test("withholds too few, and says when nobody has gone quiet", () => {
    const with4 = (n: number) => cells.map((cell) => (cell.frequency_score === 5 ? {...cell, customers: n} : cell));
    expect(finding(render({mart_rfm_grid: with4(4)}))).toContain("Fewer than 10 of those who ordered most often");
    expect(finding(render({mart_rfm_grid: with4(4)}))).not.toContain("brought");
    expect(finding(render({mart_rfm_grid: with4(0)}))).toContain("None of those who ordered most often has gone quiet");
  });

  test("calls an even spread even, and no revenue no revenue", () => {
    const flat = data.mart_pareto.map((row) => ({...row, revenue_share: row.top_percent / 100, gini: 0.01}));
    expect(finding(render({mart_pareto: flat}))).toContain(
      "Revenue is spread evenly: the best 20% of customers hold 20%."
    );
    const none = data.mart_pareto.map((row) => ({...row, revenue_share: 0, gini: null}));
    expect(finding(render({mart_pareto: none}))).toContain("No customer has brought net revenue yet.");
  });
});

describe("the grid", () => {
  test("has 25 cells, each with its count, its name and its customers", () => {
    const grid = /<table class="tiles">.*?<\/table>/.exec(render())![0];
    expect(grid.match(/<td/g)).toHaveLength(25);
    expect(grid).toContain('<a href="./customers.html?recency=2&amp;frequency=5"><b>30</b>');
    expect(grid).toContain("Champions");
  });

  test("tints by share of revenue", () => {
    const [only] = cells;
    const share = (revenue_ratio: number) =>
      /<td class="(q\d)">/.exec(render({mart_rfm_grid: [{...only!, revenue_ratio}]}))![1];
    expect([0, 0.01, 0.05, 0.3].map(share)).toEqual(["q0", "q2", "q4", "q8"]);
  });

  test("withholds a small cell, and a second one so that it cannot be told from the segment", () => {
    const small = cells.map((cell) =>
      cell.recency_score === 1 && cell.frequency_score === 5 ? {...cell, customers: 6} : cell
    );
    const grid = /<table class="tiles">.*?<\/table>/.exec(render({mart_rfm_grid: small}))![0];
    expect(grid.match(/class="withheld"/g)).toHaveLength(2);
    expect(grid).not.toContain("<b>6</b>");
    expect(grid).not.toContain("<b>30</b>");
  });

  test("an empty cell is a zero without a list", () => {
    const empty = cells.map((cell) => ({...cell, customers: 0}));
    const grid = /<table class="tiles">.*?<\/table>/.exec(render({mart_rfm_grid: empty}))![0];
    expect(grid.match(/<b>0<\/b>/g)).toHaveLength(25);
    expect(grid).not.toContain("<a ");
  });
});

test("withheld are small parts, and one more where one alone is small", () => {
  expect(withheldParts([6, 30, 20, 0], 10)).toEqual([true, false, true, false]);
  expect(withheldParts([6, 3, 20], 10)).toEqual([true, true, false]);
  expect(withheldParts([12, 30, 0], 10)).toEqual([false, false, false]);
  expect(withheldParts([6, 0], 10)).toEqual([true, false]);
  expect(withheldParts([6, 30], 0)).toEqual([false, false]);
});

describe("the segment table", () => {
  const table = (change?: object) => /<table id="segments">.*?<\/table>/.exec(render(change))![0];

  test("gives each segment in the order of the configuration, with its numbers", () => {
    const body = words(table());
    expect(body).toMatch(/Champions 323 £98.0k 47% 19% of customers £303 8.0 £38 23 days/);
    expect(body.indexOf("Champions")).toBeLessThan(body.indexOf("Lost"));
    expect(table()).toContain('href="./customers.html?segment=champions"');
  });

  test("says nothing of a segment with too few customers, nor of the smallest other one", () => {
    expect(words(table())).toMatch(/Lost – – – – – – – /);
    expect(words(table())).toMatch(/Gold club – – – – – – – /);
    expect(table()).not.toContain("£77");
  });

  test("goes into the CSV as plain numbers, without what is withheld", () => {
    const start = segments.live!.data!(data as never, en) as {rows: unknown[][]; asOf: string};
    expect(start.asOf).toBe("2026-06-24");
    expect(start.rows[0]).toEqual(["champions", 323, 0.19, 2597, 97950, 0.4708, 37.72, 23.4, 8.04, 303.25]);
    expect(start.rows[1]).toEqual(["lost", ...Array<null>(9).fill(null)]);
  });
});

describe("concentration", () => {
  test("A and B end where their buyers end", () => {
    const share = (abc_class: "A+" | "A" | "A-" | "B" | "C", buyer_share: number) => ({
      abc_class,
      buyers: 1,
      buyer_share,
      net_revenue: 1,
      revenue_ratio: 0
    });
    const cuts = classCuts([share("A", 0.1), share("A+", 0.03), share("A-", 0.25), share("B", 0.31), share("C", 0.31)]);
    expect(cuts.map(({name, at}) => [name, Number(at.toFixed(6))])).toEqual([
      ["A", 0.38],
      ["B", 0.69]
    ]);
  });

  test("classes stand best first, with their sum", () => {
    const table = words(/<table id="classes">.*?<\/table>/.exec(render())![0]);
    expect(table).toMatch(/A\+ 60 3.0% £6,017 20.0% £100 A 235 10.0% £9,037 30.0% £38 C 640/);
    expect(table).toMatch(/All 935 100% £16.6k 100% £18/);
    expect(render()).toContain('href="./customers.html?abc=A%2B"');
  });

  test("the chart's name says the finding", () => {
    expect(render()).toContain("the top 20% of customers hold 60%; Gini 0.56");
  });
});

test("scores are written as ranges where they are neighbours", () => {
  expect(scoreRange("R", [4, 5, 4])).toBe("R4–R5");
  expect(scoreRange("F", [1])).toBe("F1");
  expect(scoreRange("R", [1, 3])).toBe("R1, R3");
});

test("a score stands beside its values; one that nobody has is a dash", () => {
  const table = words(/<table id="scores">.*?<\/table>/.exec(render())![0]);
  expect(table).toContain("5 0 – 21 – –");
  expect(table).toContain("4 – – –");
});

test("the window is in the words, or left out where it reaches back to the first order", () => {
  expect(render()).toContain("Customers who ordered in the last 12 months, with");
  const all = [{...data.mart_rfm_score[0], window_days: null}];
  expect(render({mart_rfm_score: all})).toContain("Customers who ordered, with their net revenue");
  const half = [{...data.mart_rfm_score[0], window_days: 180}];
  expect(render({mart_rfm_score: half})).toContain("Customers who ordered in the last 180 days, with");
});

test("without orders the page says which export to add", () => {
  const none = {mart_rfm_grid: [], mart_segment: [], mart_rfm_score: [], mart_pareto: [], mart_abc_class: []};
  expect(words(render(none))).toContain("Add an orders export to perennial.config.ts and run perennial run .");
});

test("no state shows NaN, undefined or null", () => {
  for (const c of [en, zh]) {
    const bare = {...data.mart_segment[0], customers: 0, average_order_value: null, average_recency_days: null};
    const states = [{}, {mart_segment: [{...bare, average_revenue: null}]}, {mart_rfm_score: []}, {mart_abc_class: []}];
    for (const change of states) expect(words(render(change, c))).not.toMatch(/NaN|undefined|null|Infinity/);
  }
});
