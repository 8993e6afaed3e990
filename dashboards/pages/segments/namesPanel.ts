import {panel, table, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts} from "../../withheld.ts";
import {segmentName} from "../customers/words.ts";
import type {SegmentRow} from "./rows.ts";
import {segmentMeaning} from "./segmentWords.ts";

/** What the names of the segments stand for: scores, means, the usual next step. */
export function namesPanel(segments: readonly SegmentRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const withheld = withheldParts(
    segments.map((row) => row.customers),
    minCell
  );
  const rows = segments.map((row, i) => {
    const means = [
      f.moneyExact(row.average_revenue),
      f.number(row.average_orders, 1),
      f.moneyExact(row.average_order_value),
      f.days(row.average_recency_days)
    ];
    return [
      segmentName(row.segment, t),
      row.scores,
      ...(withheld[i] ? means.map(() => f.missing) : means),
      segmentMeaning(row.segment, c)?.step ?? t("named in your configuration", "由您的配置命名")
    ];
  });
  return panel({
    span: 8,
    title: t("What do the names stand for?", "这些名称代表什么？"),
    sub: t(
      "Scores of the name, means of its customers, and what is usually done; names and scores are set in perennial.config.ts",
      "名称对应的得分、其客户均值与常见做法；名称与得分在 perennial.config.ts 中设定"
    ),
    body: table({
      id: "names",
      caption: t("Segments and their meaning", "分群及其含义"),
      columns: [
        t("Segment", "分群"),
        {head: t("Scores", "得分"), width: "15%"},
        {head: t("Per customer", "人均"), right: true},
        {head: t("Orders each", "人均订单"), right: true},
        {head: t("Order value", "客单价"), right: true},
        {head: t("Last order, ago", "距上一单"), right: true},
        {head: t("Usual next step", "常见做法"), width: "28%"}
      ],
      rows
    })
  });
}
