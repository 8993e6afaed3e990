import {html, type Html} from "../../components/html.ts";
import {tooFew} from "../../components/states.ts";
import {table} from "../../components/table.ts";
import type {Locale} from "../../format/locale.ts";
import type {Party, RuleRow} from "./rows.ts";
import {partiesName, ruleName} from "./words.ts";

/** How many rules are rows; the others are named under the table. */
const SHOWN = 10;

/** Which records are compared at all: rules by the links that no other rule found. */
export function rulePart(rows: readonly RuleRow[], party: Party, locale: Locale): Html {
  const {t, f, lang} = locale;
  const own = rows
    .filter((row) => row.party === party)
    .toSorted((a, b) => b.only_links - a.only_links || b.links - a.links || (a.rule < b.rule ? -1 : 1));
  if (!own.length)
    return tooFew({
      title: t("No blocking rule", "没有分块规则"),
      text: t("Nothing is compared.", "没有比较任何记录。")
    });
  const skipped = ({skipped_values: values, skipped_pairs: pairs}: RuleRow) =>
    values
      ? t(`${f.count(values)}: ${f.kpi(pairs)} pairs`, `${f.count(values)} 个：${f.kpi(pairs)} 对`)
      : f.count(values);
  return html`${table({
    id: "rules-table",
    caption: t("Blocking rules", "分块规则"),
    columns: [
      `${t("The same in both", "两者相同之处")}${t(", ", "，")}${partiesName(party, locale)}`,
      {head: t("Pairs", "记录对"), right: true},
      {head: t("Links", "归并"), right: true},
      {head: t("Links found by it alone", "仅由其找到的归并"), right: true, sort: "descending"},
      {head: t("Skipped values", "跳过的值"), right: true}
    ],
    rows: own
      .slice(0, SHOWN)
      .map((row) => [
        ruleName(row.rule, lang),
        f.count(row.pairs),
        f.count(row.links),
        f.count(row.only_links),
        skipped(row)
      ])
  })}${own.length > SHOWN && others(own.slice(SHOWN), locale)}`;
}

/** The rules that are no rows. */
function others(rows: readonly RuleRow[], {t, f, lang}: Locale): Html {
  const alone = rows.reduce((sum, row) => sum + row.only_links, 0);
  const names = rows.map(({rule}) => ruleName(rule, lang)).join(t("; ", "；"));
  return html`<p class="note">
    ${t(
      `${f.count(rows.length)} more found ${f.count(alone)} links alone: ${names}.`,
      `另有 ${f.count(rows.length)} 条规则，共单独找到 ${f.count(alone)} 对：${names}。`
    )}
  </p>`;
}
