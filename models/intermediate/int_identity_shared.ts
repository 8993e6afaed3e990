import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intIdentityRecord} from "./int_identity_record.ts";

const fields = ["email", "phone", "tax_id"] as const;
type Field = (typeof fields)[number];

/** Values of the configuration, in which * stands for any characters, as one RE2 pattern. */
const patternOf = (values: readonly string[]): string =>
  `^(${values.map((value) => value.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")).join("|")})$`;

/**
 * Values that say nothing about who somebody is, one row per field and value: the configured ones, and those that many different names
 * share, such as the telephone number of a shop. They stay in the records but neither find nor tie any; contacts without a key count
 * only where the configuration names them.
 */
export const intIdentityShared = model({
  name: "int_identity_shared",
  title: {
    en: "Values that too many share to say who somebody is, one row per field and value.",
    zh: "被过多记录共用、不能用于识别的值，每个字段与值一行。"
  },
  from: [intIdentityRecord],
  grain: ["field", "value"],
  columns: z.strictObject({
    field: c.oneOf(fields, "What is shared.", "共用的字段。"),
    value: c.text("The value.", "共用的值。", "personal"),
    records: c.count("Records with it.", "含该值的记录数。"),
    names: c.count("Different names among them, by sound.", "其中不同姓名数（按读音）。"),
    reason: c.oneOf(["configured", "automatic"], "Who excluded it.", "排除原因：配置或自动。")
  }),
  query: (db, {identity: {exclude, sharedAfter}}) => {
    const shared = (field: Field) => {
      return db
        .selectFrom("int_identity_record")
        .where(field, "is not", null)
        .groupBy(field)
        .select(({ref}) => {
          const configured = exclude[field].length ? s.matches(ref(field), patternOf(exclude[field])) : s.no;
          const name = s.firstOf(
            s.join(s.coalesce(ref("given_sound"), s.text("")), s.text(" "), ref("family_sound")),
            ref("company")
          );
          const isRecord = s.compare(ref("origin"), "<>", s.text("contacts"));
          return [
            s.text(field).$castTo<Field>().as("field"),
            ref(field).$notNull().as("value"),
            s.count(s.onlyWhen(isRecord, ref("record_key"))).as("records"),
            s.countDistinct(name).as("names"),
            s
              .when(configured, s.text("configured"), s.text("automatic"))
              .$castTo<"configured" | "automatic">()
              .as("reason")
          ];
        });
    };
    return db
      .selectFrom(shared("email").unionAll(shared("phone")).unionAll(shared("tax_id")).as("value"))
      .where(({ref}) =>
        s.either(
          s.compare(ref("reason"), "=", s.text("configured")),
          s.both(
            s.compare(ref("names"), ">=", s.num(sharedAfter)),
            s.compare(s.multiply(ref("names"), s.num(2)), ">=", ref("records"))
          ),
          s.both(s.compare(ref("names"), "<", s.num(2)), s.compare(ref("records"), ">=", s.num(sharedAfter * 10)))
        )
      )
      .select(["field", "value", "records", "names", "reason"]);
  }
});
