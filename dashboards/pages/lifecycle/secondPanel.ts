import {group} from "d3";
import {html, lines, numbers, panel, tooFew, type Html, type Series, type Tone} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {groupName} from "../cohorts/groups.ts";
import type {SecondRow} from "./rows.ts";

/** Groups with fewer customers have no curve; a curve ends where fewer are watched. */
const [enough, fewest] = [50, 20];

/** Days of the curve's axis, and of its numbers. */
const days = [0, 91, 182, 273, 364];
const told = [28, 91, 182, 364];

const tones: readonly Tone[] = ["c2", "c3", "c4", "c5", "c6"];

const nameOf = (row: SecondRow, c: Context): string =>
  row.group_kind === "all" ? c.t("All customers", "全部客户") : groupName(row.first_sales_channel ?? row.group_kind, c);

/** The curves that may be drawn: all customers first, then channels by size. */
function curvesOf(rows: readonly SecondRow[], minCell: number): SecondRow[][] {
  const least = Math.max(fewest, minCell);
  return [...group(rows, (row) => row.group_rank).values()]
    .map((own) => own.filter((row) => row.days <= 364 && row.at_risk_customers >= least))
    .filter((own) => own.length > 1 && own[0]!.customers >= enough)
    .sort(([a], [b]) => a!.group_rank - b!.group_rank);
}

/** How long customers take to buy a second time. */
export function secondPanel(rows: readonly SecondRow[], c: Context): Html {
  const {t, f} = c;
  const title = t("How soon do they buy again?", "多久会再次购买？");
  const frame = {span: 6, id: "second", title} as const;
  const curves = curvesOf(rows, c.minCell);
  const [all] = curves;
  if (!all || all[0]!.group_kind !== "all")
    return panel({
      ...frame,
      body: tooFew({
        title: t("Too few customers or too short a history", "客户过少或历史过短"),
        text: t(
          `It needs ${enough} customers with an order and ${fewest} of them watched for a week or longer.`,
          `需要 ${enough} 位有订单的客户，且其中 ${fewest} 位已观察一周以上。`
        )
      })
    });
  const at = (own: readonly SecondRow[], day: number) => own.find((row) => row.days === day);
  const series = curves.map((own, i): Series => ({
    points: own.map((row) => [row.days, row.returned_share]),
    tone: i ? tones[i - 1]! : "c1",
    width: i ? 1.5 : 2,
    label: nameOf(own[0]!, c),
    band: i
      ? undefined
      : own.flatMap((row) =>
          row.returned_low === null || row.returned_high === null
            ? []
            : [[row.days, row.returned_low, row.returned_high] as const]
        )
  }));
  const quarter = at(all, 91) ?? all.at(-1)!;
  const sentence = t(
    `Within ${f.days(quarter.days)} ${f.share(quarter.returned_share)} have bought again (95% interval ${f.shareRange(quarter.returned_low, quarter.returned_high)}).`,
    `${f.days(quarter.days)}内 ${f.share(quarter.returned_share)} 已再次购买（95% 区间 ${f.shareRange(quarter.returned_low, quarter.returned_high)}）。`
  );
  return panel({
    ...frame,
    sub: t(
      `Share with a second purchase day by days since the first, n ${f.count(all[0]!.customers)}`,
      `首单后若干天内第二次购买的比例，n ${f.count(all[0]!.customers)}`
    ),
    body: html`${lines({
      label: sentence,
      series,
      x: [0, Math.max(...curves.map((own) => own.at(-1)!.days))],
      xTicks: days.filter((day) => day <= Math.max(...curves.map((own) => own.at(-1)!.days))),
      xFormat: (day) => (day ? f.days(day) : "0"),
      y: {format: (share) => f.share(share, 0)},
      height: 260
    })}${numbers(
      {
        caption: title,
        columns: [
          t("First order by", "首单渠道"),
          t("Customers", "客户数"),
          ...told.map((day) => t(`within ${f.days(day)}`, `${f.days(day)}内`))
        ],
        rows: curves.map((own) => [
          nameOf(own[0]!, c),
          f.count(own[0]!.customers),
          ...told.map((day) => {
            const row = at(own, day);
            if (!row) return f.missing;
            return row.returned_low === null
              ? f.share(row.returned_share)
              : html`${f.share(row.returned_share)}<br /><span class="muted"
                    >${f.shareRange(row.returned_low, row.returned_high)}</span
                  >`;
          })
        ])
      },
      c
    )}`,
    note: t(
      `${sentence} Kaplan–Meier: who has not reached a day yet does not count on it. By channel of the first order; under ${enough} customers no curve, and curves end where fewer than ${Math.max(fewest, c.minCell)} are left.`,
      `${sentence} Kaplan–Meier：尚未到达某日者不计入该日。按首单渠道；少于 ${enough} 位客户不绘制，剩余少于 ${Math.max(fewest, c.minCell)} 位处曲线终止。`
    )
  });
}
