import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";
import {notBefore} from "./rules.ts";

/**
 * One row per stay of an opportunity in a stage. A repeated delivery of a stay replaces it; stays that a later file does not have are
 * kept, for logs are exported by period.
 */
export const opportunityStages = contract({
  kind: "opportunity_stages",
  title: {en: "Stages that opportunities went through.", zh: "商机的阶段变更记录。"},
  fields: z.strictObject({
    opportunity_id: c.id("The opportunity.", "商机编号。"),
    stage: c.text("The stage that it entered.", "进入的阶段。"),
    entered_at: c.instant("When it entered.", "进入时间。"),
    left_at: c.instant("When it left.", "离开时间。").nullable(),
    owner: c.text("Who sold it then.", "当时负责人。", "personal").nullable(),
    amount: c.money("What it was expected to bring then.", "当时预计金额。").nullable(),
    currency: c.text("ISO code of the amounts; must be the company's.", "金额币种（须与公司币种一致）。").nullable()
  }),
  key: ["opportunity_id", "stage", "entered_at"],
  deliveredWith: ["opportunity_id", "stage", "entered_at"],
  event: "entered_at",
  aliases: {
    opportunity_id: ["record id", "deal id", "dealid", "opportunityid", "商机编号", "商机id"],
    stage: ["stage name", "stagename", "deal stage", "to stage", "变更后阶段", "商机阶段", "阶段"],
    entered_at: ["date entered stage", "createddate", "created date", "进入时间", "变更时间"],
    left_at: ["date left stage", "离开时间"],
    owner: ["deal owner", "ownerid", "负责人"],
    amount: ["商机金额", "金额"],
    currency: ["币种"]
  },
  rules: [notBefore("left_at", "entered_at", "left before it was entered")]
});
