import type {AliasableExpression, Expression, QueryCreator, SelectQueryBuilder} from "kysely";
import * as s from "../sql.ts";
import type {Action} from "./kinds.ts";

/** One thing to do about a customer, before anybody asked whether the customer may be contacted. */
export interface ActionPart {
  customer_id: string;
  action: Action;
  due_on: Date | null;
  birthday_on: Date | null;
  items: number;
  expected_value: number | null;
  deal_owner: string | null;
  reason_text: string | null;
  reason_days: number | null;
  reason_count: number | null;
  reason_amount: number | null;
  reason_share: number | null;
}

export type Part = SelectQueryBuilder<any, any, ActionPart>;
export type Db = QueryCreator<any>;
export type Ref = (name: any) => s.Value<any>;

/** What a part says of a customer; what it does not say is unknown. */
type Said = {action: Action; customer_id?: AliasableExpression<string>} & Partial<
  Record<Exclude<keyof ActionPart, "action" | "customer_id">, AliasableExpression<any>>
>;

/** The columns of a part, in the order and the types that all parts share. */
export function partColumns(ref: Ref, said: Said) {
  const number = (x: Expression<any> | undefined) =>
    x === undefined ? s.nothing<number>("bigint") : s.toBigint(x as Expression<number | null>);
  return [
    ((said.customer_id ?? ref("customer_id")) as AliasableExpression<string>).as("customer_id"),
    s.text(said.action).as("action"),
    (said.due_on ?? s.nothing<Date>("date")).as("due_on"),
    (said.birthday_on ?? s.nothing<Date>("date")).as("birthday_on"),
    s.toBigint((said.items ?? s.num(1)) as Expression<number>).as("items"),
    s
      .toMoney((said.expected_value ?? s.nothing<number>("decimal(18, 4)")) as Expression<number | null>)
      .as("expected_value"),
    (said.deal_owner ?? s.nothing<string>("varchar")).as("deal_owner"),
    (said.reason_text ?? s.nothing<string>("varchar")).as("reason_text"),
    number(said.reason_days).as("reason_days"),
    number(said.reason_count).as("reason_count"),
    s
      .toMoney((said.reason_amount ?? s.nothing<number>("decimal(18, 4)")) as Expression<number | null>)
      .as("reason_amount"),
    s
      .toDouble((said.reason_share ?? s.nothing<number>("double precision")) as Expression<number | null>)
      .as("reason_share")
  ] as never[];
}

/** Due from `lapsed` days ago to `ahead` days after as_of. */
export const isDue = (
  on: Expression<any>,
  ref: Ref,
  {aheadDays, lapsedDays}: {aheadDays: number; lapsedDays: number}
) =>
  s.both(
    s.compare(on, ">=", s.addDays(ref("as_of_on"), s.num(-lapsedDays))),
    s.compare(on, "<=", s.addDays(ref("as_of_on"), s.num(aheadDays)))
  ) as any;

/** The next yearly, quarterly … return of a day, as_of included: `every` months apart, at least one of them after it. */
export function nextReturn(on: Expression<any>, every: Expression<number>, ref: Ref) {
  const passed = s.floor(s.ratio(s.monthsBetween(on, ref("as_of_on")), every));
  const at = (extra: number) =>
    s.addMonths(on, s.toBigint(s.multiply(s.greatest<any>(s.add(passed, s.num(extra)), s.toDouble(s.num(1))), every)));
  return s.when(s.compare(at(0), ">=", ref("as_of_on")), at(0), at(1));
}
