import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {readDoubles} from "../../warehouse/doubleColumns.ts";
import {createFromRows} from "../createFromRows.ts";
import {model} from "../model.ts";
import {onScaleSql, personaFeatures} from "../personas/catalogue.ts";
import {clusterStates} from "../personas/choose.ts";
import {learn, MOST_CUSTOMERS, verdicts} from "../personas/learn.ts";
import {personaVersion} from "../personas/version.ts";
import {intPersonaFeature} from "./int_persona_feature.ts";

const columns = z.strictObject({
  clusters: c.count("How many groups; 1: what all have in common.", "分组数；1 为整体。"),
  verdict: c.oneOf(verdicts, "Whether there are personas, and why not.", "是否存在画像及原因。"),
  state: c
    .oneOf(clusterStates, "What is to be said of this number; null for 1.", "对该分组数的判定；1 为空。")
    .nullable(),
  customers: c.count("Customers learnt from.", "学习所用客户数。"),
  tried_customers: c.count("Of them, those on whom numbers of groups were tried.", "其中用于检验分组数的客户数。"),
  ari_mean: c.number("Adjusted Rand index of two halves, mean.", "两半样本的调整兰德指数均值。").nullable(),
  ari_sd: c.number("Its standard deviation.", "其标准差。").nullable(),
  smooth_ari_mean: c.number("The same where customers vary smoothly.", "平滑变化对照的调整兰德指数均值。").nullable(),
  smooth_ari_sd: c.number("Its standard deviation.", "其标准差。").nullable(),
  within_mean: c.number("Variance left within the groups, share.", "组内剩余方差占比。").nullable(),
  within_sd: c.number("Its standard deviation.", "其标准差。").nullable(),
  smooth_within_mean: c.number("The same where customers vary smoothly.", "平滑变化对照的组内方差占比。").nullable(),
  smooth_within_sd: c.number("Its standard deviation.", "其标准差。").nullable(),
  smallest_share: c.share("Share of customers in the smallest group.", "最小组的客户占比。").nullable(),
  model: c.text("JSON: scales, components and centres, for 1 alone.", "JSON：尺度、主成分与中心，仅 1 有。").nullable()
});

/**
 * What a search for personas found, one row per number of groups tried, and one for 1 that holds the scales, the components and, where there are any, the centres.
 *
 * Learnt from at most 50,000 customers with an order, drawn by the hash of their key. Customers are compared in what goes together: the principal
 * components of the scaled features that are stronger than in shuffled ones (Horn 1965), so that what varies on its own tells nobody apart; where
 * there is none, features are unrelated. Numbers of groups are tried on at most 2,000 of them: ten times halved at random, k-means learns from each half, and the adjusted Rand index says how far both agree on all of them. The same is
 * done with customers who are as spread in every feature and in whom features go together as much, but who form no groups (Iman & Conover 1982).
 * A number is stable from 0.75 on; it stands for groups only where it agrees more than the smooth ones do, leaves at least 5 % less variance
 * within, and no group has under 2 %. Of the stable ones within 0.05 of the best the largest is chosen; where there is none, there are no personas.
 */
export const intPersonaModel = model({
  name: "int_persona_model",
  title: {
    en: "What a search for personas found, one row per number of groups.",
    zh: "画像搜索结果，每个分组数一行。"
  },
  from: [intPersonaFeature],
  grain: ["clusters"],
  columns,
  procedure: {
    version: () => [1, personaVersion],
    make: async ({warehouse, table}) => {
      const learnt = learn(
        await readDoubles(
          warehouse,
          `select ${personaFeatures.map(onScaleSql).join(", ")} from int_persona_feature
           order by md5(customer_id), customer_id limit ${MOST_CUSTOMERS}`
        )
      );
      const {verdict, customers, tried_customers, scalings, loadings, centres} = learnt;
      const shared = {verdict, customers, tried_customers};
      const nothing = {
        ari_mean: null,
        ari_sd: null,
        smooth_ari_mean: null,
        smooth_ari_sd: null,
        within_mean: null,
        within_sd: null,
        smooth_within_mean: null,
        smooth_within_sd: null,
        smallest_share: null
      };
      await createFromRows(
        {columns},
        [
          {clusters: 1, ...shared, state: null, ...nothing, model: JSON.stringify({scalings, loadings, centres})},
          ...learnt.tried.map((one) => ({
            clusters: one.clusters,
            ...shared,
            state: one.state,
            ari_mean: one.ariMean,
            ari_sd: one.ariSd,
            smooth_ari_mean: one.smoothAriMean,
            smooth_ari_sd: one.smoothAriSd,
            within_mean: one.withinMean,
            within_sd: one.withinSd,
            smooth_within_mean: one.smoothWithinMean,
            smooth_within_sd: one.smoothWithinSd,
            smallest_share: one.smallestMean,
            model: null
          }))
        ],
        {warehouse, table}
      );
    }
  }
});
