import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {contractDimensions, contractMember} from "./contractDimensions.ts";
import {intContractGroup} from "./int_contract_group.ts";
import {intContractSpan} from "./int_contract_span.ts";

/** How many contracts of a group ended or were still running after so many days, one row per dimension, group and day of length. */
export const intContractExit = model({
  name: "int_contract_exit",
  title: {
    en: "Life table of contracts, one row per dimension, group and day of length.",
    zh: "合同生命表，每个维度、分组、时长（天）一行。"
  },
  from: [intContractGroup, intContractSpan],
  grain: ["dimension", "group_name", "day_number"],
  columns: z.strictObject({
    dimension: c.oneOf(contractDimensions, "What contracts are grouped by.", "分组维度。"),
    group_name: c.text("The group.", "分组。"),
    day_number: c.count("Days since the first paid day.", "自首个付费日起的天数。"),
    at_risk: c.count("Contracts that had lasted so long.", "时长至少如此的合同数。"),
    ended: c.count("Of them, ended after exactly so many days.", "其中恰于该天终止。"),
    still_running: c.count("Of them, known to run for exactly so many days so far.", "其中截至该天仍有效（删失）。")
  }),
  query: (db) =>
    db
      .with("alike", (db) =>
        db
          .selectFrom("int_contract_span")
          .where("is_counted", "=", true)
          .groupBy(["plan", "acquisition_channel", "country", "start_year", "duration_days"])
          .select(({ref}) => [
            "plan",
            "acquisition_channel",
            "country",
            "start_year",
            ref("duration_days").as("day_number"),
            s.countRows().as("contracts"),
            s.count(s.onlyWhen(ref("has_ended"), ref("subscription_id"))).as("ended")
          ])
      )
      .with("members", (db) =>
        db
          .selectFrom("alike")
          .crossJoin(s.series(1, contractDimensions.length))
          .select(({ref}) => {
            const {dimension, member} = contractMember(ref("n"), ref);
            return [dimension.as("of_dimension"), member.as("of_member"), "day_number", "contracts", "ended"];
          })
      )
      .with("exits", (db) =>
        db
          .selectFrom("members")
          .innerJoin("int_contract_group", (on) =>
            on.onRef("dimension", "=", "of_dimension").onRef("member", "=", "of_member")
          )
          .groupBy(["dimension", "group_name", "day_number"])
          .select(({ref}) => [
            "dimension",
            "group_name",
            "day_number",
            s.toBigint(s.sum(ref("members.contracts"))).as("exits"),
            s.toBigint(s.sum(ref("ended"))).as("ended")
          ])
      )
      .selectFrom("exits")
      .select(({ref}) => [
        "dimension",
        "group_name",
        "day_number",
        s
          .toBigint(
            s.running(s.sum(ref("exits")), {
              partitionBy: [ref("dimension"), ref("group_name")],
              orderBy: [s.descending(ref("day_number"))]
            })
          )
          .as("at_risk"),
        "ended",
        s.subtract(ref("exits"), ref("ended")).as("still_running")
      ])
});
