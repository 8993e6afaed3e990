import type {Expression} from "kysely";
import {nth} from "../nth.ts";
import {coalesce, compare, num, text, toType, when} from "../sql.ts";

/** What contracts are grouped by. */
export const contractDimensions = ["all", "plan", "acquisition_channel", "country", "start_year"] as const;

export type ContractDimension = (typeof contractDimensions)[number];

type Ref = (name: any) => Expression<any>;

/** The n-th dimension by name, and the group of a contract in it; a group that no source tells is "unknown". */
export function contractMember(n: Expression<number>, ref: Ref) {
  const is = (dimension: ContractDimension) => compare(n, "=", num(contractDimensions.indexOf(dimension) + 1));
  const place = when(is("acquisition_channel"), ref("acquisition_channel"), ref("country"));
  const year = toType(ref("start_year"), "varchar");
  const told = when(is("all"), text("all"), when(is("plan"), ref("plan"), when(is("start_year"), year, place)));
  return {
    dimension: nth(contractDimensions, n).$castTo<ContractDimension>(),
    member: coalesce<string>(told, text("unknown"))
  };
}
