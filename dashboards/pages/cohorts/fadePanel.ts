import {empty, html, intervalTrack, panel, table, trackScale, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts, withheldWords} from "../../withheld.ts";
import {changeOf, enough, focusMonth, overallChange, recentMonths, standings, type ChangeRow} from "./change.ts";
import {foldedSmall} from "./foldedSmall.ts";
import {dimensionName, groupName, groupsOf} from "./groups.ts";
import {longRun} from "./longRun.ts";

/** Which groups of customers return less: newer ones beside earlier ones, and in the long run. */
export function fadePanel(rows: readonly ChangeRow[], c: Context): Html {
  const {t, f} = c;
  const title = t("Which customers fade?", "哪些客户在流失？");
  const groups = groupsOf(rows);
  if (!groups.length)
    return panel({
      title,
      body: empty({
        title: t("No source says how customers were won", "没有来源说明客户如何获取"),
        text: t(
          "Map acquisition_channel in an export of customers, or sales_channel or country in orders, then run perennial run.",
          "请在客户导出中映射 acquisition_channel，或在订单中映射 sales_channel 或 country，再运行 perennial run。"
        )
      })
    });
  const month = focusMonth(rows);
  const overall = overallChange(rows);
  const when = overall ? recentMonths(overall, c) : t("newest", "最新");
  const shown = foldedSmall(groups, c.minCell);
  const few = {
    recent: withheldParts(
      shown.map((row) => row.recent_customers),
      c.minCell
    ),
    earlier: withheldParts(
      shown.map((row) => row.earlier_customers),
      c.minCell
    )
  };
  const told = shown.map((row, i) => ({row, recent: !few.recent[i], earlier: !few.earlier[i]}));
  const ends = told.flatMap(({row, recent, earlier}) => [
    recent && row.recent_customers >= enough ? row.recent_high! : 0,
    earlier && row.earlier_customers >= enough ? row.earlier_share! : 0
  ]);
  const top = Math.max(0.1, Math.ceil(Math.max(...ends) * 20) / 20);
  const long = longRun(rows, shown);
  const later = long.month && {
    head: t(`Return in month ${long.month}, all`, `第 ${long.month} 月复购（全部）`),
    right: true
  };
  const body = told.map((one) => {
    const cells = groupRow(one, top, c);
    return later ? [...cells.slice(0, -1), shareOrFew(long.shareOf(one.row), c), cells.at(-1)] : cells;
  });
  const isAnyFew = [...few.recent, ...few.earlier].includes(true);
  return panel({
    title,
    sub: t(
      `Return in month ${month}: dot and line, first order ${when} with 95% interval; tick, the 12 cohorts before them`,
      `第 ${month} 月复购：圆点与线为首单 ${when} 的客户（含 95% 区间），竖线为此前 12 个同期群`
    ),
    body: table({
      caption: title,
      columns: [
        dimensionName(groups[0]!.dimension, c),
        {head: t("Newer customers", "新近客户数"), right: true},
        {head: t("Return", "复购"), right: true},
        {head: t("Customers before", "此前客户数"), right: true},
        {head: t("Return before", "此前复购"), right: true},
        ...(later ? [later] : []),
        {head: trackScale("0%", f.share(top, 0), t("Chart", "图")), width: "30%"}
      ],
      rows: body
    }),
    note: `${noteOf(rows, groups, c)}${isAnyFew ? t(` – : ${withheldWords(c.minCell, c)}.`, `–：${withheldWords(c.minCell, c)}。`) : ""}`
  });
}

const shareOrFew = (share: number | null, {t, f}: Context): Content =>
  share === null ? html`<span class="muted nowrap">${t("too few", "样本不足")}</span>` : f.share(share);

/** A group, and which side of it may be told. */
interface Told {
  row: ChangeRow;
  recent: boolean;
  earlier: boolean;
}

function groupRow({row, recent, earlier}: Told, top: number, c: Context): Content[] {
  const {f} = c;
  const change = recent && earlier ? changeOf(row) : undefined;
  const tone = change?.change.isClear ? (change.change.value < 0 ? "bad" : "good") : undefined;
  const hasNow = recent && row.recent_customers >= enough;
  const hasBefore = earlier && row.earlier_customers >= enough;
  const track =
    hasNow &&
    intervalTrack({
      value: row.recent_share!,
      low: row.recent_low!,
      high: row.recent_high!,
      target: hasBefore ? row.earlier_share! : undefined,
      domain: [0, top],
      tone: tone ?? "c1"
    });
  return [
    groupName(row.group_name, c),
    recent ? f.count(row.recent_customers) : f.missing,
    hasNow ? html`<b${tone && html` class="${tone}"`}>${f.share(row.recent_share)}</b>` : shareOrFew(null, c),
    earlier ? f.count(row.earlier_customers) : f.missing,
    shareOrFew(hasBefore ? row.earlier_share : null, c),
    track
  ];
}

function noteOf(rows: readonly ChangeRow[], groups: readonly ChangeRow[], c: Context): string {
  const {t, f} = c;
  const clear = groups.filter((row) => changeOf(row)?.change.isClear).map((row) => groupName(row.group_name, c));
  const names = clear.join(t(", ", "、"));
  const against = clear.length
    ? t(`Against earlier customers, ${names} clears its interval. `, `与此前客户相比，${names}超出区间。`)
    : t("No group clears its interval against earlier customers. ", "没有分组与此前客户相比超出区间。");
  const [lowest] = standings(rows, groups).filter(({change}) => change.isClear && change.value < 0);
  const among = lowest
    ? t(
        `Among the newer ones, ${groupName(lowest.row.group_name, c)} returns ${f.points(lowest.change.value)} against all others (95% interval ${f.pointsRange(lowest.change.low, lowest.change.high)}). `,
        `在新近客户中，${groupName(lowest.row.group_name, c)}与其余相比为 ${f.points(lowest.change.value)}（95% 区间 ${f.pointsRange(lowest.change.low, lowest.change.high)}）。`
      )
    : "";
  return (
    against +
    among +
    t(
      `Fewer than ${enough} customers: no rate is given. An association, not an effect.`,
      `少于 ${enough} 位客户不给出比率。这是关联而非因果。`
    )
  );
}
