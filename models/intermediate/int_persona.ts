import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {assignSql} from "../personas/assignSql.ts";
import {toldModel} from "../personas/told.ts";
import {personaVersion} from "../personas/version.ts";
import {intPersonaFeature} from "./int_persona_feature.ts";
import {intPersonaModel} from "./int_persona_model.ts";

/** Customers nearer to their centre than to the next by this share of it are its core. */
const CORE = 0.25;

/**
 * The persona of every customer with an order: the one whose centre is nearest, one row per customer; none where there are no personas.
 *
 * Numbers follow size, 1 the largest when it was learnt. Core are those whose distance to their centre is at most three quarters of that to the next.
 */
export const intPersona = model({
  name: "int_persona",
  title: {
    en: "The persona of every customer with an order, one row per customer.",
    zh: "客户所属画像，每位有订单的客户一行。"
  },
  from: [intPersonaFeature, intPersonaModel],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    persona: c.count("Number of the persona, from 1.", "画像编号，从 1 开始。"),
    distance: c.number("Distance to its centre.", "到画像中心的距离。"),
    margin_share: c.share("1 − that ÷ the distance to the next centre.", "1 − 该距离÷到次近中心的距离。"),
    is_core: c.flag("Clearly nearer to this centre than to any other.", "明显更接近该中心。")
  }),
  procedure: {
    version: () => [1, personaVersion],
    make: async ({warehouse, table}) => {
      await warehouse.run(`create or replace table ${table} as
        select customer_id, persona, distance, margin_share, margin_share >= ${CORE} as is_core
        from (${assignSql(await toldModel(warehouse))}) order by customer_id`);
    }
  }
});
