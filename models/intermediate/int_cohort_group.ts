import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {cohortDimensions, cohortTraits, mostGroups, otherGroups, unknownGroup} from "../cohortDimensions.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {intCustomerFirst} from "./int_customer_first.ts";

/**
 * The groups that cohorts are told apart by, one row per dimension and group.
 *
 * A dimension keeps its 20 groups of the most customers, numbered from 1, ties by name; 21 are all others together, 0 those customers of
 * whom no source says it. The dimension “all” has one group.
 */
export const intCohortGroup = model({
  name: "int_cohort_group",
  title: {en: "The groups of customers, one row per dimension and group.", zh: "客户分组，每个维度每组一行。"},
  from: [intCustomerFirst],
  grain: ["dimension", "group_number"],
  columns: z.strictObject({
    dimension: c.oneOf(cohortDimensions, "What the customers are grouped by.", "分组维度。"),
    group_number: c.count("1–20; 21 are all others, 0 is unknown.", "1–20；21 为其余合计，0 为未知。"),
    group_name: c.text("The group.", "分组。"),
    customers: c.count("Customers with an order.", "有订单的客户数。")
  }),
  query: (db) =>
    db
      .with("told", (db) =>
        db
          .selectFrom("int_customer_first")
          .crossJoin(s.series(1, cohortDimensions.length, "dimensions"))
          .select(({ref}) => {
            const value = cohortTraits.reduceRight<s.Value<string | null>>(
              (otherwise, trait, i) => s.when(s.compare(ref("n"), "=", s.num(i + 2)), ref(trait), otherwise),
              s.text("all")
            );
            return [nth(cohortDimensions, ref("n")).as("dimension"), value.as("told_name")];
          })
      )
      .with("sizes", (db) =>
        db
          .selectFrom("told")
          .groupBy(["dimension", "told_name"])
          .select(["dimension", "told_name", s.countRows().as("customers")])
      )
      .with("placed", (db) =>
        db.selectFrom("sizes").select(({ref}) => {
          const isUnknown = s.isNull(ref("told_name"));
          const place = s.ordered(s.rowNumber(), {
            partitionBy: [ref("dimension")],
            orderBy: [isUnknown, s.descending(ref("customers")), ref("told_name")]
          });
          return [
            "dimension",
            "told_name",
            "customers",
            s.when(isUnknown, s.num(0), s.least(place, s.toBigint(s.num(mostGroups + 1)))).as("place")
          ];
        })
      )
      .selectFrom("placed")
      .groupBy(["dimension", "place"])
      .select(({ref}) => {
        const rest = s.when(s.compare(ref("place"), "=", s.num(0)), s.text(unknownGroup), s.text(otherGroups));
        const isNamed = s.both(
          s.compare(ref("place"), ">", s.num(0)),
          s.compare(ref("place"), "<=", s.num(mostGroups))
        );
        return [
          ref("dimension").$castTo<(typeof cohortDimensions)[number]>().as("dimension"),
          ref("place").as("group_number"),
          s
            .coalesce(s.max(s.onlyWhen(isNamed, ref("told_name"))), rest as never)
            .$castTo<string>()
            .as("group_name"),
          s.toBigint(s.sum(ref("customers"))).as("customers")
        ];
      })
});
