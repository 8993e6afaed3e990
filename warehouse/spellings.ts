/**
 * Every neutral function of `models/sql.ts` that the engines spell differently: [DuckDB, ClickHouse].
 *
 * `$1`… are the arguments, `$*` all of them by commas, `$|` all of them joined by `||`; of an aggregate `$d` is its "distinct" and `$?` its
 * filter. The differences were run, not guessed: lag
 * of a non-null column off the edge, decimal division, half-even rounding, ASCII lower, reservoir quantiles, products of two
 * decimal(18, 4) that stay 18 digits wide and overflow (one factor of 19 digits makes DuckDB compute in 37).
 */
export const spellings: Record<string, readonly [string, string]> = {
  exact_product: [
    "(cast($1 as decimal(19, 4)) * cast($2 as decimal(18, 4)))",
    "(cast($1 as Nullable(Decimal(38, 4))) * cast($2 as Nullable(Decimal(38, 4))))"
  ],
  // Rounding 37 digits costs DuckDB 20 times as much as 18, and nearly every product fits those.
  money_product: [
    "case when $1 between -90000 and 90000 and $2 between -100000 and 100000 then cast(round($1 * $2, 4) as decimal(18, 4)) " +
      "else cast(round(cast($1 as decimal(19, 4)) * cast($2 as decimal(18, 4)), 4) as decimal(18, 4)) end",
    "cast(round(cast($1 as Nullable(Decimal(38, 4))) * cast($2 as Nullable(Decimal(38, 4))), 4) as Nullable(Decimal(18, 4)))"
  ],
  ratio: ["(cast($1 as double) / nullif(cast($2 as double), 0))", "(toFloat64($1) / nullIf(toFloat64($2), 0))"],
  round_to: [
    "(floor(abs(cast($1 as double)) * $2 + 0.5::double) / $2 * sign($1))",
    "(floor(abs(toFloat64($1)) * $2 + 0.5) / $2 * sign($1))"
  ],
  month_start: ["cast(date_trunc('month', $1) as date)", "date_trunc('month', toDate32($1))"],
  week_start: ["cast(date_trunc('week', $1) as date)", "date_trunc('week', toDate32($1))"],
  quarter_start: ["cast(date_trunc('quarter', $1) as date)", "date_trunc('quarter', toDate32($1))"],
  year_of: ["year($1)", "toYear($1)"],
  // Neither by its text, which forgets the carry of 9.99995, nor by a cast, which fails at the infinity that a null hides.
  round_money: [
    "cast(round($1, 4) as decimal(18, 4))",
    "cast(round(accurateCastOrNull($1, 'Decimal(38, 10)'), 4) as Nullable(Decimal(18, 4)))"
  ],
  day: ["cast($1 as date)", "toDate32($1)"],
  add_months: ["cast($1 + to_months(cast($2 as integer)) as date)", "addMonths($1, $2)"],
  add_days: ["($1 + cast($2 as integer))", "addDays($1, $2)"],
  add_seconds: ["($1 + to_seconds(cast($2 as bigint)))", "addSeconds($1, $2)"],
  // ClickHouse's own takes the last second of an hour before 1970 for the next one.
  hour_start: ["date_trunc('hour', $1)", "addHours(toDateTime64(toDate32($1), 6, 'UTC'), toHour($1))"],
  hour_of: ["hour($1)", "toHour($1)"],
  weekday_of: ["isodow($1)", "toDayOfWeek($1)"],
  // Of some instants before 1970 ClickHouse gives the offset a day too large.
  local_time: [
    "timezone($2, $1 at time zone 'UTC')",
    "($1 + toIntervalSecond(timeZoneOffset(toTimeZone($1, $2)) - 86400 * (timeZoneOffset(toTimeZone($1, $2)) > 50400)))"
  ],
  // One letter becomes one: not "i" with a dot on it, nor another sigma at the end of a word.
  lower: ["lower($1)", "lowerUTF8(translateUTF8($1, 'İΣ', 'iσ'))"],
  upper: ["upper($1)", "upperUTF8($1)"],
  length: ["length($1)", "toInt64(lengthUTF8($1))"],
  left: ["left($1, $2)", "leftUTF8($1, $2)"],
  regexp_matches: ["regexp_matches($1, $2)", "match($1, $2)"],
  md5: ["md5($1)", "lower(hex(MD5($1)))"],
  starts_with: ["starts_with($1, $2)", "startsWith($1, $2)"],
  text_from: ["substr($1, $2)", "substringUTF8($1, $2)"],
  join_text: ["($|)", "($|)"],
  // The mean of the two in the middle, as DuckDB takes it: from the lower by half the difference would round twice.
  median: [
    "median(cast($1 as double))$?",
    "(quantileExactLow(0.5)(toFloat64($1))$? * 0.5 + quantileExactHigh(0.5)(toFloat64($1))$? * 0.5)"
  ],
  windowed_median: ["median(cast($1 as double))", "quantileExactInclusive(0.5)(toFloat64($1))"],
  quantile: ["quantile_cont(cast($1 as double), $2)", "quantileExactInclusive($2)(toFloat64($1))"],
  // ClickHouse counts without a sign, and finds no common type of what it counted and a number that has one.
  count: ["count($d$*)$?", "toInt64(count($d$*)$?)"],
  windowed_count: ["count($*)", "count($*)"],
  signed: ["$1", "toInt64($1)"],
  arg_max: ["arg_max($1, $2)", "argMax($1, $2)"],
  arg_min: ["arg_min($1, $2)", "argMin($1, $2)"],
  any_true: ["bool_or($1)", "max($1)"],
  last_known: ["last_value($1 ignore nulls)", "anyLast($1)"],
  lag: ["lag($1)", "lag(toNullable($1))"],
  lead: ["lead($1)", "lead(toNullable($1))"]
};

/** Functions that both engines spell and mean alike; anything else is refused when a model is compiled. */
export const shared: ReadonlySet<string> = new Set(
  "sum min max coalesce nullif greatest least abs floor ceil exp ln sqrt trim date_diff row_number rank".split(" ")
);
