import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intPersonaScale} from "../intermediate/int_persona_scale.ts";
import {model} from "../model.ts";
import {personaFeatures} from "../personas/catalogue.ts";
import {scalingStates} from "../personas/scaling.ts";

/** By which features customers are grouped and why not by the others, one row per feature. */
export const martPersonaFeature = model({
  name: "mart_persona_feature",
  title: {
    en: "By which features customers are grouped, one row per feature.",
    zh: "用于客户分组的特征，每个特征一行。"
  },
  from: [intPersonaScale],
  grain: ["feature"],
  columns: z.strictObject({
    feature: c.oneOf(personaFeatures, "Column of int_persona_feature.", "int_persona_feature 的列。"),
    place: c.count("Its place among them.", "序号。"),
    state: c.oneOf(
      scalingStates,
      "used; rarely_known: of fewer than half of the customers; nearly_constant: fewer than 5 % differ.",
      "used 已用；rarely_known 已知者不足一半；nearly_constant 差异者不足 5%。"
    ),
    is_log: c.flag("Compared as ln(1 + x).", "以 ln(1 + x) 比较。"),
    known_share: c.share("Share of customers of whom it is known.", "已知该特征的客户占比。")
  }),
  query: (db) => db.selectFrom("int_persona_scale").select(["feature", "place", "state", "is_log", "known_share"])
});
