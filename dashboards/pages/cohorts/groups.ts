import type {Locale} from "../../format/locale.ts";
import {focusMonth, type ChangeRow} from "./change.ts";

type Dimension = ChangeRow["dimension"];

const order: readonly Dimension[] = ["acquisition_channel", "first_sales_channel", "country", "first_category"];

/** The groups of the first dimension that the sources know, largest first; none where they know no group at all. */
export function groupsOf(rows: readonly ChangeRow[]): ChangeRow[] {
  const month = focusMonth(rows);
  const size = (row: ChangeRow) => row.recent_customers + row.earlier_customers;
  const of = (dimension: Dimension) =>
    rows
      .filter((row) => row.dimension === dimension && row.months_since_first === month && size(row) > 0)
      .toSorted((a, b) => size(b) - size(a));
  const known = order.find((dimension) => of(dimension).some((row) => row.group_name !== "unknown"));
  return known ? of(known) : [];
}

/** What the groups are, as a column's head. */
export const dimensionName = (dimension: Dimension, {t}: Locale): string =>
  ({
    all: t("All", "全部"),
    acquisition_channel: t("Acquisition channel", "获客渠道"),
    first_sales_channel: t("First sales channel", "首单渠道"),
    country: t("Country", "国家"),
    first_category: t("First product category", "首单类别"),
    first_product: t("First product", "首单商品"),
    first_value: t("Value of the first order", "首单金额")
  })[dimension];

const known: Record<string, [en: string, zh: string]> = {
  unknown: ["Unknown", "未知"],
  others: ["All others", "其余合计"],
  "lowest quarter": ["Lowest quarter", "最低四分之一"],
  "lower quarter": ["Lower quarter", "中低四分之一"],
  "upper quarter": ["Upper quarter", "中高四分之一"],
  "highest quarter": ["Highest quarter", "最高四分之一"],
  "paid social": ["Paid social", "付费社交"],
  "organic search": ["Organic search", "自然搜索"],
  "paid search": ["Paid search", "付费搜索"],
  "email sign up": ["E-mail sign-up", "邮件订阅"],
  email: ["E-mail", "邮件"],
  marketplace: ["Marketplace", "第三方平台"],
  referral: ["Referral", "推荐"],
  "trade fair": ["Trade fair", "展会"],
  web: ["Web", "网站"],
  app: ["App", "App"],
  pos: ["Point of sale", "门店"]
};

/** The name of a group: the usual ones in both languages, others as the source writes them, with a capital. */
export function groupName(group: string, {t}: Locale): string {
  const name = known[group];
  return name ? t(...name) : group.replaceAll("_", " ").replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
