import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerLeads} from "./int_customer_leads.ts";
import {intCustomerOpportunities} from "./int_customer_opportunities.ts";

/** What may be sold to a customer. */
export const pipelineColumns = {
  open_opportunities: c.count("Opportunities neither won nor lost.", "未结商机数。"),
  open_opportunity_amount: c.money("What those are expected to bring.", "未结商机预计金额。")
};

/** What may be sold to a customer at as_of, one row per customer with a lead or an opportunity. */
export const intCustomerPipeline = model({
  name: "int_customer_pipeline",
  title: {
    en: "What may be sold to a customer, one row per customer with a lead or an opportunity.",
    zh: "客户商机汇总，每位有线索或商机的客户一行。"
  },
  from: [intCustomerLeads, intCustomerOpportunities],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ...pipelineColumns,
    first_lead_on: c.day("Day of the first lead or opportunity.", "首个线索或商机日期。").nullable()
  }),
  query: (db) =>
    db
      .selectFrom(
        db
          .selectFrom("int_customer_opportunities")
          .select(({ref}) => [
            "customer_id",
            "amount",
            "created_on",
            s.not(s.either(ref("is_won"), ref("is_lost"))).as("is_open")
          ])
          .unionAll(
            db
              .selectFrom("int_customer_leads")
              .select([
                "customer_id",
                s.nothing<number>("decimal(18, 4)").as("amount"),
                "created_on",
                s.no.as("is_open")
              ])
          )
          .as("chances")
      )
      .groupBy("customer_id")
      .select(({ref}) => [
        "customer_id",
        s.count(s.onlyWhen(ref("is_open"), ref("customer_id"))).as("open_opportunities"),
        s.coalesce(s.sum(s.onlyWhen(ref("is_open"), ref("amount"))), s.amount("0")).as("open_opportunity_amount"),
        s.min(ref("created_on")).$castTo<Date | null>().as("first_lead_on")
      ])
});
