import {csvButton, html, panel, percent, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts, withheldWords} from "../../withheld.ts";
import {segmentName} from "../customers/words.ts";
import {changeOf} from "./changeOf.ts";
import type {SegmentRow} from "./rows.ts";
import {segmentMeaning} from "./segmentWords.ts";
import {isComparable, type Day} from "./sizes.ts";

/** Share of revenue as a bar. */
const bar = (revenue: number | null, {f}: Context): Html =>
  html`<span class="inline-bar"
    ><b>${f.share(revenue, 0)}</b
    ><span class="lane" aria-hidden="true"
      ><i class="r6" style="width:${percent(Math.max(0, revenue ?? 0) * 100)}%"></i></span
  ></span>`;

/** Which earlier days the segments are compared with: three and twelve month ends ago, as far as the window was full then. */
const comparedWith = (days: readonly Day[]) =>
  [3, 12].flatMap((months) =>
    isComparable(days, months) ? [{months, on: days.find(({monthsBefore}) => monthsBefore === months)!.on}] : []
  );

/** How many each segment holds, against earlier, and what they bring, in the order of the configuration. */
export function segmentPanel(segments: readonly SegmentRow[], days: readonly Day[], window: string, c: Context): Html {
  const {t, f, href, minCell} = c;
  const caption = t("Customers and revenue by segment", "各分群的客户与收入");
  const back = comparedWith(days);
  const withheld = withheldParts(
    segments.map((row) => row.customers),
    minCell
  );
  const line = (row: SegmentRow, i: number): Content[] => {
    const name = segmentName(row.segment, t);
    const linked =
      row.customers > 0 && !withheld[i]
        ? html`<a href="${href("/customers", {segment: row.segment})}">${name}</a>`
        : name;
    const words = segmentMeaning(row.segment, c);
    const head = words ? html`${linked}<br /><span class="muted">${words.meaning}</span>` : linked;
    if (withheld[i]) return [head, ...Array<string>(3 + back.length).fill(f.missing)];
    return [
      head,
      f.count(row.customers),
      ...back.map(({months}) => changeOf(days, row.segment, months, f)),
      f.money(row.net_revenue),
      bar(row.revenue_ratio, c)
    ];
  };
  return panel({
    span: 7,
    title: t("What is each segment worth?", "各分群价值几何？"),
    sub: t(
      `Customers who ordered${window}, with their net revenue of that time${back.length ? "; changes are in customers since the month's end" : ""}`,
      `${window}有订单的客户及其同期净收入${back.length ? "；变化为较该月末的客户数之差" : ""}`
    ),
    actions: csvButton(caption),
    body: table({
      id: "segments",
      caption,
      columns: [
        t("Segment", "分群"),
        {head: t("Customers", "客户"), right: true},
        ...back.map(({on}) => ({head: t(`since ${f.month(on)}`, `较 ${f.month(on)}`), right: true})),
        {head: t("Net revenue", "净收入"), right: true},
        {head: t("Share", "占比"), width: "20%"}
      ],
      rows: segments.map(line)
    }),
    note: withheld.includes(true) && `– : ${withheldWords(minCell, c)}`
  });
}
