import {
  AggregateFunctionNode,
  expressionBuilder,
  sql,
  type AggregateFunctionBuilder,
  type ComparisonOperatorExpression,
  type Expression,
  type ExpressionWrapper,
  type RawBuilder
} from "kysely";
import type {SqlType} from "../warehouse/columns.ts";

/**
 * The vocabulary of the models: every function builds an ordinary Kysely node under an engine-neutral name, which the compiler
 * of `warehouse/` spells for its engine. Raw SQL lives in this file only.
 */
export type Value<T> = ExpressionWrapper<any, any, T>;
type Aggregate<T> = AggregateFunctionBuilder<any, any, T>;
type Numeric = Expression<number | null>;
type Text = Expression<string | null>;
type Time = Expression<Date | null>;
type Any = Expression<any>;

const eb = expressionBuilder<any, any>();
const {fn, cast: castTo} = eb;
const call = <T>(name: string, ...args: Any[]) => fn<T>(name, args) as Value<T>;
const aggregate = <T>(name: string, ...args: Any[]) => fn.agg<T>(name, args as never[]) as unknown as Aggregate<T>;
const wrap = <T>(raw: RawBuilder<T>) => raw as unknown as Value<T>;

// literals

/** A text constant. */
export const text = <const T extends string>(value: T) => wrap<T>(sql.lit(value) as RawBuilder<T>);
/** A number constant; a fraction is a double on every engine, not a decimal on some. */
export const num = (value: number) =>
  wrap<number>((Number.isInteger(value) ? sql.lit(value) : sql.raw(value.toExponential())) as RawBuilder<number>);
export const yes = wrap<boolean>(sql.lit(true) as unknown as RawBuilder<boolean>);
export const no = wrap<boolean>(sql.lit(false) as unknown as RawBuilder<boolean>);
/** A calendar day from its ISO text. */
export const date = (iso: string) => castTo<Date>(text(iso), "date") as Value<Date>;
/** A day after every day of business, for what has no end yet. */
export const never = date("2200-01-01");
/** A UTC instant from its ISO text without zone. */
export const timestamp = (iso: string) => castTo<Date>(text(iso), "timestamp") as Value<Date>;
/** An amount from its decimal text. */
export const amount = (decimal: string) => castTo<number>(text(decimal), "decimal(18, 4)") as Value<number>;
/** A typed null. */
export const nothing = <T>(
  type: "varchar" | "date" | "timestamp" | "double precision" | "decimal(18, 4)" | "bigint" | "boolean"
) => castTo<T | null>(sql.lit(null) as never, type) as Value<T | null>;

// casts

export const toDouble = <T extends number | null>(x: Expression<T>) =>
  castTo<T>(x as never, "double precision") as Value<T>;
export const toBigint = <T extends number | null>(x: Expression<T>) => castTo<T>(x as never, "bigint") as Value<T>;
/** To the type of a column. */
export const toType = (x: Any, type: SqlType) =>
  castTo(x as never, type === "money" ? "decimal(18, 4)" : type === "double" ? "double precision" : type);
/** To an amount with four decimals; round first: engines truncate differently. */
export const toMoney = <T extends number | null>(x: Expression<T>) =>
  castTo<T>(x as never, "decimal(18, 4)") as Value<T>;

// conditions

/** A comparison as a boolean, null where either side is. */
export const compare = (a: Any, operator: ComparisonOperatorExpression, b: Any) =>
  eb.parens(eb(a, operator, b)) as unknown as Value<boolean>;
export const isNull = (x: Any) => wrap<boolean>(sql`(${x} is null)`);
export const isKnown = (x: Any) => wrap<boolean>(sql`(${x} is not null)`);
export const both = (...conditions: Any[]) => eb.and(conditions) as unknown as Value<boolean>;
export const either = (...conditions: Any[]) => eb.or(conditions) as unknown as Value<boolean>;
export const not = (condition: Any) => eb.not(condition) as unknown as Value<boolean>;
/** One value where the condition holds, another where it does not or is null. */
export const when = <A, B>(condition: Any, then: Expression<A>, otherwise: Expression<B>) =>
  eb.case().when(condition).then(then).else(otherwise).end() as unknown as Value<A | B>;
/** The value where the condition holds, else null. */
export const onlyWhen = <T>(condition: Any, x: Expression<T>) =>
  eb.case().when(condition).then(x).end() as unknown as Value<T | null>;

/** A decimal to an amount, half away from zero, without leaving decimals. */
export const roundMoney = <T extends number | null>(x: Expression<T>) => call<T>("round_money", x);

// arithmetic, always parenthesised

const operator =
  (sign: string) =>
  <A extends number | null, B extends number | null>(a: Expression<A>, b: Expression<B>) =>
    wrap<number | Extract<A | B, null>>(sql`(${a} ${sql.raw(sign)} ${b})`);
export const add = operator("+");
export const subtract = operator("-");
export const multiply = operator("*");
/** The exact product of any two amounts, with eight decimals; `roundMoney` brings it or a sum of it back to an amount. */
export const exactProduct = <A extends number | null, B extends number | null>(a: Expression<A>, b: Expression<B>) =>
  call<number | Extract<A | B, null>>("exact_product", a, b);
/** The product of two amounts as an amount, half away from zero; an error beyond 14 digits before the point. */
export const moneyProduct = <A extends number | null, B extends number | null>(a: Expression<A>, b: Expression<B>) =>
  call<number | Extract<A | B, null>>("money_product", a, b);
export const abs = <T extends number | null>(x: Expression<T>) => call<T>("abs", x);
/** a ÷ b as a double; null where b is zero. */
export const ratio = (a: Numeric, b: Numeric) => call<number | null>("ratio", a, b);
/** Half away from zero, to so many decimals; a double. */
export const round = <T extends number | null>(x: Expression<T>, decimals = 0) =>
  call<T>("round_to", x, num(10 ** decimals));
export const greatest = <T>(...values: Expression<T>[]) => call<T>("greatest", ...values);
export const least = <T>(...values: Expression<T>[]) => call<T>("least", ...values);
/** Natural logarithm. */
export const ln = (x: Numeric) => call<number | null>("ln", x);
/** e to the power of x; x is at most 700, so that the result is finite. */
export const exp = (x: Numeric) => call<number | null>("exp", least<number | null>(x, num(700)));
export const sqrt = (x: Numeric) => call<number | null>("sqrt", x);
export const floor = <T extends number | null>(x: Expression<T>) => call<T>("floor", x);
export const ceil = <T extends number | null>(x: Expression<T>) => call<T>("ceil", x);
export const coalesce = <T>(x: Expression<T | null>, ...rest: [...Expression<T | null>[], Expression<T>]) =>
  call<T>("coalesce", x, ...rest);
/** The first that is not null, null where all are. */
export const firstOf = <T>(...values: Expression<T | null>[]) => call<T | null>("coalesce", ...values);
/** Null where both are equal. */
export const nullif = <T>(a: Expression<T>, b: Expression<NonNullable<T>>) => call<T | null>("nullif", a, b);

// time

/** First day of the month. */
export const month = <T extends Date | null>(x: Expression<T>) => call<T>("month_start", x);
/** Monday of the ISO week. */
export const week = <T extends Date | null>(x: Expression<T>) => call<T>("week_start", x);
/** First day of the calendar quarter. */
export const quarter = <T extends Date | null>(x: Expression<T>) => call<T>("quarter_start", x);
/** The calendar year as a number. */
export const yearOf = (x: Expression<Date>) => call<number>("year_of", x);
/** The calendar day of an instant that is already local. */
export const day = <T extends Date | null>(x: Expression<T>) => call<T>("day", x);
/** Calendar-day boundaries from a to b. */
export const daysBetween = (a: Time, b: Time) => call<number>("date_diff", text("day"), a, b);
/** Month boundaries from a to b. */
export const monthsBetween = (a: Time, b: Time) => call<number>("date_diff", text("month"), a, b);
/** Whole seconds from a to b. */
export const secondsBetween = (a: Time, b: Time) => call<number>("date_diff", text("second"), a, b);
export const addMonths = (x: Time, n: Numeric) => call<Date>("add_months", x, n);
export const addDays = (x: Time, n: Numeric) => call<Date>("add_days", x, n);
/** An instant so many whole seconds later. */
export const addSeconds = (x: Time, n: Numeric) => call<Date>("add_seconds", x, n);
/** The full hour in which an instant lies. */
export const hourStart = <T extends Date | null>(x: Expression<T>) => call<T>("hour_start", x);
/** The hour of the day that an instant shows, 0–23. */
export const hourOf = (x: Time) => call<number>("hour_of", x);
/** The ISO weekday of a day, 1 (Monday) to 7. */
export const weekdayOf = (x: Time) => call<number>("weekday_of", x);
/** A UTC instant as the wall clock of a zone. */
export const local = <T extends Date | null>(x: Expression<T>, zone: string) =>
  zone === "UTC" ? (x as unknown as Value<T>) : call<T>("local_time", x, text(zone));

// text

export const lower = <T extends string | null>(x: Expression<T>) => call<T>("lower", x);
export const upper = <T extends string | null>(x: Expression<T>) => call<T>("upper", x);
export const trim = <T extends string | null>(x: Expression<T>) => call<T>("trim", x);
export const left = <T extends string | null>(x: Expression<T>, n: number) => call<T>("left", x, num(n));
export const length = (x: Text) => call<number>("length", x);
export const md5 = <T extends string | null>(x: Expression<T>) => call<T>("md5", x);
/** Whether a text begins with these characters. */
export const startsWith = (x: Text, prefix: string) => call<boolean>("starts_with", x, text(prefix));
/** What follows the first n characters. */
export const after = <T extends string | null>(x: Expression<T>, n: number) => call<T>("text_from", x, num(n + 1));
/** Texts end to end; null where any part is. */
export const join = (...parts: Text[]) => call<string>("join_text", ...parts);
/** Whether an RE2 pattern is found. */
export const matches = (x: Text, pattern: string) => call<boolean>("regexp_matches", x, text(pattern));

// aggregates and windows: filterWhere() and over() work as on any Kysely aggregate

export const countRows = () => fn.countAll<number>() as Aggregate<number>;
export const count = (x: Any) => aggregate<number>("count", x);
export const countDistinct = (x: Any) => (fn.count<number>(x as never) as Aggregate<number>).distinct();
/** Null over no rows; wrap in `coalesce` where no rows mean zero. */
export const sum = (x: Numeric) => aggregate<number>("sum", x);
export const min = <T>(x: Expression<T>) => aggregate<NonNullable<T>>("min", x);
export const max = <T>(x: Expression<T>) => aggregate<NonNullable<T>>("max", x);
/** Interpolated median, a double. */
export const median = (x: Numeric) => aggregate<number | null>("median", x);
/** Interpolated quantile (Hyndman–Fan type 7), a double. */
export const quantile = (x: Numeric, p: number) => aggregate<number | null>("quantile", x, num(p));
/** What nine in ten do not exceed, interpolated, to six decimals: the engines interpolate by other steps, which differ in the last digit. */
export const p90 = (x: Numeric) => round(quantile(x, 0.9), 6);
/** The x of the row with the greatest `by`, which must be unique within the group. */
export const latest = <T>(x: Expression<T>, by: Any) => aggregate<T>("arg_max", x, by);
/** The x of the row with the smallest `by`, which must be unique within the group. */
export const earliest = <T>(x: Expression<T>, by: Any) => aggregate<T>("arg_min", x, by);
export const anyTrue = (x: Expression<any>) => aggregate<boolean>("any_true", x);
export const lag = <T>(x: Expression<T>) => aggregate<T | null>("lag", x);
export const lead = <T>(x: Expression<T>) => aggregate<T | null>("lead", x);
/** In a window: the x of the last row, in its order, that has one. */
export const lastKnown = <T>(x: Expression<T>) => aggregate<T | null>("last_known", x);
export const rowNumber = () => aggregate<number>("row_number");
export const rank = () => aggregate<number>("rank");

/** Aggregates that count, which some engines do without a sign: differences of what they count have one. */
const counting = new Set(["count", "row_number", "rank"]);

/** An aggregate in a window. The compiler sees that it is in one: there "count" is "windowed_count". */
function windowed<T>(over: Expression<T>, frame: RawBuilder<unknown>): Value<T> {
  const node = over.toOperationNode();
  if (!AggregateFunctionNode.is(node)) return wrap<T>(sql`${over} over (${frame})`);
  const inside = {toOperationNode: () => ({...node, func: `windowed_${node.func}`})} as unknown as Expression<T>;
  const window = wrap<T>(sql`${inside} over (${frame})`);
  return counting.has(node.func) ? call<T>("signed", window) : window;
}

const partition = (by: Any[] = []) => (by.length ? sql`partition by ${sql.join(by)} ` : sql``);

/** An aggregate over all rows up to this one, in an order that a last key must make total. */
export const running = <T>(over: Expression<T>, options: {partitionBy?: Any[]; orderBy: Any[]}) =>
  windowed(
    over,
    sql`${partition(options.partitionBy)}order by ${sql.join(options.orderBy)} rows between unbounded preceding and current row`
  );
/** An aggregate over this row and so many before it, in an order that a last key must make total. */
export const trailing = <T>(over: Expression<T>, before: number, options: {partitionBy: Any[]; orderBy: Any[]}) =>
  windowed(
    over,
    sql`${partition(options.partitionBy)}order by ${sql.join(options.orderBy)} rows between ${sql.lit(before)} preceding and current row`
  );
/** An aggregate over all rows before this one; null before the first. */
export const before = <T>(over: Expression<T>, options: {partitionBy: Any[]; orderBy: Any[]}) =>
  windowed<T | null>(
    over,
    sql`${partition(options.partitionBy)}order by ${sql.join(options.orderBy)} rows between unbounded preceding and 1 preceding`
  );
/** A ranking or a neighbour in an order that a last key must make total. */
export const ordered = <T>(over: Expression<T>, options: {partitionBy?: Any[]; orderBy: Any[]}) =>
  windowed(over, sql`${partition(options.partitionBy)}order by ${sql.join(options.orderBy)}`);
/** An aggregate over all rows, or over all of a partition, beside each of them. */
export const overall = <T>(over: Expression<T>, ...partitionBy: Any[]) => windowed(over, partition(partitionBy));
/** Reverses an ordering inside `running`. */
export const descending = (x: Any) => wrap<any>(sql`${x} desc`);
/** The whole numbers low … high as a relation with one column, `n`. Engines that count without a sign count from zero. */
export const series = <const Name extends string = "series">(low: number, high: number, name = "series" as Name) =>
  sql<{
    n: number;
  }>`(select ${castTo(sql.ref("generate_series") as never, "bigint")} + ${sql.lit(low)} as n from generate_series(0, ${sql.lit(high - low)}))`.as<Name>(
    sql.raw(name)
  );
