import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgOpportunities} from "../staging/stg_opportunities.ts";
import {mayHaveHappenedBy, soFarOf} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {knownRows} from "./knownRows.ts";

/** Opportunities of known customers as they stood at as_of, one row per opportunity; what was won or lost later was open. */
export const intCustomerOpportunities = model({
  name: "int_customer_opportunities",
  title: {en: "Opportunities of known customers, one row per opportunity.", zh: "已识别客户的商机，每个一行。"},
  from: [intAsOf, intCustomerKeys, stgOpportunities],
  grain: ["opportunity_id"],
  columns: z.strictObject({
    opportunity_id: c.id("The CRM's own key of the opportunity.", "商机编号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    opportunity_type: c.text("New business, renewal, extension.", "商机类型。").nullable(),
    amount: c.money("What it is expected to bring, or brought.", "预计或成交金额。").nullable(),
    created_at: c.instant("When it was opened.", "商机创建时间。").nullable(),
    created_on: c.day("Business day of it.", "商机创建日期。").nullable(),
    closed_at: c.instant("When it was won or lost.", "赢单或输单时间。").nullable(),
    closed_on: c.day("Business day of it.", "赢单或输单日期。").nullable(),
    is_won: c.flag("Won by as_of.", "截止时是否赢单。"),
    is_lost: c.flag("Lost by as_of.", "截止时是否输单。")
  }),
  query: (db) =>
    db
      .selectFrom(knownRows(db, stgOpportunities).as("known"))
      .crossJoin("int_as_of")
      .where(({ref}) => mayHaveHappenedBy(ref("created_at"), ref))
      .select(({ref}) => {
        const isOver = mayHaveHappenedBy(ref("closed_at"), ref);
        return [
          "opportunity_id",
          "customer_id",
          "opportunity_type",
          "amount",
          "created_at",
          "created_on",
          soFarOf(ref("closed_at"), ref).as("closed_at"),
          s.onlyWhen(isOver, ref("closed_on")).as("closed_on"),
          s.both(ref("is_won"), isOver).as("is_won"),
          s.both(ref("is_lost"), isOver).as("is_lost")
        ];
      })
});
