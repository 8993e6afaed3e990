import {z} from "zod";
import {goldenFields, survivorshipRules, type GoldenField} from "../../ingest/identityConfig.ts";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {cellOf, placeOf, ruleOf, trustOf} from "./goldenFields.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {intCustomerRecord} from "./int_customer_record.ts";

/** Above any place of a record: a value that one record more says ranks higher, whatever its place. */
const oneSighting = 2 ** 32;

/**
 * The golden record in long form, one row per customer and field of which any source says something.
 *
 * Of the values that a customer's records say, as they are written, the configured rule chooses one: recent is that of the record
 * changed last, else created last, else loaded last, then of the smallest key; frequent is that of the most records; trusted is that
 * of the source first in the configured order, others after it. Equals are told apart as by recent. E-mails and telephone numbers that
 * events alone name come after those of records, the smallest first. Every value is one that a source said, never a mixture.
 */
export const intCustomerField = model({
  name: "int_customer_field",
  title: {
    en: "The golden record in long form, one row per customer and field.",
    zh: "客户黄金记录（长表），每位客户每个字段一行。"
  },
  from: [intCustomerKeys, intCustomerRecord],
  grain: ["customer_id", "field"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    field: c.oneOf(goldenFields, "What the value says.", "字段。"),
    value: c.text("The value, as a source writes it.", "取值，按来源写法。", "personal"),
    rule: c.oneOf(
      [...survivorshipRules, "only"],
      "Why this value: only where there is no other.",
      "取值规则；没有其他取值时为 only。"
    ),
    source: c
      .text("Source of the configuration; empty where events alone name it.", "配置中的来源；仅出现在事件中时为空。")
      .nullable(),
    load_id: c.id("The load that brought the record.", "带来该记录的载入批次。", "public").nullable(),
    record_key: c.text("The record that says so.", "来源记录。", "personal").nullable(),
    seen_at: c.instant("When the record was last changed, else created.", "记录最后修改（否则创建）时间。").nullable(),
    alternatives: c.count("Other values that were said.", "其他不同取值的个数。")
  }),
  query: (db, settings) =>
    db
      .with("records", (db) =>
        db.selectFrom("int_customer_record").select(({ref}) => {
          const order = [
            s.coalesce(ref("seen_at"), s.timestamp("1900-01-01 00:00:00")),
            s.coalesce(ref("load_id"), s.text("")),
            s.descending(ref("record_key")),
            ref("customer_id")
          ];
          return [
            "customer_id",
            ...goldenFields,
            "source",
            "load_id",
            "record_key",
            "seen_at",
            s.ordered(s.rowNumber(), {orderBy: order}).as("place"),
            s.ordered(s.rowNumber(), {orderBy: [trustOf(ref("source"), settings), ...order]}).as("trusted_place")
          ];
        })
      )
      .with("cells", (db) =>
        db
          .selectFrom("records")
          .crossJoin(s.series(1, goldenFields.length, "fields"))
          .where(({ref}) => s.isKnown(cellOf(ref, ref("n"))))
          .select(({ref}) => {
            const isTrusted = s.compare(ruleOf(ref("n"), settings), "=", s.text("trusted"));
            return [
              "customer_id",
              "n",
              cellOf(ref, ref("n")).$notNull().as("value"),
              "place",
              s.when(isTrusted, ref("trusted_place"), ref("place")).as("rank")
            ];
          })
          .unionAll((db) =>
            db
              .selectFrom("int_customer_keys")
              .where("key_kind", "in", ["email", "phone"])
              .select(({ref}) => {
                const sequence = {
                  partitionBy: [ref("customer_id"), ref("key_kind")],
                  orderBy: [ref("source_key")]
                };
                const behind = s.subtract(s.num(0), s.ordered(s.rowNumber(), sequence));
                const isEmail = s.compare(ref("key_kind"), "=", s.text("email"));
                return [
                  "customer_id",
                  s.when(isEmail, placeOf("email"), placeOf("phone")).as("n"),
                  ref("source_key").as("value"),
                  behind.as("place"),
                  behind.as("rank")
                ];
              })
          )
      )
      .with("said", (db) =>
        db
          .selectFrom("cells")
          .groupBy(["customer_id", "n", "value"])
          .select(({ref}) => {
            const isFrequent = s.compare(ruleOf(ref("n"), settings), "=", s.text("frequent"));
            const votes = s.when(isFrequent, s.multiply(s.countRows(), s.num(oneSighting)), s.num(0));
            return [
              "customer_id",
              "n",
              "value",
              s.latest(ref("place"), ref("rank")).as("said_place"),
              s.add(votes, s.max(ref("rank"))).as("score")
            ];
          })
      )
      .with("chosen", (db) =>
        db
          .selectFrom("said")
          .groupBy(["customer_id", "n"])
          .select(({ref}) => [
            ref("customer_id").as("of_customer"),
            "n",
            s.latest(ref("value"), ref("score")).as("value"),
            s.latest(ref("said_place"), ref("score")).as("chosen_place"),
            s.subtract(s.countRows(), s.num(1)).as("alternatives")
          ])
      )
      .selectFrom("chosen")
      .leftJoin("records", "place", "chosen_place")
      .select(({ref}) => {
        const isOnly = s.compare(ref("alternatives"), "=", s.num(0));
        return [
          ref("of_customer").as("customer_id"),
          nth(goldenFields, ref("n")).$castTo<GoldenField>().as("field"),
          "value",
          s.when(isOnly, s.text("only"), ruleOf(ref("n"), settings)).as("rule"),
          "source",
          "load_id",
          "record_key",
          "seen_at",
          "alternatives"
        ];
      })
});
