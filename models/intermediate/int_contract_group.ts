import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {contractDimensions, contractMember} from "./contractDimensions.ts";
import {intContractSpan} from "./int_contract_span.ts";

/** How many groups of a dimension stand for themselves: the palette has six colours. */
const most = 6;

/** A curve of fewer contracts says little; they are counted with the others. */
const fewest = 20;

/**
 * Which plans, channels, countries and start years are compared, one row per dimension and value.
 *
 * The six with the most contracts stand for themselves, of years the newest six, each with 20 contracts or more; the rest are “others”.
 * Contracts of which no source tells the value are “unknown”.
 */
export const intContractGroup = model({
  name: "int_contract_group",
  title: {en: "Groups of contracts, one row per dimension and value.", zh: "合同分组，每个维度每个取值一行。"},
  from: [intContractSpan],
  grain: ["dimension", "member"],
  columns: z.strictObject({
    dimension: c.oneOf(contractDimensions, "What contracts are grouped by.", "分组维度。"),
    member: c.text("A plan, channel, country or year.", "方案、渠道、国家或年份。"),
    group_name: c.text("The group in which it is counted.", "计入的分组。"),
    contracts: c.count("Contracts with a length.", "有时长的合同数。")
  }),
  query: (db) =>
    db
      .with("alike", (db) =>
        db
          .selectFrom("int_contract_span")
          .where("is_counted", "=", true)
          .groupBy(["plan", "acquisition_channel", "country", "start_year"])
          .select(["plan", "acquisition_channel", "country", "start_year", s.countRows().as("contracts")])
      )
      .with("members", (db) =>
        db
          .selectFrom("alike")
          .crossJoin(s.series(1, contractDimensions.length))
          .select(({ref}) => {
            const {dimension, member} = contractMember(ref("n"), ref);
            return [dimension.as("dimension"), member.as("member"), "contracts"];
          })
      )
      .with("sizes", (db) =>
        db
          .selectFrom("members")
          .groupBy(["dimension", "member"])
          .select(({ref}) => ["dimension", "member", s.toBigint(s.sum(ref("contracts"))).as("contracts")])
      )
      .with("ranked", (db) =>
        db.selectFrom("sizes").select(({ref}) => {
          const isYear = s.compare(ref("dimension"), "=", s.text("start_year"));
          const isUnknown = s.compare(ref("member"), "=", s.text("unknown"));
          return [
            "dimension",
            "member",
            "contracts",
            isUnknown.as("is_unknown"),
            s
              .ordered(s.rowNumber(), {
                partitionBy: [ref("dimension"), isUnknown],
                orderBy: [
                  s.descending(s.when(isYear, ref("member"), s.text(""))),
                  s.descending(ref("contracts")),
                  ref("member")
                ]
              })
              .as("place")
          ];
        })
      )
      .selectFrom("ranked")
      .select(({ref}) => {
        const stands = s.both(
          s.compare(ref("place"), "<=", s.num(most)),
          s.either(s.compare(ref("contracts"), ">=", s.num(fewest)), s.compare(ref("dimension"), "=", s.text("all")))
        );
        return [
          "dimension",
          "member",
          s.when(s.either(stands, ref("is_unknown")), ref("member"), s.text("others")).as("group_name"),
          "contracts"
        ];
      })
});
