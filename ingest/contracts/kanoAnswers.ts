import {z} from "zod";
import {kanoCodec} from "../codecs/kano.ts";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";

const scale = "1 I like it, 2 I expect it, 3 neutral, 4 I can live with it, 5 I dislike it";
const scaleZh = "1 喜欢，2 理应如此，3 无所谓，4 可以忍受，5 不喜欢";

/**
 * One row per respondent and feature of a Kano survey: the answer to "if it is there" and the one to "if it is not". Tools export a
 * survey with a column per question: one source per feature over the same file, with the feature fixed.
 */
export const kanoAnswers = contract({
  kind: "kano_answers",
  title: {en: "Pairs of answers about features (Kano).", zh: "Kano 问卷的功能正反向作答。"},
  fields: z.strictObject({
    response_id: c.id("The tool's own key of the answer.", "答卷编号。"),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The respondent's e-mail, lower case.", "答卷人邮箱，小写。", "personal").nullable(),
    answered_at: c.instant("When the answer was given.", "作答时间。"),
    feature: c.text("What was asked about.", "功能或服务。"),
    functional: c.integer(`If it is there: ${scale}.`, `具备时：${scaleZh}。`),
    dysfunctional: c.integer(`If it is not: ${scale}.`, `不具备时：${scaleZh}。`)
  }),
  key: ["response_id", "feature"],
  deliveredWith: ["response_id", "feature"],
  event: "answered_at",
  aliases: {
    response_id: ["responseid", "response id", "respondent id", "序号"],
    email: ["recipientemail", "email address", "e-mail", "邮箱"],
    answered_at: ["recordeddate", "end date", "enddate", "submit date (utc)", "提交答卷时间"]
  },
  codecs: {functional: kanoCodec, dysfunctional: kanoCodec}
});
