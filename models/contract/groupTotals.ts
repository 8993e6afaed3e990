import {duckdb} from "../../warehouse/compiler.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {contractDimensions, contractMember, type ContractDimension} from "../intermediate/contractDimensions.ts";
import * as s from "../sql.ts";

/** What the contracts of a group come to. Amounts as decimal text, exact. */
export interface GroupTotals {
  contracts: number;
  customers: number;
  monthly_amount: number;
}

interface Row extends GroupTotals {
  dimension: ContractDimension;
  group_name: string;
}

/** Contracts, customers and running monthly amounts of every group, to be asked by dimension and group. */
export async function groupTotals(
  warehouse: Warehouse
): Promise<(dimension: ContractDimension, group: string) => GroupTotals> {
  const query = duckdb
    .with("members", (db) =>
      db
        .selectFrom("int_contract_span")
        .where("is_counted", "=", true)
        .crossJoin(s.series(1, contractDimensions.length))
        .select(({ref}) => {
          const {dimension, member} = contractMember(ref("n"), ref);
          return [
            dimension.as("of_dimension"),
            member.as("of_member"),
            "customer_id",
            s.when(ref("has_ended"), s.amount("0"), ref("monthly_amount")).as("amount")
          ];
        })
    )
    .selectFrom("members")
    .innerJoin("int_contract_group", (on) =>
      on.onRef("dimension", "=", "of_dimension").onRef("member", "=", "of_member")
    )
    .groupBy(["dimension", "group_name"])
    .select(({ref}) => [
      "dimension",
      "group_name",
      s.countRows().as("contracts"),
      s.countDistinct(ref("customer_id")).as("customers"),
      s.sum(ref("amount")).as("monthly_amount")
    ]);
  const rows = await warehouse.rows<Row>(query.compile().sql);
  const found = new Map(rows.map((row) => [`${row.dimension} ${row.group_name}`, row]));
  return (dimension, group) => {
    const {contracts, customers, monthly_amount} = found.get(`${dimension} ${group}`)!;
    return {contracts, customers, monthly_amount: Number(monthly_amount)};
  };
}
