import {beforeAll, describe, expect, it} from "vitest";
import {martAliveCell} from "../../models/marts/mart_alive_cell.ts";
import {martCustomerValue} from "../../models/marts/mart_customer_value.ts";
import {martPurchaseParameter} from "../../models/marts/mart_purchase_parameter.ts";
import {martValueBin} from "../../models/marts/mart_value_bin.ts";
import {martValueCandidate} from "../../models/marts/mart_value_candidate.ts";
import {martValueDecile} from "../../models/marts/mart_value_decile.ts";
import {martValueSummary} from "../../models/marts/mart_value_summary.ts";
import {martValueTracking} from "../../models/marts/mart_value_tracking.ts";
import type {Settings} from "../../models/settings.ts";
import {asOf, bought, mixedBase, type Bought} from "./purchase/purchaseBase.ts";
import {usual} from "./retention.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";

const marts = [
  martAliveCell,
  martCustomerValue,
  martPurchaseParameter,
  martValueBin,
  martValueCandidate,
  martValueDecile,
  martValueSummary,
  martValueTracking
];
const open = (purchases: readonly Bought[], end: number, value: Partial<Settings["value"]> = {}) =>
  ModelledWarehouse.of([bought(purchases)], {asOf: asOf(end), value: {...usual.value, ...value}}, marts);

describe("a base of 1,500 customers over 600 days", () => {
  const purchases = mixedBase(1500, 600, 3);
  let warehouse: ModelledWarehouse;
  const number = async (sql: string) => Number(Object.values(await warehouse.row(sql))[0]);
  beforeAll(async () => {
    warehouse = await open(purchases, 600);
  });

  it("has a history of each customer that counting by hand gives", async () => {
    const days = new Map<string, Set<number>>();
    for (const [who, at] of purchases) days.set(who, (days.get(who) ?? new Set()).add(at));
    const byHand = (end: number, ahead: number) =>
      [...days].flatMap(([who, all]) => {
        const past = [...all].filter((at) => at <= end).sort((a, b) => a - b);
        if (!past.length) return [];
        const heldout = [...all].filter((at) => at > end && at <= end + ahead).length;
        return [[who, past.length - 1, past.at(-1)! - past[0]!, end - past[0]!, heldout]];
      });
    const rows = async (span: string) =>
      (
        await warehouse.rows(
          `select source_key, repeat_days, last_age_days, age_days, coalesce(heldout_days, 0) as heldout from int_purchase_history
           join int_customer_keys using (customer_id) where span = '${span}'`
        )
      ).map(Object.values);
    const sorted = (all: unknown[][]) => all.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    expect(sorted(await rows("whole"))).toEqual(sorted(byHand(600, -1)));
    const span = await warehouse.row("select * from int_purchase_span where span = 'calibration'");
    expect(span.horizon_days).toBe(273);
    expect(sorted(await rows("calibration"))).toEqual(sorted(byHand(600 - 273, 273)));
  });

  it("the summary, the tenths and the customers add up to one lifetime value", async () => {
    const summary = await warehouse.row("select * from mart_value_summary");
    expect(summary).toMatchObject({state: "fitted", reason: "heldout", spend_state: "fitted"});
    expect(await number("select sum(clv) from mart_customer_value")).toBeCloseTo(summary.clv as number, 3);
    expect(await number("select sum(clv) from mart_value_decile")).toBeCloseTo(summary.clv as number, 3);
    expect(await number("select sum(clv_share) from mart_value_decile")).toBeCloseTo(1, 9);
    expect(await number("select count(*) from mart_customer_value")).toBe(summary.customers);
    expect(await number("select sum(customers) from mart_alive_cell")).toBe(summary.customers);
    expect(await number("select sum(expected_days) from mart_customer_value")).toBeCloseTo(
      summary.expected_days as number,
      1
    );
    expect(await number("select sum(alive_share) from mart_customer_value")).toBeCloseTo(
      summary.alive_customers as number,
      1
    );
    expect(await number("select clv_share from mart_value_decile where tenth = 1")).toBe(summary.top_tenth_share);
    expect(await number("select sum(heldout_actual_days) from mart_value_decile")).toBe(
      await number("select sum(heldout_days) from int_purchase_history")
    );
  });

  it("every interval holds its estimate, and that of a sum is narrower than the sum of intervals", async () => {
    expect(
      await number(
        `select count(*) from mart_customer_value
         where not (clv_low <= clv and clv <= clv_high and expected_days_low <= expected_days and expected_days <= expected_days_high)`
      )
    ).toBe(0);
    const {clv_low, clv_high, clv} = await warehouse.row("select clv_low, clv, clv_high from mart_value_summary");
    expect(clv_low).toBeLessThan(clv);
    const coming = await warehouse.row("select * from mart_value_summary");
    expect(coming.coming_low < clv_low && clv_high < coming.coming_high).toBe(true);
    expect(
      coming.coming_days_low < coming.expected_days_low && coming.expected_days_high < coming.coming_days_high
    ).toBe(true);
    expect(clv_high - clv_low).toBeLessThan(await number("select sum(clv_high - clv_low) from mart_customer_value"));
  });

  it("the chosen model is the fitted one with the least deviance, and beats both naive rules", async () => {
    const rows = await warehouse.rows(
      "select model, deviance, is_chosen, rank from mart_value_candidate order by rank"
    );
    expect(rows.map(({deviance}) => deviance as number)).toEqual(
      rows.map(({deviance}) => deviance as number).sort((a, b) => a - b)
    );
    expect(rows[0]).toMatchObject({is_chosen: true, rank: 1});
    expect(
      rows
        .slice(3)
        .map(({model}) => model as string)
        .sort()
    ).toEqual(["base", "naive"]);
    const kept = await warehouse.rows(
      "select model, heldout_deviance from int_purchase_model where span = 'calibration' and heldout_deviance is not null"
    );
    for (const {model, heldout_deviance} of kept) {
      expect(heldout_deviance).toBeCloseTo(rows.find((row) => row.model === model)!.deviance, 6);
    }
  });

  it("bins and weeks hold every held-out and every repeat purchase day", async () => {
    expect(await number("select sum(customers * actual_days) from mart_value_bin where model = 'bg_nbd'")).toBeCloseTo(
      await number("select sum(heldout_days) from int_purchase_history"),
      5
    );
    expect(await number("select max(cumulative_actual_days) from mart_value_tracking")).toBe(
      await number("select sum(repeat_days) + sum(heldout_days) from int_purchase_history where span = 'calibration'")
    );
    // Unconditional expectations of the model that was fitted come near what it was fitted on.
    const {came, expected} = await warehouse.row(
      "select sum(actual_days) as came, sum(mbg_days) as expected from mart_value_tracking where not is_held_out"
    );
    expect(expected / came).toBeGreaterThan(0.9);
    expect(expected / came).toBeLessThan(1.1);
  });

  it("a configured model is used, and one-time buyers are never certainly alive", async () => {
    const forced = await open(purchases, 600, {model: "bg_nbd"});
    expect(await forced.row("select state, reason, model from mart_value_summary")).toEqual({
      state: "fitted",
      reason: "forced",
      model: "bg_nbd"
    });
    const {share} = await forced.row(
      "select max(alive_share) as share from mart_customer_value where repeat_days = 0 and age_days > 100"
    );
    expect(share).toBeLessThan(1);
  });

  it("a longer horizon and a lower discount are worth more", async () => {
    const clv = async (value: Partial<Settings["value"]>) =>
      (await (await open(purchases, 600, value)).row("select clv from mart_value_summary")).clv as number;
    const usualClv = await number("select clv from mart_value_summary");
    expect(await clv({horizonDays: 730})).toBeGreaterThan(usualClv);
    expect(await clv({discountRate: 0})).toBeGreaterThan(usualClv);
  });
});

describe("where lifetime value cannot be known it is null and the reason is named", () => {
  const stateOf = async (purchases: readonly Bought[], end: number) => {
    const warehouse = await open(purchases, end);
    const [summary, customers] = [
      await warehouse.row(
        "select state, reason, spend_state, model, clv, clv_low, expected_days from mart_value_summary"
      ),
      await warehouse.row("select count(*) as customers, count(clv) as valued from mart_customer_value")
    ];
    return {...summary, ...customers};
  };
  const nothing = {model: null, clv: null, clv_low: null, expected_days: null, valued: 0};

  it("too few customers", async () => {
    expect(await stateOf(mixedBase(60, 400, 5), 400)).toMatchObject({
      ...nothing,
      state: "too_few",
      reason: "few_customers"
    });
  });

  it("too few who came back", async () => {
    const once: Bought[] = Array.from({length: 300}, (_, i) => [`n${i}`, i, 20]);
    expect(await stateOf([...once, ["n0", 350, 20], ["n1", 360, 20]], 400)).toMatchObject({
      ...nothing,
      state: "too_few",
      reason: "few_repeat_buyers"
    });
  });

  it("nobody who came back", async () => {
    const once: Bought[] = Array.from({length: 300}, (_, i) => [`n${i}`, i, 20]);
    expect(await stateOf(once, 400)).toMatchObject({
      ...nothing,
      state: "one_time_only",
      reason: "no_repeat",
      customers: 300
    });
  });

  it("a history of under four weeks", async () => {
    expect(await stateOf(mixedBase(400, 20, 6), 20)).toMatchObject({...nothing, state: "short_history"});
  });

  it("nothing earned: purchases are foretold, value is not", async () => {
    const free = mixedBase(600, 500, 7, () => 0);
    expect(await stateOf(free, 500)).toMatchObject({
      state: "no_spend",
      reason: "no_revenue",
      spend_state: "no_spend",
      clv: null,
      valued: 0
    });
  });

  it("a history of four to twelve weeks is fitted without anything held out, and says so", async () => {
    const warehouse = await open(mixedBase(3000, 60, 8), 60);
    expect(await warehouse.row("select reason from mart_value_summary")).toEqual({reason: "likelihood"});
    expect(await warehouse.rows("select * from mart_value_candidate")).toEqual([]);
    expect(await warehouse.rows("select * from mart_value_tracking")).toEqual([]);
  });

  it("spend that goes with frequency is everybody's mean, and says so", async () => {
    const purchases = mixedBase(1500, 600, 3);
    const times = new Map<string, number>();
    for (const [who] of purchases) times.set(who, (times.get(who) ?? 0) + 1);
    const warehouse = await open(
      purchases.map(([who, at]) => [who, at, 10 * times.get(who)!]),
      600
    );
    expect(await warehouse.row("select spend_state, spend_reason from mart_value_summary")).toEqual({
      spend_state: "fallback",
      spend_reason: "correlated"
    });
    expect(
      await warehouse.rows(
        "select distinct expected_spend > 0 as is_paid, count(distinct expected_spend) as n from mart_customer_value group by all"
      )
    ).toEqual([{is_paid: true, n: 1}]);
    const {clv_low, clv, clv_high, coming_low} = await warehouse.row("select * from mart_value_summary");
    expect(clv_low < clv && clv < clv_high).toBe(true);
    expect(coming_low).toBeNull();
  });
});
