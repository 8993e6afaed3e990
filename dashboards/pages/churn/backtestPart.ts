import {html, linesReadout, table, tooFew, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import type {BacktestRow} from "./rows.ts";

/** Fewer tested snapshots make no line. */
const FEWEST = 3;

/** Does it beat silence alone, snapshot after snapshot? */
export function backtestPart(rows: readonly BacktestRow[], locale: Locale): Html {
  const {t, f} = locale;
  const title = html`<h3>${t("Does it beat silence alone, month after month?", "逐月看，是否胜过只看沉默天数？")}</h3>`;
  const tested = rows.filter((row) => row.rates_auc !== null && row.recency_auc !== null);
  const caption = t("AUC by snapshot", "各快照的 AUC");
  if (tested.length < FEWEST) {
    const few = t(
      `${f.count(tested.length)} tested; ${FEWEST} make a line.`,
      `已检验 ${f.count(tested.length)} 个；满 ${FEWEST} 个方可成线。`
    );
    const body = tested.length
      ? table({
          caption,
          columns: [
            t("Snapshot", "快照"),
            {head: t("Rates", "流失率表"), right: true},
            {head: t("Silence", "沉默天数"), right: true}
          ],
          rows: tested.map((row) => [f.date(row.snapshot_on), f.number(row.rates_auc, 3), f.number(row.recency_auc, 3)])
        })
      : "";
    return html`${title}${tooFew({title: t("Too few snapshots to test", "可检验的快照过少"), text: few})}${body}`;
  }
  const values = tested.flatMap((row) => [row.rates_auc!, row.recency_auc!]);
  const [min, max] = [Math.floor(Math.min(...values) * 10) / 10, Math.ceil(Math.max(...values) * 10) / 10];
  const better = tested.filter((row) => row.rates_auc! > row.recency_auc!).length;
  const score = (value: number) => f.number(value, 2);
  const name = (x: number) => f.date(tested[x]!.snapshot_on);
  const chart = linesReadout(
    {
      label: t(
        `AUC by snapshot: rates above silence alone in ${better} of ${tested.length}`,
        `各快照的 AUC：${tested.length} 个中 ${better} 个流失率表高于只看沉默`
      ),
      height: 220,
      x: [0, tested.length - 1],
      xTicks: tested.map((_, i) => i).filter((i) => i % Math.ceil(tested.length / 5) === 0),
      xFormat: (x) => f.axisMonth(tested[x]!.snapshot_on),
      every: 1,
      y: {min, max, format: score},
      series: [
        {
          points: tested.map((row, i) => [i, row.rates_auc!] as const),
          tone: "c1",
          width: 2,
          label: t("Rates", "流失率表")
        },
        {points: tested.map((row, i) => [i, row.recency_auc!] as const), tone: "c7", label: t("Silence", "沉默天数")}
      ],
      name,
      value: (value) => f.number(value, 3)
    },
    locale
  );
  return html`${title}${chart}
    <p class="note">
      ${t(
        `AUC: how often one who left stood above one who stayed; 0.5 is chance.${min > 0 ? ` Axis starts at ${score(min)}.` : ""}`,
        `AUC：流失者排在留存者之前的比例；0.5 为随机。${min > 0 ? `纵轴从 ${score(min)} 起。` : ""}`
      )}
    </p>`;
}
