import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intPersonaModel} from "../intermediate/int_persona_model.ts";
import {model} from "../model.ts";
import {clusterStates} from "../personas/choose.ts";
import * as s from "../sql.ts";

/** How well groups of customers are found again, one row per number of groups tried; none with too few customers or features. */
export const martPersonaStability = model({
  name: "mart_persona_stability",
  title: {
    en: "How well groups of customers are found again, one row per number of groups.",
    zh: "客户分组的可重现程度，每个分组数一行。"
  },
  from: [intPersonaModel],
  grain: ["clusters"],
  columns: z.strictObject({
    clusters: c.count("How many groups.", "分组数。"),
    state: c.oneOf(
      clusterStates,
      "chosen; stable; unstable: the halves disagree; smooth: no more than smooth variation gives; tiny: a group under 2 %.",
      "chosen 已选；stable 稳定；unstable 两半不一致；smooth 与平滑变化无异；tiny 有组不足 2%。"
    ),
    ari_mean: c.number("Adjusted Rand index of two halves: mean of ten.", "两半样本的调整兰德指数：十次均值。"),
    ari_sd: c.number("Its standard deviation.", "其标准差。"),
    smooth_ari_mean: c.number(
      "The same where features spread and go together as much, but customers form no groups.",
      "特征分布与相关相同但无分组的对照下的同一指标。"
    ),
    smooth_ari_sd: c.number("Its standard deviation.", "其标准差。"),
    within_mean: c.share("Part of the variance that is left within the groups.", "组内剩余方差占比。"),
    smooth_within_mean: c.share("The same without groups.", "无分组对照的同一指标。"),
    smallest_share: c.share("Share of customers in the smallest group.", "最小组的客户占比。"),
    is_chosen: c.flag("The number of personas.", "是否为所采用的分组数。")
  }),
  query: (db) =>
    db
      .selectFrom("int_persona_model")
      .where("clusters", ">", 1)
      .select(({ref}) => [
        "clusters",
        ref("state").$notNull().as("state"),
        ref("ari_mean").$notNull().as("ari_mean"),
        ref("ari_sd").$notNull().as("ari_sd"),
        ref("smooth_ari_mean").$notNull().as("smooth_ari_mean"),
        ref("smooth_ari_sd").$notNull().as("smooth_ari_sd"),
        ref("within_mean").$notNull().as("within_mean"),
        ref("smooth_within_mean").$notNull().as("smooth_within_mean"),
        ref("smallest_share").$notNull().as("smallest_share"),
        s.compare(ref("state"), "=", s.text("chosen")).as("is_chosen")
      ])
});
