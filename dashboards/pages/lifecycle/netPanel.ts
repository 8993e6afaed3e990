import {html, panel, table, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {withheldWords} from "../../withheld.ts";
import {isClear, netRange, periodWords} from "./periodWords.ts";
import type {Period} from "./periods.ts";
import {ordered, originName} from "./stageTones.ts";

/** Where the list of a stage's customers is. */
export type ListOf = (stage: string) => string;

/** How many are in each stage, with their list, and what it won and lost. */
export function netPanel(period: Period, minCell: number, listOf: ListOf, locale: Locale): Html {
  const {t, f} = locale;
  const title = t("Which stages grow?", "哪些阶段在增长？");
  const withheld = period.nets.some(({net}) => !net) || period.totals.includes(null);
  const undated = period.rows.find(({from}) => from === "undated")?.total;
  const rows = ordered.map((stage, i) => {
    const [total, net] = [period.totals[i], period.nets[i]!.net];
    const name = originName(stage, locale);
    const change =
      net && html`<b>${f.score(net.net)}</b><br /><span class="muted">${netRange(net.low, net.high, locale)}</span>`;
    return [
      total ? html`<a href="${listOf(stage)}">${name}</a>` : name,
      f.count(total),
      net ? html`${f.score(net.entered)} <br />${f.score(-net.left)}` : f.missing,
      net ? (isClear(net) ? change : html`<span class="muted">${change}</span>`) : f.missing
    ];
  });
  return panel({
    span: 4,
    id: "net",
    title,
    sub: t(
      `Customers now, entered and left, net with 95% interval; ${periodWords(period, locale)}`,
      `当前客户数、进入与离开、净变化及 95% 区间；${periodWords(period, locale)}`
    ),
    body: table({
      caption: title,
      columns: [
        t("Stage", "阶段"),
        {head: t("Now", "当前"), right: true},
        {head: t("In, out", "进，出"), right: true},
        {head: t("Net", "净变化"), right: true}
      ],
      rows
    }),
    note: [
      t("Grey: the interval holds zero, no clear change.", "灰色：区间含零，无显著变化。"),
      undated &&
        t(
          ` ${f.count(undated)} prospects carry no date: nobody can say since when.`,
          ` ${f.count(undated)} 位潜在客户没有日期，无法得知起始时间。`
        ),
      withheld && ` – : ${withheldWords(minCell, locale)}`
    ]
  });
}
