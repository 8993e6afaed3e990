import {describe, expect, test} from "vitest";
import {scoreRange} from "../../../models/intermediate/segmentOf.ts";
import {quietBest} from "../../../dashboards/pages/segments/quietBest.ts";
import {cells, data, words, finding, render, en, zh} from "./segmentsPage.ts";

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

  test("a cell that the monetary score divides says so", () => {
    const divided = cells.map((cell) => ({...cell, segment: null}));
    expect(/<table class="tiles">.*?<\/table>/.exec(render({mart_rfm_grid: divided}))![0]).toContain("by revenue");
    expect(quietBest(divided)).toMatchObject({customers: 42, segment: null});
  });

  test("an empty cell is a zero without a list", () => {
    const empty = cells.map((cell) => ({...cell, customers: 0}));
    const grid = /<table class="tiles">.*?<\/table>/.exec(render({mart_rfm_grid: empty}))![0];
    expect(grid.match(/<b>0<\/b>/g)).toHaveLength(25);
    expect(grid).not.toContain("<a ");
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
  expect(render()).toContain("Customers who ordered in the last 12 months, with their");
  const all = [{...data.mart_rfm_score[0], window_days: null}];
  expect(render({mart_rfm_score: all})).toContain("Customers who ordered, with their net revenue");
  const half = [{...data.mart_rfm_score[0], window_days: 180}];
  expect(render({mart_rfm_score: half})).toContain("Customers who ordered in the last 180 days, with");
});

test("without orders the page says which export to add", () => {
  const none = Object.fromEntries(Object.keys(data).map((name) => [name, []]));
  expect(words(render(none))).toContain("Add an orders export to perennial.config.ts and run perennial run .");
});

test("no state shows NaN, undefined or null", () => {
  for (const c of [en, zh]) {
    const bare = {...data.mart_segment[0], customers: 0, average_order_value: null, average_recency_days: null};
    const states = [
      {},
      {mart_segment: [{...bare, average_revenue: null}]},
      {mart_rfm_score: []},
      {mart_abc_class: []},
      {mart_segment_move: []},
      {mart_segment_month: []},
      {mart_quiet_customer: []},
      {mart_abc_move: []}
    ];
    for (const change of states) expect(words(render(change, c))).not.toMatch(/NaN|undefined|null|Infinity/);
  }
});
