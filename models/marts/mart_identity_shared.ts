import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intIdentityShared} from "../intermediate/int_identity_shared.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/** How many values of each field the list holds. */
const MOST = 10;

/**
 * Values that tie too many records and so tie none, one row per field and place, most records first.
 *
 * The value itself is personal and stays in int_identity_shared. `field_values` and `field_records` count all of the field, listed or not.
 */
export const martIdentityShared = model({
  name: "mart_identity_shared",
  title: {
    en: "Values that tie too many records and so tie none, one row per field and place.",
    zh: "因关联过多记录而不予采用的值，每个字段与名次一行。"
  },
  from: [intIdentityShared],
  grain: ["field", "place"],
  columns: z.strictObject({
    field: c.id("Field of the record: email, phone, tax_id.", "记录的字段：邮箱、电话、登记号。", "public"),
    place: c.count("Place within the field, from 1.", "字段内的名次，从 1 开始。"),
    records: c.count("Records that hold the value.", "持有该值的记录数。"),
    names: c.count("Different names on them.", "其上的不同姓名数。"),
    reason: c.text("configured or automatic.", "配置指定或自动发现。"),
    field_values: c.count("Such values of the field.", "该字段此类值的个数。"),
    field_records: c.count("Records that hold one of them.", "持有其中之一的记录数。")
  }),
  query: (db) =>
    db
      .with("placed", (db) =>
        db.selectFrom("int_identity_shared").select(({ref}) => [
          "field",
          "records",
          "names",
          "reason",
          s
            .ordered(s.rowNumber(), {
              partitionBy: [ref("field")],
              orderBy: [s.descending(ref("records")), ref("value")]
            })
            .as("place"),
          s.overall(s.countRows(), ref("field")).as("field_values"),
          s.overall(s.sum(ref("records")), ref("field")).as("field_records")
        ])
      )
      .selectFrom("placed")
      .where("place", "<=", MOST)
      .select(["field", "place", "records", "names", "reason", "field_values", "field_records"])
});
