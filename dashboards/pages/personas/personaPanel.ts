import {addressOf, linkTo} from "../../build/address.ts";
import {csvButton, html, panel, percent, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts, withheldWords} from "../../withheld.ts";
import {defined} from "./defined.ts";
import {personaName} from "./featureWords.ts";
import {customerFile, folderName} from "./files.ts";
import type {PersonaRow} from "./rows.ts";

const bar = (revenue: number | null, {f}: Context): Html =>
  html`<span class="inline-bar"
    ><b>${f.share(revenue, 0)}</b
    ><span class="lane" aria-hidden="true"
      ><i class="r6" style="width:${percent(Math.max(0, revenue ?? 0) * 100)}%"></i></span
  ></span>`;

/** How many each persona holds, what they bring, and whether they come back. */
export function personaPanel(rows: readonly PersonaRow[], c: Context): Html {
  const {t, f, lang, minCell} = c;
  const title = t("Which kinds are there, and what is each worth?", "有哪些类型，各值多少？");
  const withheld = withheldParts(
    rows.map(({customers}) => customers),
    minCell
  );
  const line = (row: PersonaRow, i: number): Content[] => {
    const name = html`<b>${f.count(row.persona)} · ${personaName(row.traits, c)}</b>`;
    if (withheld[i]) return [name, ...Array<string>(8).fill(f.missing)];
    return [
      html`${name}<span class="under"
          >${t(`${f.share(row.core_customers / row.customers, 0)} clearly nearest to it`, `${f.share(row.core_customers / row.customers, 0)} 明显归属`)}</span
        >`,
      html`${f.count(row.customers)}<span class="under">${f.share(row.customer_share)}</span>`,
      html`${f.money(row.net_revenue_365d)}`,
      bar(row.revenue_ratio, c),
      f.moneyExact(row.average_order_value, 2),
      html`${f.share(row.active_share, 0)}<span class="under"
          >${f.shareRange(row.active_low, row.active_high, 0)}</span
        >`,
      html`${f.share(row.mean_risk_share, 0)}<span class="under">${f.money(row.value_at_risk)}</span>`,
      f.money(row.mean_clv),
      csvButton(t(`customers of persona ${row.persona}`, `画像 ${row.persona} 的客户`), {
        href: linkTo(addressOf("/personas", lang), `/data/${folderName}/${customerFile(row.persona, f.iso(c.asOf))}`)
      })
    ];
  };
  return panel(
    {
      id: "personas",
      long: true,
      title,
      sub: t(
        "Every customer with an order is in one; named by the traits that set it apart, the strongest first; revenue of the last 365 days",
        "每位有订单的客户归入一类；以最突出的特征命名；收入为近 365 天"
      ),
      definition: defined("persona", c),
      body: table({
        caption: title,
        id: "persona-table",
        columns: [
          {head: t("Persona", "画像"), width: "26%"},
          {head: t("Customers", "客户"), right: true},
          {head: t("Revenue, year", "年收入"), right: true},
          {head: t("Share of it", "收入占比"), width: "12%"},
          {head: t("Order value", "客单价"), right: true},
          {head: t("Ordered in a year", "一年内有单"), right: true},
          {head: t("Mean risk, value at risk", "平均风险与风险价值"), right: true},
          {head: t("Lifetime value", "客户价值"), right: true},
          t("List", "名单")
        ],
        rows: rows.map(line)
      }),
      note: withheld.includes(true) && `– : ${withheldWords(minCell, c)}`
    },
    c
  );
}
