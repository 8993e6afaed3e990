import {html, intervalTrack, table, trackScale, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {EffectRow} from "./rows.ts";

/** What all comparisons of matched customers tell. */
type Compared = Omit<EffectRow, "exposed_ticket_share" | "matched_ticket_share">;

/** What is held beside what, as heads of columns. */
export interface EffectHeads {
  caption: string;
  exposed: string;
  matched: string;
}

/** Rows of which something can be said, in the order in which they are read. */
export const measured = <Row extends Compared>(rows: readonly Row[]): Row[] =>
  (["purchase_days", "net_revenue", "returning_share"] as const).flatMap((measure) =>
    rows.filter((row) => row.measure === measure && row.state === "measured" && row.difference !== null)
  );

/** The change of those with the event less the change of their like, with its interval, and the same a year before any of it. */
export function effectTable(rows: readonly Compared[], heads: EffectHeads, c: Context): Html {
  const {t, f} = c;
  const write = (row: Compared, value: number | null): string =>
    value === null
      ? f.missing
      : row.measure === "net_revenue"
        ? f.moneyExact(value, Math.abs(value) < 100 ? 2 : 0)
        : row.measure === "returning_share"
          ? f.share(value)
          : f.number(value, 2);
  const signed = (row: Compared, value: number | null) =>
    value === null
      ? f.missing
      : row.measure === "returning_share"
        ? f.points(value, {tight: true})
        : `${value > 0 ? "+" : ""}${write(row, value)}`;
  const names = {
    purchase_days: t("Order days", "下单天数"),
    net_revenue: t("Net revenue", "净收入"),
    returning_share: t("Who ordered", "下单者占比")
  };
  const both = (row: Compared, before: number | null, after: number | null) =>
    html`<span class="nowrap">${write(row, before)} → ${write(row, after)}</span>`;
  return table({
    caption: heads.caption,
    columns: [
      t("Per customer", "每位客户"),
      {head: heads.exposed, right: true},
      {head: heads.matched, right: true},
      {head: t("Difference", "差异"), right: true},
      {head: trackScale(t("less", "更少"), t("more", "更多"), t("Chart", "图")), width: "16%"},
      {head: t("Year before", "一年前"), right: true}
    ],
    rows: rows.map((row): Content[] => {
      const [value, low, high] = [row.difference!, row.low ?? row.difference!, row.high ?? row.difference!];
      const widest = Math.max(Math.abs(low), Math.abs(high), 1e-9);
      const tone = row.is_clear ? (value < 0 ? "bad" : "good") : undefined;
      return [
        html`<span class="nowrap">${names[row.measure]}</span>`,
        both(row, row.exposed_before, row.exposed_after),
        both(row, row.matched_before, row.matched_after),
        html`<b${tone && html` class="${tone}"`}>${signed(row, value)}</b><br /><span class="muted nowrap"
            >${row.is_clear ? `${signed(row, low)} ${t("to", "至")} ${signed(row, high)}` : t("no clear difference", "无显著差异")}</span
          >`,
        intervalTrack({value, low, high, target: 0, domain: [-widest, widest], tone: tone ?? "ctx"}),
        html`<span class="muted nowrap">${signed(row, row.placebo_difference)}</span>`
      ];
    })
  });
}

/** Where the pairs differed in like measure before anything had happened, the difference afterwards says less. */
export function placeboWords(rows: readonly Compared[], {t}: Pick<Context, "t">): string {
  const known = rows.filter((row) => row.placebo_low !== null && row.placebo_high !== null);
  const isOff = known.some((row) => row.placebo_low! > 0 || row.placebo_high! < 0);
  if (!known.length)
    return t(
      "Too few of these pairs were customers a year earlier to test the comparison on that year.",
      "一年前均已是客户的配对过少，无法用上一年检验该比较。"
    );
  return isOff
    ? t(
        "The same pairs differed a year earlier already, so the difference says less than it seems.",
        "这些配对一年前已有差异，故上述差异的说服力有限。"
      )
    : t("The same pairs did not differ clearly a year earlier.", "这些配对一年前无显著差异。");
}
