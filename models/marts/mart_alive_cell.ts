import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intPurchaseExpectation} from "../intermediate/int_purchase_expectation.ts";

/** Upper ends of the bands; the last is open. */
const purchaseBands = [1, 2, 3, 5, 9] as const;
const recencyBands = [30, 60, 90, 180, 365] as const;

const labels = (ends: readonly number[], from: number): string[] => [
  ...ends.map((end, i) => {
    const start = i ? ends[i - 1]! + 1 : from;
    return start === end ? String(end) : `${start}–${end}`;
  }),
  `${ends.at(-1)! + 1}+`
];
const banded = <T>(x: s.Value<any>, ends: readonly number[], of: (band: number) => s.Value<T>): s.Value<T> =>
  ends.reduceRight<s.Value<T>>((rest, end, i) => s.when(s.compare(x, "<=", s.num(end)), of(i), rest), of(ends.length));

/**
 * Probability of still being a customer by how often and how lately customers bought, one row per pair of bands that has customers.
 *
 * Means over the customers of a cell at as_of, of the model in use; where that is BG/NBD, of the MBG/NBD for who bought on one day alone. Null where unknown.
 */
export const martAliveCell = model({
  name: "mart_alive_cell",
  title: {
    en: "Probability of still being a customer by frequency and recency, one row per pair of bands.",
    zh: "按购买频次与近度的存活概率，每个组合一行。"
  },
  from: [intPurchaseExpectation],
  grain: ["frequency_band", "recency_band"],
  columns: z.strictObject({
    frequency_band: c.count("Band of purchase days, from 1.", "购买天数分段，从 1 开始。"),
    recency_band: c.count(
      "Band of days since the last purchase, from 1: the latest.",
      "距最近购买天数分段，1 为最近。"
    ),
    frequency_label: c.text("Purchase days of the band.", "该段购买天数。"),
    recency_label: c.text("Days since the last purchase of the band.", "该段距最近购买天数。"),
    customers: c.count("Customers in the cell.", "客户数。"),
    alive_share: c.share("Mean probability of still being a customer.", "平均存活概率。").nullable(),
    expected_days: c.number("Mean purchase days expected within the horizon.", "预测期内平均预期购买天数。").nullable()
  }),
  query: (db) =>
    db
      .with("placed", (db) =>
        db
          .selectFrom("int_purchase_expectation")
          .where("span", "=", "whole")
          .select(({ref}) => {
            const purchases = s.add(ref("repeat_days"), s.num(1));
            const silence = s.subtract(ref("age_days"), ref("last_age_days"));
            const [often, late] = [labels(purchaseBands, 1), labels(recencyBands, 0)];
            return [
              banded(purchases, purchaseBands, (band) => s.num(band + 1)).as("frequency_band"),
              banded(silence, recencyBands, (band) => s.num(band + 1)).as("recency_band"),
              banded(purchases, purchaseBands, (band) => s.text(often[band]!) as s.Value<string>).as("frequency_label"),
              banded(silence, recencyBands, (band) => s.text(late[band]!) as s.Value<string>).as("recency_label"),
              "customers",
              s.multiply(ref("alive_share"), ref("customers")).as("alive"),
              s.multiply(ref("expected_days"), ref("customers")).as("expected")
            ];
          })
      )
      .selectFrom("placed")
      .groupBy(["frequency_band", "recency_band", "frequency_label", "recency_label"])
      .select(({ref}) => [
        "frequency_band",
        "recency_band",
        "frequency_label",
        "recency_label",
        s.toBigint(s.sum(ref("customers"))).as("customers"),
        s
          .least(s.round(s.ratio(s.sum(ref("alive")), s.sum(ref("customers"))), 9), s.toDouble(s.num(1)))
          .as("alive_share"),
        s.round(s.ratio(s.sum(ref("expected")), s.sum(ref("customers"))), 9).as("expected_days")
      ])
});
