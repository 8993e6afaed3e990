import {
  filterLine,
  filters,
  html,
  key,
  migration,
  panel,
  ramp,
  segmented,
  tooFew,
  type Html
} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldWords} from "../../withheld.ts";
import {moveBreaks, movesTable} from "./movesTable.ts";
import {measureButton, measures, sinceName, usualSince} from "./movesView.ts";
import type {SegmentsStart} from "./segmentsStart.ts";
import type {Day} from "./sizes.ts";
import {upDownBody} from "./upDownBody.ts";

/** Who moved between segments: the matrix, and how many went which way. */
export function movesPanels(
  {moves, scores, upDown}: Pick<SegmentsStart, "moves" | "scores" | "upDown">,
  days: readonly Day[],
  c: Context
): Html {
  const {t, f, minCell} = c;
  const title = t("Who moved where?", "谁移动到了哪里？");
  const known = moves.map(({months}) => months);
  const at = known.indexOf(usualSince(known));
  const shown = moves[at];
  if (!shown) {
    return panel({
      title,
      body: tooFew({
        title: t("Nothing to compare with yet", "暂无可比日期"),
        text: t(
          `Moves are counted from the last month end to today; they need one with customers before today, and enough of them that none of fewer than ${minCell} is told.`,
          `移动自最近月末计至今日；须有此前的月末数据，且人数足够，使少于 ${minCell} 人的数不致泄露。`
        )
      })
    });
  }
  const bar = filters([
    segmented({
      name: "since",
      label: t("Since", "起点"),
      value: String(shown.months),
      choices: moves.map(({months}) => ({value: String(months), name: sinceName(months, c)}))
    }),
    segmented({
      name: "measure",
      label: t("Measure", "指标"),
      value: "customers",
      choices: measures.map((value) => ({value, name: measureButton(value, c)}))
    })
  ]);
  const matrix = movesTable(shown, "customers", {scores, href: (segment) => c.href("/customers", {segment})}, c);
  return html`${panel({
    id: "moves",
    span: 9,
    title,
    sub: t(
      "Rows: segment then; columns: segment now. Tint: share of the row's customers. Totals are the sizes of the segments on both days",
      "行：当时分群；列：现在分群。颜色：占该行客户比例。合计即两日的分群规模"
    ),
    body: html`${bar}${filterLine()}
      <div data-moves>${migration(matrix, c)}</div>`,
    note: html`${ramp(
        t("Share of the row", "占该行比例"),
        t(`under ${f.share(moveBreaks[0], 0)}`, `低于 ${f.share(moveBreaks[0], 0)}`),
        t(`${f.share(moveBreaks.at(-1), 0)} and over`, `${f.share(moveBreaks.at(-1), 0)} 及以上`)
      )}${key("outline", t("stayed", "未变"))}<span class="key"
        >${t("▲▼ to a segment of higher or lower scores", "▲▼ 移至得分更高或更低的分群")}</span
      >
      ${shortWindow(moves, days, c)} ${moves.some(hasWithheld) && key("dots", withheldWords(minCell, c))}`
  })}${panel({
    id: "up-down",
    span: 3,
    title: t("More up than down?", "上升多于下降吗？"),
    sub: t("Customers by the mean score of their segment then and now", "按当时与现在所属分群的平均分比较的客户数"),
    body: html`<div data-up-down>${upDownBody(upDown[at]!, c)}</div>`
  })}`;
}

/** On which of the days the window reached back beyond the first order. */
function shortWindow(moves: SegmentsStart["moves"], days: readonly Day[], {t, f}: Context): string | false {
  const short = days.filter(
    ({monthsBefore, isWindowFull}) => !isWindowFull && moves.some((one) => one.months === monthsBefore)
  );
  const dates = short.map(({on}) => f.date(on)).join(", ");
  return (
    short.length > 0 &&
    t(
      `On ${dates} there were orders for a part of the window alone: the sizes then are too small.`,
      `${dates} 时评分窗口内订单尚不完整，当时规模偏小。`
    )
  );
}

const hasWithheld = ({cells, fromTotals, toTotals}: SegmentsStart["moves"][number]): boolean =>
  [cells, fromTotals, toTotals].flat(2).includes(null);
