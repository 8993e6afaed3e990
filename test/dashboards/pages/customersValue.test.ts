import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {chips} from "../../../dashboards/live/customers/chips.ts";
import {virtualColumns} from "../../../dashboards/live/customers/columns.ts";
import {locale} from "../../../dashboards/format/locale.ts";
import {listColumns} from "../../../dashboards/pages/customers/listColumns.ts";
import {valuePanel} from "../../../dashboards/pages/customers/profile/value.ts";
import {profileSql, profileFields} from "../../../dashboards/pages/customers/profileSql.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {emptyBase, fillBase} from "./customers/base.ts";
import {chosen, filtersOf} from "./customers/filtersOf.ts";
import {late, once, prospect, viewOf} from "./customers/people.ts";
import {published, type Published} from "./customers/published.ts";

const en = locale("en", "GBP");
const zh = locale("zh", "GBP");
const text = (markup: unknown): string =>
  String(markup)
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");

describe("what a customer will spend, on the profile", () => {
  test("value, purchases and their intervals, the spend of each, whether they are still there, and the tenth", () => {
    const panel = text(valuePanel(viewOf(late), en));
    expect(panel).toContain("Lifetime value £1,204.50 (95% interval £1,100 to £1,310)");
    expect(panel).toContain("Purchases 7.3 (95% interval 6.9 to 7.6)");
    expect(panel).toContain("Each brings £166.10 Still a customer 72% Among all customers in the highest tenth");
    expect(panel).toContain("By MBG/NBD from how often");
    expect(text(valuePanel(viewOf(late), zh))).toContain("客户价值 £1,204.50（95% 区间 £1,100 至 £1,310）");
  });

  test("after one purchase it says how little that is, and BG/NBD says nothing of who is still there", () => {
    const panel = text(valuePanel(viewOf(once), en));
    expect(panel).toContain("Still a customer the model does not say after one purchase");
    expect(panel).toContain("in tenth 4 of 10");
    expect(panel).toContain("One purchase day says little");
  });

  test("without an order, and without a model, it says which", () => {
    expect(text(valuePanel(viewOf(prospect), en))).toContain("It is foretold from the first order on.");
    const noModel = {...late, expectedDays: null, clv: null};
    expect(text(valuePanel(viewOf(noModel), en))).toContain("No purchase model could be fitted to the customers.");
    const noSpend = {...late, clv: null, clvLow: null, clvHigh: null, expectedSpend: null};
    expect(text(valuePanel(viewOf(noSpend), en))).toContain("not known: no spend to learn from");
    for (const person of [late, once, prospect, noModel, noSpend])
      for (const c of [en, zh]) expect(text(valuePanel(viewOf(person), c))).not.toMatch(/NaN|null|undefined/);
  });
});

describe("the value ahead, in the list", () => {
  let warehouse: Warehouse;
  let site: Published;
  beforeAll(async () => {
    warehouse = await emptyBase();
    await fillBase(warehouse, 400);
    site = await published(warehouse);
  });
  afterAll(() => {
    site.remove();
    warehouse.close();
  });

  test("every tenth holds the customers that SQL counts, and a chip names it", async () => {
    for (const tenth of [1, 5, 10]) {
      const {n} = await warehouse.row<{n: number}>(
        `select count(*) as n from mart_customer_360 where value_tenth = ${tenth}`
      );
      expect(chosen(site.base, `?tenth=${tenth}`)).toHaveLength(n);
      expect(n).toBeGreaterThan(0);
    }
    expect(text(chips(filtersOf("?tenth=1"), en))).toContain("tenth 1 by value ahead");
  });

  test("is a column to sort by; who never ordered has none", async () => {
    const at = listColumns(en).findIndex(({id}) => id === "clv");
    const column = virtualColumns(site.base, en)[at]!;
    const rows = await warehouse.rows<{key: string; clv: number | null}>(
      "select customer_id as key, clv::double as clv from mart_customer_360"
    );
    expect(rows.some(({clv}) => clv === null)).toBe(true);
    for (const {key, clv} of rows) expect(column.value(site.base.keys.indexOf(key))).toBe(clv);
  });

  test("is among the fields of every profile", async () => {
    const [row] = await warehouse.rows<{fields: string}>(
      `select fields from (${profileSql([])}) where fields <> '' limit 1`
    );
    expect(JSON.parse(row!.fields)).toHaveLength(profileFields([]).length - 1);
    expect(profileFields([])).toContain("valueTenth");
  });
});
