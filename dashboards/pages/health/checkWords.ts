import {identities} from "../../../models/identities.ts";
import type {Context} from "../../context.ts";
import type {CheckRow} from "./rows.ts";

const suffix = " keeps its contract and grain";

/** Whether a check compares two totals; the others hold a model to its contract. */
export const isIdentity = ({subject}: CheckRow): boolean => subject === "identity";

/** What a check asks, in the page's language. */
export function checkWords({name}: CheckRow, {t}: Pick<Context, "t">): string {
  const identity = identities.find((one) => one.name.en === name);
  if (identity) return t(identity.name.en, identity.name.zh);
  return name.endsWith(suffix) ? t(name, `${name.slice(0, -suffix.length)} 符合合约与粒度`) : name;
}
