import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intPersona} from "../intermediate/int_persona.ts";
import {intPersonaFeature} from "../intermediate/int_persona_feature.ts";
import {intPersonaModel} from "../intermediate/int_persona_model.ts";
import {intPersonaScale} from "../intermediate/int_persona_scale.ts";
import {model} from "../model.ts";
import {verdicts} from "../personas/learn.ts";
import * as s from "../sql.ts";

/** Whether customers form personas, one row. */
export const martPersonaSummary = model({
  name: "mart_persona_summary",
  title: {en: "Whether customers form personas, one row.", zh: "客户是否形成画像，共一行。"},
  from: [intPersona, intPersonaFeature, intPersonaModel, intPersonaScale],
  grain: [],
  columns: z.strictObject({
    verdict: c.oneOf(
      verdicts,
      "personas; smooth: no number of groups is stable, more than smooth variation and without a group under 2 %; unrelated_features: no feature goes with another; too_few_customers; too_few_features.",
      "personas 存在画像；smooth 没有一种分组数同时稳定、优于平滑变化且各组不低于 2%；unrelated_features 特征互不相关；too_few_customers 客户过少；too_few_features 特征过少。"
    ),
    personas: c.count("How many there are.", "画像数。"),
    customers: c.count("Customers with an order.", "有订单的客户数。"),
    core_customers: c.count(
      "Of them, clearly nearer to one centre than to any other.",
      "其中明显归属某一画像的客户数。"
    ),
    learnt_customers: c.count("Customers learnt from.", "学习所用客户数。"),
    tried_customers: c.count("Customers on whom numbers of groups were tried.", "用于检验分组数的客户数。"),
    used_features: c.count("Features by which customers are grouped.", "用于分组的特征数。")
  }),
  query: (db) =>
    db
      .selectFrom("int_persona_model")
      .where("clusters", "=", 1)
      .crossJoin((eb) =>
        eb
          .selectFrom("int_persona")
          .select(({ref}) => [
            s.coalesce(s.max(ref("persona")).$castTo<number | null>(), s.num(0)).as("personas"),
            s.countRows().filterWhere("is_core", "=", true).as("core_customers")
          ])
          .as("found")
      )
      .crossJoin((eb) => eb.selectFrom("int_persona_feature").select(s.countRows().as("all_customers")).as("base"))
      .crossJoin((eb) =>
        eb
          .selectFrom("int_persona_scale")
          .select(s.countRows().filterWhere("state", "=", "used").as("used_features"))
          .as("scales")
      )
      .select(({ref}) => [
        "verdict",
        "personas",
        ref("all_customers").as("customers"),
        "core_customers",
        ref("int_persona_model.customers").as("learnt_customers"),
        "tried_customers",
        "used_features"
      ])
});
