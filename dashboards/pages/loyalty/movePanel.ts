import {greatest} from "d3";
import {html, key, migration, panel, ramp, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldWords} from "../../withheld.ts";
import type {Moves} from "../segments/moves.ts";
import {moveBreaks} from "../segments/movesTable.ts";
import type {MoveRow, TierRow} from "./rows.ts";
import {tierMatrix, tierMovesOf} from "./tierMoves.ts";

/** Tiers beyond which a matrix is not read. */
const MOST = 12;

/** How many cells of a matrix may be told. */
const told = ({cells}: Moves): number => cells.flat().filter(Boolean).length;

/** Which members moved between tiers: over the time of which most may be told, and of those the longest, twelve months at most. */
export function movePanel(rows: readonly MoveRow[], tiers: readonly TierRow[], c: Context): Html | false {
  const {t, f, minCell} = c;
  if (!tiers.some(({position}) => position > 0) || tiers.length > MOST) return false;
  const shown = greatest(tierMovesOf(rows, tiers, minCell), (a, b) => told(a) - told(b) || a.months - b.months);
  const frame = {span: 6, id: "moves", title: t("Who moved up, who down?", "谁升级，谁降级？")} as const;
  if (!shown)
    return panel({
      ...frame,
      body: tooFew({
        title: t("Nothing to compare with yet", "暂无可比日期"),
        text: t(
          `Moves need a month end with members before today, and enough of them that none of fewer than ${minCell} is told.`,
          `移动须有此前的月末数据，且人数足够，使少于 ${minCell} 人的数不致泄露。`
        )
      })
    });
  const isHidden = [shown.cells, shown.fromTotals, shown.toTotals].flat(2).includes(null);
  return panel({
    ...frame,
    sub: t(
      "Rows: tier then; columns: tier now. Tint: share of the row's members",
      "行：当时等级；列：现在等级。颜色：占该行会员比例"
    ),
    body: migration(tierMatrix(shown, tiers, c), c),
    note: html`${ramp(
        t("Share of the row", "占该行比例"),
        t(`under ${f.share(moveBreaks[0], 0)}`, `低于 ${f.share(moveBreaks[0], 0)}`),
        t(`${f.share(moveBreaks.at(-1), 0)} and over`, `${f.share(moveBreaks.at(-1), 0)} 及以上`)
      )}${key("outline", t("stayed", "未变"))}<span class="key"
        >${t("▲▼ to a higher or lower tier", "▲▼ 升级或降级")}</span
      >
      ${isHidden && key("dots", withheldWords(minCell, c))}`
  });
}
