import {describe, expect, it} from "vitest";
import {reasonWords} from "../../../dashboards/pages/health/reasonWords.ts";
import {shareOf} from "../../../dashboards/pages/health/shareOf.ts";
import {sourceTotals, standsOut} from "../../../dashboards/pages/health/sourceTotals.ts";
import {contractOf, kindNames} from "../../../ingest/contracts/kinds.ts";
import {fieldsOf, codecOf} from "../../../ingest/contracts/contract.ts";
import {context, healthText, load} from "./healthRows.ts";

const en = context("en");
const zh = context("zh");
const page = (data: Record<string, unknown[]>, c = en) => healthText(data, c);

describe("sources", () => {
  const ends = ["2026-03-31", "2026-04-30", "2026-05-31", "2026-06-10"];
  const starts = ["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"];
  const months = ends.map((end, i) =>
    load({
      load_id: String(i),
      file: `${i}.csv`,
      rows_read: 310,
      rows_loaded: 300,
      rows_rejected: 10,
      first_event_at: new Date(starts[i]!),
      last_event_at: new Date(end)
    })
  );

  it("are summed over their files", () => {
    expect(sourceTotals(months, en.asOf)).toMatchObject([
      {source: "shop_orders", files: 4, read: 1240, loaded: 1200, rejected: 40, seconds: 1}
    ]);
  });

  it("are late by their own rhythm, or after a month where they have none", () => {
    const late = (loads: Parameters<typeof sourceTotals>[0], asOf: string) =>
      sourceTotals(loads, new Date(asOf))[0]!.isLate;
    expect(sourceTotals(months, en.asOf)[0]!.usualDays).toBe(30);
    expect(late(months, "2026-07-25")).toBe(false);
    expect(late(months, "2026-07-26")).toBe(true);
    expect(late([load({last_event_at: new Date("2026-06-01")})], "2026-07-02")).toBe(false);
    expect(late([load({last_event_at: new Date("2026-06-01")})], "2026-07-03")).toBe(true);
  });

  it("compare the newest file with earlier ones by rows a day, so that a running month is not unusual", () => {
    const {volume} = sourceTotals(months, en.asOf)[0]!;
    expect(volume).toEqual({last: 31, low: 10, high: 310 / 30});
    expect(sourceTotals(months.slice(1), en.asOf)[0]!.volume).toBeNull();
    expect(page({ledger_loads: months})).toContain("Unusual 31.0 rows a day, earlier 10.0 to 10.3");
  });

  it("without times say so instead of being fresh", () => {
    const text = page({ledger_loads: [load({first_event_at: null, last_event_at: null})]});
    expect(text).toContain("shop_orders orders – no times 1 100 100 0 0 0.0%");
    expect(text).not.toMatch(/NaN|undefined|null/);
  });

  it("that stand out come first, by name the others, and the panel says how many they are", () => {
    const loads = [
      load({load_id: "1", source: "b"}),
      load({load_id: "2", source: "c", rows_loaded: 98, rows_rejected: 2}),
      load({load_id: "3", source: "a"}),
      load({load_id: "4", source: "d", last_event_at: new Date("2026-05-01")})
    ];
    const text = page({ledger_loads: loads});
    expect(text).toContain("2 of 4 sources stand out and come first; last load 24 Jun 2026 23:00, 1.0 seconds in all");
    expect(text).toMatch(
      / c orders .* 100 98 0 2 2\.0% d orders 1 May 2026 Late 54 days 1 100 100 0 0 0\.0% a orders .* b orders /
    );
    expect(page({ledger_loads: loads}, zh)).toContain("4 个来源中有 2 个需留意，排在最前");
    expect(page({ledger_loads: loads.slice(0, 1)})).toContain("The only source does not stand out");
    expect(page({ledger_loads: [loads[0]!, loads[2]!]})).toContain("None of 2 sources stands out");
  });

  it("do not stand out for rejects below a hundredth of their rows, nor by a newest file as full as earlier ones", () => {
    const of = (change: Parameters<typeof load>[0]) => standsOut(sourceTotals([load(change)], en.asOf)[0]!);
    expect(of({rows_read: 1000, rows_loaded: 991, rows_rejected: 9})).toBe(false);
    expect(of({rows_read: 1000, rows_loaded: 990, rows_rejected: 10})).toBe(true);
    expect(of({rows_read: 0, rows_loaded: 0})).toBe(false);
    const even = months.map((month) => ({
      ...month,
      rows_rejected: 0,
      rows_read: 10,
      first_event_at: month.last_event_at
    }));
    expect(sourceTotals(even, en.asOf)[0]).toMatchObject({volume: {last: 10, low: 10, high: 10}, isUnusual: false});
  });

  it("that are quiet and very many are counted, those that stand out all listed", () => {
    const many = Array.from({length: 60}, (_, i) =>
      load({load_id: String(i), source: `s${i}`, rows_loaded: i < 5 ? 90 : 100, rows_rejected: i < 5 ? 10 : 0})
    );
    const text = page({ledger_loads: many});
    expect(text).toContain("5 of 60 sources stand out");
    expect(text).toContain("15 further sources do not stand out.");
    expect(text.match(/ s\d+ orders /g)).toHaveLength(45);
  });
});

describe("what was kept out", () => {
  const loads = [
    load({rows_loaded: 80, rows_rejected: 4, rows_set_aside: 16}),
    load({load_id: "2", rows_loaded: 96, rows_set_aside: 4, file: "b.csv"})
  ];

  it("lists rejects by source, column and reason with the first line, most rows first", () => {
    const rows = [
      {load_id: "1", column_name: "Total", reason: "not a whole number", rows: 1, first_line: 41},
      {
        load_id: "1",
        column_name: "whole row",
        reason: "too few cells (Expected Number of Columns: 14 Found: 10)",
        rows: 3,
        first_line: null
      }
    ];
    const text = page({ledger_loads: loads, ledger_reject_reasons: rows});
    expect(text).toContain(
      "shop_orders whole row too few cells (14 expected, 10 found) 3 – exports/orders_1.csv shop_orders Total"
    );
    expect(text).toContain("shop_orders Total not a whole number 1 41 exports/orders_1.csv");
    expect(page({ledger_loads: loads, ledger_reject_reasons: rows}, zh)).toContain(
      "整行 单元格过少（应有 14 个，实有 10 个） 3 –"
    );
  });

  it("counts the reasons that are too many to list", () => {
    const rows = Array.from({length: 43}, (_, i) => ({
      load_id: "1",
      column_name: `c${i}`,
      reason: "not a key",
      rows: 2,
      first_line: 1
    }));
    expect(page({ledger_loads: loads, ledger_reject_reasons: rows})).toContain("3 further reasons (6 rows)");
  });

  it("sums set-aside rules over the files of a source", () => {
    const rows = [
      {load_id: "1", rule: "test orders", rows: 16},
      {load_id: "2", rule: "test orders", rows: 4}
    ];
    const text = page({ledger_loads: loads, ledger_set_aside: rows});
    expect(text).toContain("test orders shop_orders 20 10.0%");
    expect(text).not.toContain("took no row");
  });

  it("counts the rules that took no row instead of listing them", () => {
    const idle = ["spam", "test", "void"].map((rule) => ({load_id: "1", rule, rows: 0}));
    const text = page({ledger_loads: loads, ledger_set_aside: [{load_id: "1", rule: "drafts", rows: 16}, ...idle]});
    expect(text).toMatch(/drafts shop_orders 16 8\.0% 3 further rules took no row\./);
    expect(text).not.toContain("spam");
    expect(page({ledger_loads: loads, ledger_set_aside: idle.slice(1)})).toContain(
      "No rule keeps rows out. 2 rules took no row."
    );
    expect(page({ledger_loads: loads, ledger_set_aside: idle}, zh)).toContain("3 条规则未搁置任何行。");
  });

  it("says that nothing was refused rather than showing an empty table", () => {
    const text = page({ledger_loads: [load()]});
    expect(text).toContain("Every row kept its contract.");
    expect(text).toContain("No rule keeps rows out.");
  });

  it("never hides a few rows behind 0.0%", () => {
    expect(shareOf(1, 100_000, en.f)).toBe("<0.01%");
    expect(shareOf(12, 21_500, en.f)).toBe("0.06%");
    expect(shareOf(99_999, 100_000, en.f)).toBe(">99.99%");
    expect(shareOf(0, 10, en.f)).toBe("0.0%");
    expect(shareOf(0, 0, en.f)).toBe("–");
  });
});

describe("kinds without exports", () => {
  it("say which source to add, which fields it needs, and the command", () => {
    const text = page({ledger_loads: [load()]});
    expect(text).toContain("Add a source of such a kind to perennial.config.ts and run perennial run");
    expect(text).toContain(" tickets tickets ticket_id, opened_at ");
    expect(text).toContain(" touches of campaigns touches campaign_id ");
    expect(text).not.toContain(" orders orders order_id");
    expect(page({ledger_loads: [load()]}, zh)).toContain(" 工单 tickets ticket_id、opened_at ");
  });

  it("are not asked for where all are there", () => {
    const all = kindNames.map((kind, i) => load({load_id: `k${i}`, kind}));
    expect(page({ledger_loads: all})).not.toContain("What is not there yet?");
  });
});

describe("revenue without a known customer", () => {
  const month = (on: string, counted: number, unknown: number, is_partial = false) => ({
    order_month: new Date(on),
    orders: counted + 1,
    cancelled_orders: 1,
    counted_orders: counted,
    known_orders: counted - unknown,
    unidentified_orders: unknown,
    net_revenue: counted * 1000,
    known_net_revenue: (counted - unknown) * 1000,
    unidentified_net_revenue: unknown * 1000,
    refunded: 0,
    is_partial
  });

  it("is counted in orders and in money, and by month", () => {
    const mart_ledger = [month("2026-05-01", 150, 30), month("2026-06-01", 50, 10, true)];
    const text = page({ledger_loads: [load()], mart_ledger});
    expect(text).toContain(
      "40 of 200 counted orders (20.0%) and £40.0k of £200k net revenue (20.0%) have no known customer."
    );
    expect(text).toContain("May 2026 20.0% of 150");
    expect(text).toContain("Jun 2026, so far 20.0% of 50");
    expect(text).toContain("2 cancelled orders are left out");
    expect(page({ledger_loads: [load()], mart_ledger}, zh)).toContain(
      "200 单有效订单中有 40 单（20.0%）、净收入 £20.0万 中有 £4.00万（20.0%）没有对应客户。"
    );
  });

  it("is said to be none, and without orders to be unknown", () => {
    expect(page({ledger_loads: [load()], mart_ledger: [month("2026-06-01", 50, 0)]})).toContain(
      "Every one of 50 counted orders has a known customer."
    );
    expect(page({ledger_loads: [load()]})).toContain("No orders yet Add a source of kind orders or order_lines");
  });
});

describe("reasons", () => {
  const reasons = kindNames.flatMap((kind) => {
    const contract = contractOf(kind);
    const fields = fieldsOf(contract).filter((field) => !codecOf(contract, field).takesAll);
    return [
      ...fields.map((field) => `not ${codecOf(contract, field).expected({dates: [], zone: "UTC", decimal: "."})}`),
      ...fields.map(
        (field) => `not ${codecOf(contract, field).expected({dates: ["%d/%m/%Y"], zone: "UTC", decimal: ","})}`
      ),
      ...(contract.rules ?? []).map(({reason}) => reason)
    ];
  });

  it("that a contract can give all have Chinese words", () => {
    const untranslated = [...new Set(reasons)].filter((reason) => reasonWords(reason, zh) === reason);
    expect(untranslated).toEqual([]);
    expect(reasonWords("empty, but every row needs it", zh)).toBe("为空，但每行都必须有值");
  });

  it("that nobody knows stay as they are", () => {
    expect(reasonWords("struck by lightning", zh)).toBe("struck by lightning");
  });
});
