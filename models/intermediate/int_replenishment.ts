import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {
  dueUntil,
  lateUntil,
  leastDays,
  makeRhythm,
  rhythmStates,
  snapshots,
  windowDays
} from "../baskets/replenishment.ts";
import {model} from "../model.ts";
import {intAsOf} from "./int_as_of.ts";
import {intBasketItem} from "./int_basket_item.ts";

/**
 * Where each customer stands in the own rhythm of an item, one row per snapshot, customer and item.
 *
 * The rhythm is the median gap between days on which the customer bought the item, of three such days or more; items that nobody bought in the 90 days
 * before are left out. early: due later than the days ahead; soon: due within them; due: up to 1.5 gaps after the last purchase; late: up to 2.5; broken:
 * longer ago. Snapshots are as_of and three days before it, 30 days apart, for the test.
 */
export const intReplenishment = model({
  name: "int_replenishment",
  title: {
    en: "Where customers stand in their rhythm of an item, one row per snapshot, customer and item.",
    zh: "客户对商品的复购节奏，每个快照、客户与商品一行。"
  },
  from: [intAsOf, intBasketItem],
  grain: ["snapshot_on", "customer_number", "item_number"],
  columns: z.strictObject({
    snapshot_on: c.day("The day as of which the row is true.", "快照日。"),
    customer_number: c.count("The customer.", "客户序号。"),
    item_number: c.count("The item.", "商品序号。"),
    purchase_days: c.count("Days on which the customer bought it.", "购买天数。"),
    usual_gap_days: c.days("Median gap between them.", "购买间隔中位数。"),
    last_bought_on: c.day("The last of them.", "最近购买日。"),
    due_on: c.day("The last plus the usual gap.", "预计到期日：最近购买日加常用间隔。"),
    revenue: c.money("What the customer's purchases of it brought so far.", "该客户购买该商品的累计收入。"),
    state: c.oneOf(rhythmStates, "Where the customer stands.", "所处状态。"),
    is_bought: c.flag("Bought it within 30 days after; null at as_of.", "此后 30 天内是否购买；截止日为空。").nullable()
  }),
  procedure: {
    version: ({actions: {aheadDays}}) => [1, aheadDays, leastDays, dueUntil, lateUntil, windowDays, snapshots],
    make: async ({warehouse, settings, table}) => {
      await makeRhythm(warehouse, settings.actions.aheadDays);
      await warehouse.run(`create or replace table ${table} as
        select snapshot_on, customer_number, item_number, purchase_days, usual_gap_days, last_bought_on, due_on, revenue, state, is_bought from rhythm`);
      await warehouse.run("drop table rhythm; drop table rhythmic");
    }
  }
});
