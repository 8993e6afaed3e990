import {panel, table, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts, withheldWords} from "../../withheld.ts";
import {bandName} from "../customers/words.ts";
import type {StateRow, SummaryRow} from "./rows.ts";

const bands = ["high", "medium", "low"] as const;

/** How many buyers stand how high, with what at risk, and their sum. */
export function bandsPanel(summary: readonly SummaryRow[], state: StateRow, c: Context): Html {
  const {t, f, minCell} = c;
  const rows = bands.flatMap((band) => summary.filter((row) => row.risk_band === band));
  const all = summary.find((row) => row.risk_band === "all")!;
  const withheld = withheldParts(
    rows.map((row) => row.buyers),
    minCell
  );
  const [medium, high] = [f.share(state.medium_from, 0), f.share(state.high_from, 0)];
  const edges = {
    high: t(`${high} and over`, `${high} 及以上`),
    medium: f.shareRange(state.medium_from, state.high_from, 0),
    low: t(`under ${medium}`, `低于 ${medium}`)
  };
  const name = ({risk_band: band}: SummaryRow) =>
    band === "all" ? t("All", "合计") : `${bandName(band, t)}${t(", ", "，")}${edges[band]}`;
  return panel({
    title: t("How is the risk spread?", "风险如何分布？"),
    sub: t(
      `Buyers: the ${f.count(all.buyers)} of ${f.count(all.customers)} customers with net revenue in the last 365 days`,
      `买家：${f.count(all.customers)} 位客户中近 365 天有净收入的 ${f.count(all.buyers)} 位`
    ),
    body: table({
      id: "bands",
      caption: t("Buyers and value at risk by band", "各风险等级的买家与风险价值"),
      columns: [
        t("Risk", "风险"),
        {head: t("Buyers", "买家"), right: true},
        {head: t("Expected to leave", "预计流失"), right: true},
        {head: t("Value at risk", "风险价值"), right: true},
        {head: t("95% interval", "95% 区间"), right: true}
      ],
      rows: [...rows, all].map((row, i) =>
        withheld[i]
          ? [name(row), f.missing, f.missing, f.missing, f.missing]
          : [
              name(row),
              f.count(row.buyers),
              f.number(row.expected_leavers),
              f.money(row.value_at_risk),
              f.moneyRange(row.value_low, row.value_high)
            ]
      )
    }),
    note: withheld.includes(true) && `– : ${withheldWords(minCell, c)}`
  });
}
