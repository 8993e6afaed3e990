import type {AudienceRule, AudienceTest} from "../../../ingest/audienceConfig.ts";
import {audienceColumns, kindOf} from "../../../models/audience/columns.ts";
import {isBounds, partsOf, type Bounds} from "../../../models/audience/rules.ts";
import {masked} from "../../../models/audience/ruleText.ts";
import type {Locale} from "../../format/locale.ts";
import {segmentName, stageName} from "../customers/words.ts";

type Scalar = string | number | boolean | null;

/** A rule in words: "orders at least 3; segment: Champions or Loyal; not (country: DE)". */
export function ruleWords(rule: AudienceRule, locale: Locale): string {
  const {t} = locale;
  const {tests, any, all, not} = partsOf(rule);
  const inner = (one: AudienceRule) => ruleWords(one, locale);
  const bracketed = (one: AudienceRule) => `${t("(", "（")}${inner(one)}${t(")", "）")}`;
  return [
    ...tests.map(({column, test}) => testWords(column, test, locale)),
    ...(any.length ? [any.map(any.length > 1 ? bracketed : inner).join(t(" or ", " 或 "))] : []),
    ...all.map(inner),
    ...(not ? [`${t("not ", "非")}${bracketed(not)}`] : [])
  ].join(t("; ", "；"));
}

/** What a column is called: its meaning up to the first stop, or to a comma before what is only added to it. */
function nameOf(column: string, {t}: Locale): string {
  const known = audienceColumns.get(column);
  if (!known) return column;
  const en = known.en.split(/[.;:]|, (?=\d|cancelled|returned)/)[0]!;
  return t(
    en.replace(/^[A-Z](?=[a-z\s-])/, (first) => first.toLowerCase()),
    known.zh.split(/[。；：（]/)[0]!
  );
}

function testWords(column: string, test: AudienceTest, locale: Locale): string {
  const {t} = locale;
  const name = nameOf(column, locale);
  if (isBounds(test)) return `${name} ${boundWords(column, test, locale).join(t(" and ", "且"))}`;
  if (test === null) return `${name} ${t("not known", "未知")}`;
  return `${name}${t(": ", "：")}${valuesWords(column, test, locale)}`;
}

function boundWords(column: string, bounds: Bounds, locale: Locale): string[] {
  const {t, f} = locale;
  const {not, at_least, at_most, above, below, within_days, older_than_days} = bounds;
  const value = (limit: string | number) => valueWords(column, limit, locale);
  const kind = kindOf(audienceColumns.get(column) ?? {sql: "varchar"});
  const isDay = kind === "day";
  return [
    not === null && t("known", "已知"),
    not != null && `${t("not ", "不是 ")}${valuesWords(column, not, locale)}`,
    at_least !== undefined && `${isDay ? t("from ", "不早于 ") : t("at least ", "至少 ")}${value(at_least)}`,
    above !== undefined && `${isDay ? t("after ", "晚于 ") : t("above ", "高于 ")}${value(above)}`,
    at_most !== undefined && `${isDay ? t("until ", "不晚于 ") : t("at most ", "至多 ")}${value(at_most)}`,
    below !== undefined && `${isDay ? t("before ", "早于 ") : t("below ", "低于 ")}${value(below)}`,
    within_days !== undefined && t(`within the last ${f.days(within_days)}`, `在近 ${f.days(within_days)}内`),
    older_than_days !== undefined && t(`more than ${f.days(older_than_days)} ago`, `早于 ${f.days(older_than_days)}前`)
  ].filter((words) => words !== false);
}

/** Amounts that are no money. */
const pieces = ["units", "points_balance"];

const valuesWords = (column: string, values: Scalar | Scalar[], locale: Locale): string =>
  [values]
    .flat()
    .map((value) => valueWords(column, value, locale))
    .join(locale.t(" or ", " 或 "));

function valueWords(column: string, value: Scalar, locale: Locale): string {
  const {t, f} = locale;
  if (value === masked) return t("(a personal value, not shown)", "（个人信息，不显示）");
  if (typeof value === "boolean") return value ? t("yes", "是") : t("no", "否");
  if (typeof value === "number") {
    const unit = audienceColumns.get(column)?.unit;
    if (unit === "currency" && !pieces.includes(column)) return f.moneyExact(value, Number.isInteger(value) ? 0 : 2);
    if (unit === "share") return f.share(value, 0);
    return Number.isInteger(value) ? f.number(value) : f.number(value, 2);
  }
  if (value === null) return t("not known", "未知");
  if (column === "segment") return segmentName(value, t);
  if (column === "stage") return stageName(value, t);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? f.date(new Date(value)) : value;
}
