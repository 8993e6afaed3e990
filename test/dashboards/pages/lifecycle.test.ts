import {describe, expect, test} from "vitest";
import {periodsOf, type Period} from "../../../dashboards/pages/lifecycle/periods.ts";
import {movesCsv} from "../../../dashboards/pages/lifecycle/lifecycleStart.ts";
import {lifecycle} from "../../../dashboards/pages/lifecycle.ts";
import {
  data,
  en,
  finding,
  monthsOf,
  movesOf,
  netsOf,
  render,
  returns,
  seconds,
  usual,
  withMoves,
  words,
  zh
} from "./lifecyclePage.ts";

const tableOf = (rendered: string, id: string) =>
  words(new RegExp(`<section[^>]* id="${id}".*?</section>`).exec(rendered)![0]);

describe("the finding", () => {
  test("says how many more or fewer are in rhythm, with the interval, and where they went", () => {
    expect(finding(render())).toBe(
      "No clear movement into or out of rhythm since 31 May 2026 : 72 bought for the first time, 70 came back, 170 fell silent (net −28, 95% interval −63 to +7). Slipping grew most of the silent stages: +50 (95% interval +16 to +84)."
    );
    const worse = {...usual, slipping: {slipping: 130, dormant: 90}};
    expect(finding(withMoves(worse))).toContain(
      "58 fewer customers order in their rhythm than on 31 May 2026 (95% interval"
    );
    const better = {...usual, not_known: {new: 260, prospect: 11}};
    expect(finding(withMoves(better))).toContain("172 more customers order in their rhythm");
    expect(finding(withMoves(better, zh))).toContain("按节奏购买的客户比2026年5月31日多 172 位");
  });

  test("tells nothing of too few", () => {
    const few = {...usual, prospect: {prospect: 120, new: 1}, not_known: {new: 2}};
    expect(finding(withMoves(few))).toBe("Too few customers moved since 31 May 2026 to be told.");
    expect(finding(withMoves({new: {new: 3}}))).toBe("Too few customers to tell who moved.");
  });
});

describe("the moves", () => {
  const of = (cells: object, minCell = 10): Period => {
    const moves = movesOf(cells);
    return periodsOf(moves, netsOf(moves), minCell)[0]!;
  };

  test("cells add up to their totals, rows to the customers before, columns to the customers now", () => {
    const {rows, totals} = of(usual);
    for (const {cells, total} of rows) expect(cells.reduce<number>((sum, n) => sum + n!, 0)).toBe(total);
    for (const [j, total] of totals.entries()) expect(rows.reduce((sum, {cells}) => sum + cells[j]!, 0)).toBe(total);
    const all = Object.values(usual).flatMap((row) => Object.values(row));
    expect(totals.reduce<number>((sum, n) => sum + n!, 0)).toBe(all.reduce((a, b) => a + b, 0));
  });

  test("a cell of too few is withheld with others, so that no line gives it away; its stage tells no net", () => {
    const {rows, nets} = of({...usual, dormant: {dormant: 300, lost: 50, reactivated: 4}});
    const dormant = rows.find(({from}) => from === "dormant")!;
    expect(dormant.cells.filter((n) => n === null).length).toBeGreaterThan(1);
    for (const j of dormant.cells.keys()) {
      const hidden = rows.filter(({cells}) => cells[j] === null).length;
      expect(hidden).not.toBe(1);
    }
    for (const {stage, net} of nets) {
      const own = rows.find(({from}) => from === stage);
      const stays =
        own?.cells[["loyal", "active", "reactivated", "new", "slipping", "dormant", "lost", "prospect"].indexOf(stage)];
      expect(net === null).toBe(stays === null);
    }
  });

  test("first orders of prospects and of those not known are one row, where they are too few apart", () => {
    const {rows, nets} = of({...usual, prospect: {prospect: 120, new: 3}});
    expect(rows.map(({from}) => from)).toContain("no_order");
    expect(rows.map(({from}) => from)).not.toContain("prospect");
    const [loyal, , , ofNew] = rows.find(({from}) => from === "no_order")!.cells;
    expect([loyal, ofNew]).toEqual([0, 63]);
    expect(nets.find(({stage}) => stage === "prospect")!.net).toBeNull();
  });

  test("where few ordered first, the stages of the first day are not told either, nor its month end", () => {
    const few = {...usual, prospect: {prospect: 120, new: 1}, not_known: {new: 2}};
    const {rows, totals, rhythm} = of(few);
    const told = rows.filter(({from, total}) => from !== "no_order" && from !== "undated" && total !== null);
    expect(rows.filter(({total}) => total === null).length).toBeGreaterThan(1);
    expect(told.length).toBeGreaterThan(3);
    expect(totals).not.toContain(null);
    expect(rhythm).toBeNull();
    const months = [
      ...monthsOf(["2026-05-31"]),
      ...monthsOf(["2026-06-24"], true, 100).map((row) => (row.stage === "new" ? {...row, customers: 103} : row))
    ];
    const table = tableOf(render({mart_stage_month: months}), "months");
    expect(table).not.toContain("31 May 2026 1");
    expect(table).toContain("Left out, because fewer than 10 ordered first after them: 1 month ends.");
  });

  test("nothing is withheld where the operator turned it off", () => {
    expect(JSON.stringify(of({...usual, prospect: {prospect: 120, new: 3}}, 0).rows)).not.toContain("null");
  });

  test("the numbers on the page are those, and lead to the customers of the stage", () => {
    const rendered = render();
    expect(rendered).toContain('<a href="./customers.html?stage=slipping">270</a>');
    expect(rendered).toContain('<a href="./customers.html?stage=loyal">Loyal</a>');
    expect(tableOf(rendered, "moves")).toContain("Loyal 200 0 0 0 60 0 0 0 260");
    expect(tableOf(rendered, "moves")).toContain("All 280 120 70 162 270 390 650 171 2,113");
    expect(tableOf(rendered, "net")).toContain("Loyal 280 +80 −60 +20 −4 to +44");
  });

  test("flows under one in a hundred are not drawn, and counted in the note", () => {
    const thin = {...usual, lost: {lost: 600, reactivated: 15, loyal: 11}};
    expect(tableOf(withMoves(thin), "flows")).toContain("Not drawn: 26 customers in flows under 1%.");
  });

  test("another time is offered where the history reaches back, and goes into the file", () => {
    expect(render()).toContain('data-value="3"');
    expect(render()).not.toContain('data-value="12"');
    const start = lifecycle.live!.data!(data as never, en) as {periods: Period[]};
    expect(start.periods.map(({months, from}) => [months, from])).toEqual([
      [1, "2026-05-31"],
      [3, "2026-03-31"]
    ]);
    expect(movesCsv(start.periods[1]!).rows).toContainEqual(["2026-03-31", "2026-06-24", "loyal", "slipping", 60]);
  });

  test("a running month and a young history are marked", () => {
    expect(render()).toContain("31 May 2026 to 24 Jun 2026 (month so far)");
    const moves = movesOf(usual).map((row) => ({...row, is_settled: false}));
    expect(render({mart_stage_move: moves})).toContain("its thresholds rest on short gaps");
  });
});

describe("the months", () => {
  test("all stand there with their customers, the running one pale", () => {
    const table = tableOf(render(), "months");
    expect(table).toContain("24 Jun 2026 (so far) 102 102 102 102 102 102 102");
    expect(table).toContain("Pale: Jun 2026 is not over.");
    expect(render()).toMatch(/class="bar r7 running"/);
  });

  test("a history under twice the days of lost is named", () => {
    const young = render({mart_stage_month: monthsOf(["2026-05-31", "2026-06-24"], false)});
    expect(young).toContain("less than twice as far as");
  });

  test("a stage of too few is withheld with another", () => {
    const months = monthsOf(["2026-06-24"]).map((row) => (row.stage === "lost" ? {...row, customers: 4} : row));
    expect(tableOf(render({mart_stage_month: months}), "months")).toMatch(/24 Jun 2026 \(so far\)( 100)* –( 100)* –/);
  });
});

describe("second orders and returns", () => {
  test("the share after three months stands with its interval", () => {
    expect(tableOf(render(), "second")).toContain("Within 91 days 13.0% have bought again (95% interval 11.8–14.4%).");
  });

  test("too few customers or too short a history have no curve", () => {
    const few = seconds.map((row) => ({...row, customers: 30}));
    expect(tableOf(render({mart_second_order: few}), "second")).toContain("Too few customers or too short a history");
  });

  test("the last complete month is told, the running one hollow", () => {
    const panel = tableOf(render(), "reactivation");
    expect(panel).toContain("In May 2026 4.1% of 1,000 dormant or lost customers ordered again");
    expect(panel).toContain("Jun 2026 (so far)");
    expect(render()).toMatch(/class="dot c1 hollow"/);
  });

  test("returns of too few are withheld; where all are, the page says what it needs", () => {
    const few = returns.map((row) => ({...row, reactivated_customers: 3}));
    expect(tableOf(render({mart_stage_reactivation: few}), "reactivation")).toContain(
      "No complete month with enough silent customers"
    );
    expect(tableOf(render({mart_stage_reactivation: []}), "reactivation")).toContain("No complete month");
  });
});

test("the stages are explained with today's days", () => {
  const panel = tableOf(render(), "stages");
  expect(panel).toContain("Slipping no order for more than 56 days");
  expect(panel).toContain("Loyal in rhythm, from 4 purchase days");
});

test("without orders the page says which export to add", () => {
  const prospects = monthsOf(["2026-06-24"]).map((row) => ({...row, customers: row.stage === "prospect" ? 9 : 0}));
  const none = {mart_stage_month: prospects, mart_second_order: [], mart_stage_reactivation: []};
  expect(words(render(none))).toContain("Add an orders export to perennial.config.ts and run perennial run .");
  expect(finding(render(none))).toBe("No customer has ordered yet.");
});

test("no state shows NaN, undefined or null", () => {
  for (const c of [en, zh]) {
    const states = [
      {},
      {mart_stage_move: [], mart_stage_net: []},
      {mart_second_order: []},
      {mart_stage_reactivation: []},
      {mart_stage_month: monthsOf(["2026-06-24"], false, 3)}
    ];
    for (const change of states) expect(words(render(change, c))).not.toMatch(/NaN|undefined|\bnull\b|Infinity/);
    expect(words(withMoves({new: {new: 12}}, c))).not.toMatch(/NaN|undefined|\bnull\b|Infinity/);
    expect(words(withMoves({new: {new: 3}}, c))).not.toMatch(/NaN|undefined|\bnull\b|Infinity/);
  }
});
