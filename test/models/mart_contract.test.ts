import {describe, expect, it} from "vitest";
import {intContractExit} from "../../models/intermediate/int_contract_exit.ts";
import {martContractBridge} from "../../models/marts/mart_contract_bridge.ts";
import {martContractGroup} from "../../models/marts/mart_contract_group.ts";
import {martContractLoss} from "../../models/marts/mart_contract_loss.ts";
import {martContractMonth} from "../../models/marts/mart_contract_month.ts";
import {martContractSummary} from "../../models/marts/mart_contract_summary.ts";
import {martContractSurvival} from "../../models/marts/mart_contract_survival.ts";
import {martContractTest} from "../../models/marts/mart_contract_test.ts";
import {asOfOn, contractRows, randomContracts, type Contract} from "./contractWarehouse.ts";

const base = randomContracts(5, 600);
const lengthOf = ({started_on: from, ended_on: to}: Contract) =>
  Math.round((Date.parse(to ?? asOfOn) - Date.parse(from)) / 86_400_000);
const monthsOf = (from: string, count: number) =>
  Array.from({length: count}, (_, i) =>
    new Date(Date.UTC(+from.slice(0, 4), +from.slice(5, 7) - 1 + i, 1)).toISOString().slice(0, 10)
  );
const iso = (at: unknown) => (at as Date).toISOString().slice(0, 10);
const cents = (amount: number) => Math.round(amount * 100);

/** S by the definition: of those that had lasted so long, the share that did not end, over all lengths at which any ended. */
function survivalOf(contracts: readonly Contract[]): (day: number) => number {
  const lengths = contracts.map(lengthOf);
  const ends = contracts.flatMap((one, i) => (one.ended_on ? [lengths[i]!] : []));
  const stays = [...new Set(ends)].map((at): [at: number, share: number] => [
    at,
    1 - ends.filter((end) => end === at).length / lengths.filter((length) => length >= at).length
  ]);
  return (day) => stays.filter(([at]) => at <= day).reduce((share, [, stay]) => share * stay, 1);
}

describe("curves", () => {
  const rows = contractRows(
    base,
    [martContractSurvival, martContractGroup, intContractExit],
    [
      "select * from mart_contract_survival order by all",
      "select * from mart_contract_group order by all",
      "select dimension, sum(ended + still_running)::integer as n, sum(ended)::integer as ended from int_contract_exit group by all order by all"
    ]
  );
  const of = (plan: string) => base.filter((one) => (one.plan ?? "unknown") === plan);

  it("are the definition's, for all and for a plan, on every day that they tell", async () => {
    const [curves] = await rows;
    for (const [dimension, group, contracts] of [
      ["all", "all", base],
      ["plan", "plus", of("plus")],
      ["plan", "unknown", of("unknown")]
    ] as const) {
      const share = survivalOf(contracts);
      const lengths = contracts.map(lengthOf);
      const own = curves!.filter((row) => row.dimension === dimension && row.group_name === group);
      expect(own.length).toBeGreaterThan(50);
      for (const {day_number: day, survival, at_risk: left} of own) {
        expect(survival).toBeCloseTo(share(day as number), 9);
        expect(left).toBe(lengths.filter((length) => length >= (day as number)).length);
      }
    }
  });

  it("count every contract once in every dimension, and every end that the curve has come to", async () => {
    const [curves, groups, exits] = await rows;
    const ended = base.filter(({ended_on: to}) => to).length;
    expect(exits!.map(({n, ended}) => [n, ended])).toEqual(Array.from({length: 5}, () => [base.length, ended]));
    const all = groups!.find(({dimension}) => dimension === "all")!;
    expect(all).toMatchObject({
      contracts: base.length,
      ended,
      customers: new Set(base.map((one) => one.customer_id)).size
    });
    const every = curves!
      .filter(({dimension}) => dimension === "all")
      .reduce((sum, row) => sum + (row.ended as number), 0);
    expect(every).toBe(ended);
    const days = curves!.filter(({dimension}) => dimension === "all").map(({day_number: day}) => day as number);
    expect(days.slice(0, 3)).toEqual([0, 3, 6]);
    expect(days.at(-1)).toBe(Math.max(...base.map(lengthOf)));
  });

  it("six groups stand for themselves, small ones are others; a median has its interval", async () => {
    const [, groups] = await rows;
    const names = (dimension: string) =>
      groups!.filter((row) => row.dimension === dimension).map((row) => row.group_name);
    expect(names("plan").sort()).toEqual(["basic", "plus", "pro", "unknown"]);
    expect(names("country")).toContain("others");
    expect(names("country").length).toBeLessThanOrEqual(7);
    const [basic, pro] = ["basic", "pro"].map((plan) => groups!.find((row) => row.group_name === plan)!);
    expect(basic!.median_days).toBeLessThan(pro!.median_days as number);
    expect(basic!.median_low).toBeLessThanOrEqual(basic!.median_days as number);
    const share = survivalOf(of("basic"));
    expect(basic!.year_survival).toBeCloseTo(share(365), 9);
    let days = 0;
    for (let day = 0; day < 365; day++) days += share(day);
    expect(basic!.first_year_days).toBeCloseTo(days, 6);
  });
});

it("the log-rank test tells plans of other speeds apart, and countries not", async () => {
  const [tests] = await contractRows(base, [martContractTest], ["select * from mart_contract_test order by dimension"]);
  const of = (dimension: string) => tests!.find((row) => row.dimension === dimension)!;
  expect(of("plan")).toMatchObject({state: "tested", groups: 3, degrees: 2, is_clear: true});
  expect(of("country")).toMatchObject({state: "tested", is_clear: false});
  for (const row of tests!) expect(row.p_adjusted).toBeGreaterThanOrEqual(row.p_value as number);
});

describe("months and bridge", () => {
  const rows = contractRows(
    base,
    [martContractMonth, martContractBridge],
    ["select * from mart_contract_month order by all", "select * from mart_contract_bridge order by position"]
  );

  it("are what counting contracts one by one gives", async () => {
    const [months] = await rows;
    const first = base.map(({started_on: on}) => on).sort()[0]!;
    expect(months!.map((row) => iso(row.contract_month))).toEqual(monthsOf(first, months!.length));
    for (const row of months!) {
      const from = iso(row.contract_month);
      const until = monthsOf(from, 2)[1]!;
      const within = (on: string | null) => on !== null && on >= from && on < until;
      const running = base.filter((one) => one.started_on < from && !(one.ended_on !== null && one.ended_on < from));
      const ended = base.filter((one) => within(one.ended_on));
      const begun = base.filter((one) => within(one.started_on));
      const sum = (some: readonly Contract[]) => cents(some.reduce((total, one) => total + one.monthly_amount!, 0));
      expect(row).toMatchObject({
        running_start: running.length,
        new_contracts: begun.filter((one) => !one.is_restart).length,
        restarted_contracts: begun.filter((one) => one.is_restart).length,
        ended_contracts: ended.length,
        ended_of_start: running.filter((one) => within(one.ended_on)).length,
        is_partial: from === "2026-06-01"
      });
      expect(cents(row.start_amount as number)).toBe(sum(running));
      expect(cents(row.ended_amount as number) + sum(ended)).toBe(0);
    }
  });

  it("add up exactly, month by month and over the year", async () => {
    const [months, bridge] = await rows;
    months!.forEach((row, i) => {
      const n = (name: string) => row[name] as number;
      expect(n("running_start") + n("new_contracts") + n("restarted_contracts") - n("ended_contracts")).toBe(
        n("running_end")
      );
      expect(cents(n("start_amount") + n("new_amount") + n("restarted_amount") + n("ended_amount"))).toBe(
        cents(n("end_amount"))
      );
      const next = months![i + 1];
      if (next) expect([next.running_start, next.start_amount]).toEqual([n("running_end"), n("end_amount")]);
    });
    const changes = bridge!
      .filter(({is_total}) => !is_total)
      .reduce((sum, row) => sum + (row.monthly_amount as number), 0);
    const [start, end] = [bridge![0]!, bridge!.at(-1)!];
    expect(cents((start.monthly_amount as number) + changes)).toBe(cents(end.monthly_amount as number));
    const complete = months!.slice(-13, -1);
    expect([start.monthly_amount, end.monthly_amount]).toEqual([
      complete[0]!.start_amount,
      complete.at(-1)!.end_amount
    ]);
    expect([start.contracts, end.contracts]).toEqual([complete[0]!.running_start, complete.at(-1)!.running_end]);
    const left = months!.reduce((sum, row) => sum + (row.leaving_customers as number), 0);
    expect(left).toBe(new Set(base.filter((one) => one.ended_on).map((one) => one.customer_id)).size);
  });

  it("tell sixty months, and start from what began before them", async () => {
    const old = {subscription_id: "old", customer_id: "x", started_on: "1900-01-01", ended_on: null, monthly_amount: 7};
    const gone = {...old, subscription_id: "gone", ended_on: "1999-03-01"};
    const [months] = await contractRows(
      [old, gone],
      [martContractMonth],
      ["select * from mart_contract_month order by all"]
    );
    expect(months).toHaveLength(60);
    expect(months![0]).toMatchObject({running_start: 1, start_amount: 7, running_end: 1});
    expect(iso(months![0]!.contract_month)).toBe("2021-07-01");
  });
});

it("the summary has the running contracts and their churn of twelve months", async () => {
  const asked = [martContractSummary, martContractMonth, martContractLoss];
  const notice = base.map((one, i) => ({...one, notice_on: !one.ended_on && i % 7 === 0 ? "2026-06-01" : null}));
  const [[row], months, losses] = (await contractRows(notice, asked, [
    "select * from mart_contract_summary",
    "select * from mart_contract_month order by all",
    "select * from mart_contract_loss order by all"
  ])) as [Record<string, number>[], Record<string, number>[], Record<string, number>[]];
  const running = notice.filter(({ended_on: to}) => !to);
  const given = running.filter(({notice_on: on}) => on);
  const amount = (some: readonly Contract[]) => cents(some.reduce((sum, one) => sum + one.monthly_amount!, 0));
  expect(row).toMatchObject({
    contracts: base.length,
    running_contracts: running.length,
    running_customers: new Set(running.map((one) => one.customer_id)).size,
    notice_contracts: given.length
  });
  expect([cents(row!.monthly_amount!), cents(row!.notice_amount!)]).toEqual([amount(running), amount(given)]);
  const year = months.slice(-13, -1);
  const sum = (name: string) => year.reduce((total, one) => total + one[name]!, 0);
  expect(row!.churn_share).toBeCloseTo(sum("ended_of_start") / sum("running_start"), 12);
  expect(row!.churn_low).toBeLessThan(row!.churn_share!);
  expect(row!.change_low).toBeLessThan(row!.churn_share! - row!.previous_churn_share!);
  expect(row!.change_high).toBeGreaterThan(row!.churn_share! - row!.previous_churn_share!);
  expect(losses.map((one) => one.horizon_days)).toEqual([30, 90, 365]);
  for (const one of losses) {
    expect(cents(one.monthly_amount!)).toBe(amount(running));
    expect(one.loss_low).toBeLessThanOrEqual(one.expected_loss!);
    expect(one.loss_high).toBeLessThanOrEqual(one.monthly_amount!);
  }
  expect(losses[0]!.expected_loss).toBeLessThan(losses[1]!.expected_loss!);
});

describe("bases that say nothing", () => {
  const asked = [
    martContractSummary,
    martContractGroup,
    martContractSurvival,
    martContractTest,
    martContractMonth,
    martContractLoss,
    martContractBridge
  ];
  const sql = ["summary", "group", "survival", "test", "month", "loss", "bridge"].map(
    (name) => `select * from mart_contract_${name}`
  );
  const broken = (rows: readonly Record<string, unknown>[][]) =>
    rows
      .flat()
      .flatMap((row) => Object.values(row).filter((value) => typeof value === "number" && !Number.isFinite(value)));

  it("no contracts: one row that says so, and nothing else", async () => {
    const [summary, ...rest] = await contractRows([], asked, sql);
    expect(summary).toMatchObject([{state: "none", contracts: 0, churn_share: null, monthly_amount: 0}]);
    expect(rest).toEqual([[], [], [], [], [], []]);
  });

  it.each([
    ["nobody has ended", 40, () => null, 1],
    ["all ended on their first day", 40, (on: string) => on, 0],
    ["one contract", 1, () => "2026-05-01", 0]
  ] as const)("%s", async (_, count, endOf, survival) => {
    const contracts = Array.from({length: count}, (_, i): Contract => {
      const started_on = `2025-0${1 + (i % 9)}-01`;
      return {
        subscription_id: `s${i}`,
        customer_id: `c${i}`,
        plan: `p${i % 2}`,
        started_on,
        ended_on: endOf(started_on)
      };
    });
    const rows = await contractRows(contracts, asked, sql);
    expect(broken(rows)).toEqual([]);
    const last = rows[2]!.filter(({dimension}) => dimension === "all").at(-1)!;
    expect(last.survival).toBe(survival);
    expect(rows[0]![0]!.contracts).toBe(count);
  });
});
