import {group} from "d3";
import {empty, html, lines, numbers, panel, type Html, type Series} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {defined} from "./defined.ts";
import type {CohortRow} from "./rows.ts";

const tones = ["c1", "c2", "c3", "c4", "c5"] as const;
/** Months of age that are drawn, and half-years. */
const [LONGEST, MOST] = [24, 5];

interface Curve {
  name: string;
  points: [age: number, share: number][];
}

/** Half-years of earning with the share redeemed by age; an age counts where all months of the half-year have reached it. */
export function curvesOf(rows: readonly CohortRow[], minCell: number): Curve[] {
  const halfYear = ({gained_month: month}: CohortRow) =>
    `${month.getUTCFullYear()} H${month.getUTCMonth() < 6 ? 1 : 2}`;
  const known = rows.filter((row) => !row.is_partial && row.gained_points > 0);
  return [...group(known, halfYear)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, own]) => {
      const months = group(own, ({gained_month: month}) => +month);
      if (isWithheld(Math.max(...own.map(({members}) => members)), minCell)) return [];
      const points = [...group(own, ({months_since: age}) => age)]
        .filter(([age, cells]) => age <= LONGEST && cells.length === months.size)
        .map(([age, cells]): [number, number] => [
          age,
          cells.reduce((sum, cell) => sum + cell.redeemed_so_far, 0) /
            cells.reduce((sum, cell) => sum + cell.gained_points, 0)
        ])
        .toSorted(([a], [b]) => a - b);
      return points.length > 1 ? [{name, points}] : [];
    })
    .slice(-MOST);
}

/** How fast points are redeemed, and where it ends. */
export function cohortPanel(rows: readonly CohortRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const frame = {
    span: 6,
    id: "cohorts",
    definition: defined("breakage", c),
    title: t("How many points are ever redeemed?", "多少积分最终被兑换？")
  } as const;
  const curves = curvesOf(rows, minCell);
  if (!curves.length)
    return panel(
      {
        ...frame,
        body: empty({
          title: t("Too short a history", "历史过短"),
          text: t("A curve needs points that were earned two months ago.", "至少需要两个月前获得的积分。")
        })
      },
      c
    );
  const farthest = Math.max(...curves.flatMap(({points}) => points.map(([age]) => age)));
  const highest = Math.max(0.01, ...curves.flatMap(({points}) => points.map(([, share]) => share)));
  const label = t(
    `Share of points redeemed by months since they were earned; ${curves.map(({name, points}) => `${name}: ${f.share(points.at(-1)![1], 0)} after ${points.at(-1)![0]} months`).join(", ")}`,
    `按获得后月数的累计兑换占比；${curves.map(({name, points}) => `${name}：${points.at(-1)![0]} 个月后 ${f.share(points.at(-1)![1], 0)}`).join("，")}`
  );
  const series = curves.map(({name, points}, i): Series => ({points, tone: tones[i]!, width: 2, label: name}));
  const ages = Array.from({length: farthest + 1}, (_, age) => age);
  return panel(
    {
      ...frame,
      sub: t(
        "Share of the points of a half-year redeemed so far, by calendar months since they were earned",
        "各半年所获积分的累计兑换占比，按获得后的自然月"
      ),
      body: html`${lines({
        label,
        series,
        x: [0, Math.max(1, farthest)],
        xTicks: ages.filter((age) => age % 3 === 0),
        xFormat: (age) => f.count(age),
        y: {format: (share) => f.share(share, highest < 0.1 ? 1 : 0)}
      })}${numbers(
        {
          caption: t("Share of points redeemed by age", "按月龄的累计兑换占比"),
          columns: [t("Months", "月"), ...curves.map(({name}) => name)],
          rows: ages
            .filter((age) => age % 3 === 0)
            .map((age) => [
              f.count(age),
              ...curves.map(({points}) => f.share(points.find(([at]) => at === age)?.[1] ?? null))
            ])
        },
        c
      )}`,
      note: t(
        "Points taken back are left out. What is never redeemed once points have run their course is breakage.",
        "不含被冲减的积分。到期后从未兑换者即为损耗。"
      )
    },
    c
  );
}
