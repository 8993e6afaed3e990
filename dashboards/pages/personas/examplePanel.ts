import {html, panel, table, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts} from "../../withheld.ts";
import {personaName} from "./featureWords.ts";
import type {ExampleRow, PersonaRow} from "./rows.ts";

/** Examples of each persona that the table shows. */
const SHOWN = 3;

/** Who is typical: the customers nearest to each centre. */
export function examplePanel(
  examples: readonly ExampleRow[],
  personas: readonly PersonaRow[],
  c: Context
): Html | false {
  const {t, f, href, minCell} = c;
  const withheld = withheldParts(
    personas.map(({customers}) => customers),
    minCell
  );
  const shown = personas.filter((_, i) => !withheld[i]);
  if (!shown.length) return false;
  const title = t("Who is typical of each?", "各类型的典型客户是谁？");
  return panel({
    id: "examples",
    span: 6,
    title,
    sub: t("The customers nearest to each centre, as pseudonyms", "最接近各中心的客户（假名）"),
    body: table({
      caption: title,
      columns: [
        {head: t("Persona and customer", "画像与客户"), width: "34%"},
        {head: t("Orders", "订单"), right: true},
        {head: t("Order value", "客单价"), right: true},
        {head: t("Days quiet", "未下单天数"), right: true},
        {head: t("Revenue, year", "年收入"), right: true},
        {head: t("Risk", "风险"), right: true}
      ],
      rows: shown.flatMap(({persona, traits}) =>
        examples
          .filter((one) => one.persona === persona && one.place <= SHOWN)
          .toSorted((a, b) => a.place - b.place)
          .map((one, i) => [
            html`${i === 0 && html`<span class="under">${f.count(persona)} · ${personaName(traits, c)}</span>`}<a
                href="${href("/customers", {key: one.customer_id})}"
                >${one.customer_id}</a
              >`,
            f.count(one.orders),
            f.moneyExact(one.average_order_value, 0),
            f.count(one.days_since_last_order),
            f.money(one.net_revenue_365d),
            f.share(one.risk_share, 0)
          ])
      )
    })
  });
}
