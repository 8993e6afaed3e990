import type {AudienceRule} from "../../../ingest/audienceConfig.ts";
import {addressOf, linkTo} from "../../build/address.ts";
import {csvButton, html, sparkline, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {folderName, memberFile} from "./memberFile.ts";
import {channelName, leftOutWords} from "./reachWords.ts";
import type {AudienceData, AudienceMonthRow, AudienceRow} from "./rows.ts";
import {ruleWords} from "./ruleWords.ts";

/** Every audience with its rule, size, reach, worth and last sending. */
export function audienceTable({audiences, months}: AudienceData, c: Context): Html {
  const {t} = c;
  return table({
    caption: t("Audiences", "受众"),
    id: "audiences",
    columns: [
      {head: t("Audience and rule", "受众与规则"), width: "34%"},
      {head: t("Customers", "客户数"), right: true},
      t("Size in the past", "历史规模"),
      t("May be reached", "可触达"),
      {head: t("Revenue, year", "近一年收入"), right: true},
      {head: t("At risk", "风险价值"), right: true},
      t("Control group", "对照组"),
      t("Last sent", "最近发送"),
      t("List", "名单")
    ],
    rows: audiences
      .toSorted((a, b) => a.position - b.position)
      .map((row) =>
        rowOf(
          row,
          months.filter(({audience}) => audience === row.audience),
          c
        )
      )
  });
}

function rowOf(row: AudienceRow, months: readonly AudienceMonthRow[], c: Context): Content[] {
  const {t, f, lang, minCell} = c;
  const isFew = isWithheld(row.customers, minCell);
  const name = html`<b>${lang === "zh" ? row.name_zh : row.name_en}</b> <code>${row.audience}</code
    ><span class="under">${ruleWords(JSON.parse(row.rule) as AudienceRule, c)}</span>`;
  if (isFew || row.customers === 0)
    return [
      name,
      isFew ? t(`fewer than ${f.count(minCell)}`, `少于 ${f.count(minCell)}`) : "0",
      ...Array<string>(5).fill(f.missing),
      sentCell(row, c),
      f.missing
    ];
  const file = `/data/${folderName}/${memberFile(row.audience, f.iso(c.asOf))}`;
  return [
    name,
    html`${f.count(row.customers)}<span class="under">${f.share(row.customer_share)}</span>`,
    pastCell(row, months, c),
    html`${f.count(row.reachable)}
      <span class="under"
        >${[t(`by ${channelName(row.channel, c)}`, `经${channelName(row.channel, c)}`), leftOutWords(row, c)].filter(Boolean).join(t("; ", "；"))}</span
      >`,
    f.money(row.net_revenue_365d),
    f.money(row.value_at_risk),
    row.control_share > 0 ? f.share(row.control_share, 0) : t("none", "无"),
    sentCell(row, c),
    csvButton(t(`members of ${row.name_en}`, `${row.name_zh}成员`), {href: linkTo(addressOf("/audiences", lang), file)})
  ];
}

function sentCell(
  {sendings, last_sent_on, last_treated, last_control}: AudienceRow,
  {t, f, minCell}: Context
): Content {
  if (!sendings || last_sent_on === null) return html`<span class="muted">${t("never", "从未")}</span>`;
  const told = (n: number | null) => (isWithheld(n ?? 0, minCell) ? t("a few", "少数") : f.count(n));
  return html`<span class="nowrap">${f.date(last_sent_on)}</span
    ><span class="under"
      >${t(`to ${told(last_treated)}, ${told(last_control)} held back`, `发送 ${told(last_treated)} 位，保留 ${told(last_control)} 位`)}</span
    >`;
}

/** The course of the size, or why there is none. */
function pastCell(row: AudienceRow, given: readonly AudienceMonthRow[], {t, f, minCell}: Context): Content {
  if (row.past === "unknown_columns")
    return html`<span class="under">${t("not kept for ", "未保存历史：")}<code>${row.without_past}</code></span>`;
  if (row.past === "without_order")
    return html`<span class="under">${t("not kept for customers without an order", "无订单客户没有历史")}</span>`;
  const months = given
    .toSorted((a, b) => +a.month_on - +b.month_on)
    .filter(({customers}) => !isWithheld(customers, minCell));
  const [first] = months;
  if (!first || months.length < 2) return html`<span class="under">${t("too short", "时间过短")}</span>`;
  return html`${sparkline({values: months.map(({customers}) => customers)})}<span class="under"
      >${t(`${f.count(first.customers)} in ${f.month(first.month_on)}`, `${f.month(first.month_on)}为 ${f.count(first.customers)}`)}</span
    >`;
}
