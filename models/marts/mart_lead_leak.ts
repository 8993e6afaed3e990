import {intLeadField} from "../intermediate/int_lead_field.ts";
import {model} from "../model.ts";

/** Whether a field of the leads gives their outcome away, one row per field: what the score may not learn from, and why (int_lead_field). */
export const martLeadLeak = model({
  name: "mart_lead_leak",
  title: {
    en: "Whether a field of the leads gives their outcome away, one row per field.",
    zh: "线索字段是否泄露结果，每个字段一行。"
  },
  from: [intLeadField],
  grain: ["field"],
  columns: intLeadField.columns,
  query: (db) =>
    db
      .selectFrom("int_lead_field")
      .select([
        "field",
        "converted",
        "others",
        "filled_converted",
        "filled_others",
        "converted_share",
        "others_share",
        "auc",
        "auc_low",
        "finding",
        "is_refused"
      ])
});
