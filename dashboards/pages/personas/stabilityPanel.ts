import {STABLE} from "../../../models/personas/choose.ts";
import {html, key, lines, numbers, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {agreement, isUndecided} from "./agreement.ts";
import {defined} from "./defined.ts";
import {stateWords} from "./stateWords.ts";
import type {StabilityRow, SummaryRow} from "./rows.ts";

/** How many groups are found again in another half of the customers, beside customers who vary smoothly. */
export function stabilityPanel(rows: readonly StabilityRow[], summary: SummaryRow, c: Context): Html | false {
  const {t, f} = c;
  const shown = rows.toSorted((a, b) => a.clusters - b.clusters);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return false;
  const title = t("How many kinds are real?", "有几类是真实的？");
  const own = t("Customers", "实际客户");
  const smooth = t("Without groups", "无分组对照");
  const clamp = (value: number) => Math.max(0, Math.min(1, value));
  return panel(
    {
      id: "stability",
      span: 6,
      title,
      sub: t(
        `Agreement of two random halves by number of groups: mean and standard deviation of ten, ${f.count(summary.tried_customers)} customers`,
        `按分组数的两半一致度：十次均值与标准差，${f.count(summary.tried_customers)} 位客户`
      ),
      definition: defined("agreement", c),
      body: [
        lines({
          label: title,
          x: [first.clusters, last.clusters],
          xTicks: shown.map(({clusters}) => clusters),
          xFormat: (k) => f.count(k),
          every: 1,
          y: {max: 1, format: (value) => f.number(value, value === 0 || value === 1 ? 0 : 2)},
          height: 220,
          series: [
            {
              tone: "ctx",
              dashed: true,
              label: smooth,
              points: shown.map((row) => [row.clusters, clamp(row.smooth_ari_mean)] as const)
            },
            {
              tone: "c1",
              width: 2,
              dots: true,
              label: own,
              points: shown.map((row) => [row.clusters, clamp(row.ari_mean)] as const),
              band: shown.map(
                (row) => [row.clusters, clamp(row.ari_mean - row.ari_sd), clamp(row.ari_mean + row.ari_sd)] as const
              )
            }
          ]
        }),
        numbers(
          {
            caption: title,
            columns: [
              t("Groups", "分组数"),
              own,
              "±",
              smooth,
              t("Variance left", "剩余方差"),
              t("Without groups", "无分组"),
              t("Smallest", "最小组"),
              t("Verdict", "判定")
            ],
            rows: shown.map((row) => [
              f.count(row.clusters),
              agreement(row.ari_mean, c),
              f.number(row.ari_sd, 2),
              f.number(row.smooth_ari_mean, 2),
              f.share(row.within_mean, 0),
              f.share(row.smooth_within_mean, 0),
              f.share(row.smallest_share, 0),
              isUndecided(row) ? t("undecided", "尚无定论") : stateWords(row.state, c)
            ])
          },
          c
        )
      ],
      note: html`${key("dashed", t("as spread and as correlated, but no groups", "分布与相关相同但无分组"), "ctx")}${t(
        `Stable from ${f.number(STABLE, 2)} on; it must also be over the dashed line and leave at least 5% less variance than without groups.`,
        `${f.number(STABLE, 2)} 起为稳定，且须高于虚线、剩余方差比无分组时至少低 5%。`
      )}${
        shown.some(isUndecided) &&
        t(" Undecided: short of it by less than a standard error.", "尚无定论：相差不足一个标准误。")
      }`
    },
    c
  );
}
