import {html, lines, numbers, panel, tooFew, type Html, type Series} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {defined} from "./defined.ts";
import {effectTable, measured, placeboWords} from "./effectTable.ts";
import type {EffectMonthRow, EffectRow} from "./rows.ts";

/** What goes with a bad service event: purchases before and after, beside matched customers without one. */
export function effectPanel(given: readonly EffectRow[], months: readonly EffectMonthRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const frame = {
    span: 6,
    id: "effect",
    definition: defined("service-effect", c),
    title: t("Do customers buy less after bad service?", "糟糕的服务之后客户购买更少吗？")
  } as const;
  const rows = measured(given);
  const [first] = rows;
  if (!first || isWithheld(first.pairs, minCell))
    return panel({
      ...frame,
      body: tooFew({
        title: t("Too few to compare", "样本过少，无法比较"),
        text: t(
          "A comparison needs twenty customers after a bad event (reopened, solved late, or rated bad) who can be followed and matched; there are fewer.",
          "需要至少二十位经历过糟糕服务（重开、超时解决或差评）且可跟踪、可匹配的客户；目前不足。"
        )
      })
    });
  return panel(
    {
      ...frame,
      sub: t(
        `${f.count(first.pairs)} customers after a bad event (reopened, solved late, or rated bad) beside as many alike without one; ${f.days(first.window_days)} before and after, 95% interval`,
        `${f.count(first.pairs)} 位经历糟糕服务（重开、超时解决或差评）的客户与同等数量的相似客户对照；前后各 ${f.days(first.window_days)}，95% 区间`
      ),
      body: html`${course(months, c)}${effectTable(
        rows,
        {
          caption: t("Change after the event", "事件后的变化"),
          exposed: t("Bad event", "糟糕服务"),
          matched: t("Alike", "相似客户")
        },
        c
      )}`,
      note: [
        t(
          "Association, not an effect: matched on month, purchase days, recency and revenue, not on what nobody recorded. ",
          "为关联而非因果：按月份、购买日数、最近购买与收入匹配，未记录的差异不在其内。"
        ),
        ticketWords(first, c),
        placeboWords(rows, c),
        !isWithheld(first.unmatched, minCell) &&
          first.unmatched > 0 &&
          t(` ${f.count(first.unmatched)} customers had no match.`, `另有 ${f.count(first.unmatched)} 位客户无匹配。`)
      ]
    },
    c
  );
}

/** Whether their like needed help too: bad service comes with a ticket. */
function ticketWords({pairs, exposed_ticket_share: exposed, matched_ticket_share: matched}: EffectRow, c: Context) {
  const {t, f, minCell} = c;
  if (exposed === null || matched === null) return false;
  if (exposed === matched)
    return t(
      `As many of their like had opened a ticket in the 14 days before (${f.share(matched, 0)}). `,
      `相似客户此前 14 天内提交工单的占比相同（${f.share(matched, 0)}）。`
    );
  const few = isWithheld(Math.round(matched * pairs), minCell);
  const had = few ? t(`fewer than ${f.count(minCell)}`, `不足 ${f.count(minCell)} 位`) : f.share(matched, 0);
  return t(
    `In the 14 days up to the event ${f.share(exposed, 0)} of them had opened a ticket, of their like ${had}: part of the difference may go with needing help at all. `,
    `事件前 14 天内（含当日）提交过工单者：受影响客户 ${f.share(exposed, 0)}，相似客户 ${had}；部分差异可能与需要帮助本身有关。`
  );
}

/** Days with an order per customer month by month around the event, of both groups. */
function course(months: readonly EffectMonthRow[], c: Context): Html | false {
  const {t, f} = c;
  const of = (isExposed: boolean) =>
    months.filter((row) => row.is_exposed === isExposed).toSorted((a, b) => a.months_from_event - b.months_from_event);
  const [exposed, matched] = [of(true), of(false)];
  if (exposed.length < 3) return false;
  const series = ([rows, tone, label]: readonly [EffectMonthRow[], "c4" | "c3", string]): Series => ({
    points: rows.map((row) => [row.months_from_event, row.orders_per_customer]),
    band: rows.flatMap(({months_from_event: at, low, high}) =>
      low === null || high === null ? [] : [[at, Math.max(0, low), high] as const]
    ),
    tone,
    width: 2,
    dots: true,
    label
  });
  const curves = (
    [
      [exposed, "c4", t("bad event", "糟糕服务")],
      [matched, "c3", t("alike", "相似客户")]
    ] as const
  ).map(series);
  const ends = exposed.map((row) => row.months_from_event);
  const label = t("Days with an order per customer and month around the event", "事件前后每位客户每月下单天数");
  const highest = Math.max(...curves.flatMap(({points}) => points.map(([, y]) => y)));
  return html`${lines({
    label,
    series: curves,
    x: [Math.min(...ends), Math.max(...ends)],
    xTicks: [...ends.filter((month) => month % 2 === 0), 0].toSorted((a, b) => a - b),
    xFormat: (month) => (month === 0 ? t("event", "事件") : f.score(month)),
    every: 1,
    y: {format: (value) => f.number(value, highest < 0.5 ? 2 : 1)},
    rule: {at: 0, label: ""},
    height: 200
  })}${numbers(
    {
      caption: label,
      columns: [
        t("Month", "月"),
        t("Bad event", "糟糕服务"),
        t("Interval", "区间"),
        t("Alike", "相似客户"),
        t("Interval", "区间")
      ],
      rows: exposed.map((row) => {
        const other = matched.find((one) => one.months_from_event === row.months_from_event);
        return [
          f.score(row.months_from_event),
          f.number(row.orders_per_customer, 2),
          f.range(row.low, row.high, 2),
          f.number(other?.orders_per_customer, 2),
          f.range(other?.low, other?.high, 2)
        ];
      })
    },
    c
  )}`;
}
