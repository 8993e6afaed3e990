import {csvButton, empty, html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {RuleRow, Summary} from "./rows.ts";
import {fileLink} from "./takeAway.ts";

/** Rules that the table shows. */
const SHOWN = 10;

/** Who has these in the basket, what else do they take: rules by leverage. */
export function rulesPanel(rules: readonly RuleRow[], summary: Summary, c: Context): Html | false {
  const {t, f, minCell} = c;
  if (summary.state !== "ready") return false;
  const frame = {
    span: 5,
    id: "rules",
    title: t("Who takes these, takes what else?", "买了这些，还会买什么？")
  } as const;
  const shown = rules.filter((row) => !isWithheld(row.customers, minCell)).slice(0, SHOWN);
  if (!shown.length)
    return panel({
      ...frame,
      body: empty({
        title: t("No rule is confident enough", "没有足够可信的规则"),
        text: t(
          "In no frequent pair do enough baskets with the one hold the other. Lower baskets.min_confidence to see weaker ones.",
          "频繁商品对中，含其一者购买另一者的比例均不足。可降低 baskets.min_confidence 查看较弱规则。"
        )
      })
    });
  return panel({
    ...frame,
    sub: t(
      "Of baskets with these products, the share that holds the other too",
      "含这些商品的购物篮中同时含另一商品的占比"
    ),
    actions: csvButton(t("all rules", "全部规则"), {href: fileLink("item-rules", c)}),
    body: table({
      caption: t("Rules by leverage", "按杠杆的规则"),
      columns: [
        t("With", "已有"),
        t("also", "还有"),
        {head: t("Confidence", "置信度"), right: true},
        {head: t("Lift", "提升度"), right: true},
        {head: t("Baskets", "购物篮"), right: true}
      ],
      rows: shown.map((row): Content[] => [
        row.antecedent_names,
        row.consequent_name,
        html`<b>${f.share(row.confidence_share, 0)}</b>`,
        f.number(row.lift, 1),
        f.count(row.baskets)
      ])
    })
  });
}
