import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intCampaign} from "../intermediate/int_campaign.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

const faults = [
  ["both_arms", "both_arms"],
  ["control_reached", "reached_control"],
  ["several_versions", "several_versions"],
  ["overlapping", "overlapping"],
  ["undated", "undated"],
  ["unknown_customer", "unknown_touches"],
  ["ahead", "ahead_touches"],
  ["answer_before_sending", "early_touches"],
  ["sent_before_campaign", "before_touches"]
] as const;
const faultNames = faults.map(([name]) => name) as unknown as readonly [
  (typeof faults)[number][0],
  ...(typeof faults)[number][0][]
];

/**
 * What is wrong with the touches of campaigns, one row per campaign and fault that occurs.
 *
 * Left out: customers in both arms, those of whom nobody knows when, touches of unknown customers and such that lie after as_of. Kept where they
 * were put: customers held back and yet reached, which makes an effect look smaller; customers of several versions, who are in no comparison of
 * versions; customers whom another campaign reached in the same days. An answer before the sending does not count.
 */
export const martCampaignFault = model({
  name: "mart_campaign_fault",
  title: {
    en: "Faults in the touches of campaigns, one row per campaign and fault.",
    zh: "活动触达数据的问题，每个活动每种问题一行。"
  },
  from: [intCampaign],
  grain: ["campaign_id", "fault"],
  columns: z.strictObject({
    campaign_id: c.id("The campaign.", "活动编号。", "public"),
    campaign: c.text("Its name, else its key.", "活动名称，否则编号。"),
    started_on: c.day("Day on which it began.", "开始日期。").nullable(),
    fault: c.oneOf(faultNames, "What is wrong.", "问题。"),
    unit: c.oneOf(["customers", "touches"], "What is counted.", "计数单位。"),
    found: c.count("How many.", "数量。"),
    of_all: c.count("Of how many.", "总数。"),
    is_left_out: c.flag("They count in no number.", "不计入任何数字。")
  }),
  query: (db) =>
    db
      .with("counted", (db) =>
        db
          .selectFrom("int_campaign")
          .crossJoin(s.series(1, faults.length))
          .select(({ref}) => {
            const pick = <T>(values: readonly s.Value<T>[]) =>
              values
                .slice(0, -1)
                .reduceRight<s.Value<T>>(
                  (rest, value, i) => s.when(s.compare(ref("n"), "=", s.num(i + 1)), value, rest),
                  values.at(-1)!
                );
            return [
              "campaign_id",
              "campaign",
              "started_on",
              "customers",
              "touches",
              pick(faultNames.map((name) => s.text(name).$castTo<(typeof faultNames)[number]>())).as("fault"),
              pick(faults.map(([, column]) => ref(column))).as("found")
            ];
          })
      )
      .selectFrom("counted")
      .where("found", ">", 0)
      .select(({ref}) => {
        const isOne = (...names: (typeof faultNames)[number][]) =>
          s.either(...names.map((name) => s.compare(ref("fault"), "=", s.text(name))));
        const isTouch = isOne("unknown_customer", "ahead", "answer_before_sending", "sent_before_campaign");
        return [
          "campaign_id",
          "campaign",
          "started_on",
          "fault",
          s.when(isTouch, s.text("touches"), s.text("customers")).as("unit"),
          "found",
          s.when(isTouch, ref("touches"), ref("customers")).as("of_all"),
          isOne("both_arms", "undated", "unknown_customer", "ahead").as("is_left_out")
        ];
      })
});
