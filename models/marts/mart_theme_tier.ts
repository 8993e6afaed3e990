import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intVerbatim} from "../intermediate/int_verbatim.ts";
import {intVerbatimTheme} from "../intermediate/int_verbatim_theme.ts";
import {martRfm} from "./mart_rfm.ts";

/**
 * Which themes which customers name, one row per theme and RFM segment of those who do, verbatims of the last 365 days of known customers with a segment.
 */
export const martThemeTier = model({
  name: "mart_theme_tier",
  title: {
    en: "Which customers name which theme, one row per theme and segment.",
    zh: "各分群客户提及的主题，每个主题与分群一行。"
  },
  from: [intAsOf, intVerbatim, intVerbatimTheme, martRfm],
  grain: ["theme", "segment"],
  columns: z.strictObject({
    theme: c.id("Key of the theme.", "主题的键。", "public"),
    segment: c.text("RFM segment.", "RFM 分群。"),
    customers: c.count("Customers who name it.", "提及的客户数。"),
    speakers: c.count("Customers of the segment who said anything.", "该分群中有原话的客户数。"),
    mentions: c.count("Their verbatims that name it.", "提及条数。"),
    negative_share: c
      .share("Of their feedback that says something, unfriendly.", "可判断的反馈提及中负面占比。")
      .nullable(),
    share: c.share("Share of the speakers who name it.", "提及客户占比。"),
    low: c.share("Lower end of its 95 % interval.", "95% 区间下限。"),
    high: c.share("Upper end of its 95 % interval.", "95% 区间上限。")
  }),
  query: (db) =>
    db
      .with("said", (db) =>
        db
          .selectFrom("int_verbatim as verbatim")
          .innerJoin("mart_rfm as rfm", "rfm.customer_id", "verbatim.customer_id")
          .crossJoin("int_as_of")
          .where(({ref}) => s.compare(s.daysBetween(ref("said_on"), ref("as_of_on")), "<", s.num(365)))
          .select(({ref}) => [
            "verbatim.verbatim_id",
            "rfm.customer_id",
            "segment",
            s.onlyWhen(s.compare(ref("origin"), "=", s.text("feedback")), ref("sentiment")).as("sentiment")
          ])
      )
      .with("speaking", (db) =>
        db
          .selectFrom("said")
          .groupBy("segment")
          .select(({ref}) => ["segment as speaking_segment", s.countDistinct(ref("customer_id")).as("speakers")])
      )
      .with("named", (db) =>
        db
          .selectFrom("int_verbatim_theme as naming")
          .innerJoin("said", "said.verbatim_id", "naming.verbatim_id")
          .groupBy(["theme", "segment"])
          .select(({ref}) => [
            "theme",
            "segment",
            s.countDistinct(ref("customer_id")).as("customers"),
            s.countRows().as("mentions"),
            s
              .ratio(
                s.count(s.onlyWhen(s.compare(ref("sentiment"), "=", s.text("negative")), ref("customer_id"))),
                s.count(ref("sentiment"))
              )
              .as("negative_share")
          ])
      )
      .selectFrom("named")
      .innerJoin("speaking", "speaking_segment", "segment")
      .select(({ref}) => [
        "theme",
        "segment",
        "customers",
        "speakers",
        "mentions",
        "negative_share",
        s.ratio(ref("customers"), ref("speakers")).$castTo<number>().as("share"),
        wilsonLow(ref("customers"), ref("speakers")).as("low"),
        wilsonHigh(ref("customers"), ref("speakers")).as("high")
      ])
});
