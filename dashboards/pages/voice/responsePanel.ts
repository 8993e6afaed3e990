import {
  empty,
  facts,
  html,
  intervalTrack,
  panel,
  table,
  trackScale,
  type Content,
  type Html
} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {BiasRow, ResponseRow, WeightedRow} from "./rows.ts";
import {groupedBy, valueName} from "./words.ts";

/** Groups that the table shows. */
const LONGEST = 7;

/** Ratios from a quarter to four. */
const widest = Math.log(4);

/** The dimension whose groups are shown: the one by which the score was weighted, else the first with two. */
export function biasOf(rows: readonly BiasRow[], by: string | null, minCell: number): BiasRow[] {
  const dimensions = [...new Set([by, ...rows.map(({dimension}) => dimension)])];
  for (const dimension of dimensions) {
    const own = rows.filter(
      (row) => row.dimension === dimension && !isWithheld(row.customers, minCell) && row.ratio !== null
    );
    if (own.length > 1) return own.toSorted((a, b) => b.customers - a.customers).slice(0, LONGEST);
  }
  return [];
}

/** Who answers: response rate, who is heard more or less than their number, and the score weighted for that. */
export function responsePanel(
  responses: readonly ResponseRow[],
  bias: readonly BiasRow[],
  weighted: WeightedRow | undefined,
  c: Context
): Html {
  const {t, f, minCell} = c;
  const frame = {span: 6, id: "response", title: t("Who answers, and who does not?", "谁作答，谁没有？")} as const;
  const rows = biasOf(bias, weighted?.by ?? null, minCell);
  const rates = responses
    .filter(({response_share: share}) => share !== null)
    .toSorted((a, b) => +b.last_on - +a.last_on);
  const rate = rates.length
    ? facts(
        rates
          .slice(0, 3)
          .map(({survey, response_share: share, low, high, invited}) => [
            survey,
            html`<b>${f.share(share)}</b>&nbsp;<span class="muted">${f.shareRange(low, high)}</span
              >${t(` of ${f.count(invited)} invited`, `，受邀 ${f.count(invited)} 位`)}`
          ]),
        {left: true}
      )
    : html`<p class="sub">
        ${t("Response rate unknown: add an export of kind ", "回复率未知：请添加类型为 ")}<code>survey_invitations</code>${t(".", " 的导出。")}
      </p>`;
  if (!rows.length)
    return panel({
      ...frame,
      body: html`${rate}${empty({
        title: t("Too few to tell who answers", "作答过少，无法判断谁在作答"),
        text: t(
          "Answers are compared with all customers who could have been asked, by segment, class and stage.",
          "按分群、等级与阶段，将作答者与可受邀客户比较。"
        )
      })}`
    });
  const [{dimension}] = rows as [BiasRow];
  return panel({
    ...frame,
    sub: t(
      "Share among those who answered ÷ share among all customers, with 95% interval; tick: as many as they are",
      "作答者中占比 ÷ 全体客户中占比，含 95% 区间；竖线为与人数相称"
    ),
    body: html`${rate}${table({
      caption: t("Who answers", "谁在作答"),
      columns: [
        groupedBy(dimension, c),
        {head: t("Customers", "客户"), right: true},
        {head: t("Answered", "作答"), right: true},
        {head: t("Heard", "代表比"), right: true},
        {head: trackScale("¼×", "4×", t("Chart", "图")), width: "28%"},
        {head: "NPS", right: true}
      ],
      rows: rows.map((row): Content[] => {
        const isClear = row.low !== null && row.high !== null && (row.low > 1 || row.high < 1);
        return [
          valueName(dimension, row.value, c),
          f.share(row.share, 0),
          f.share(row.answered_share, 0),
          isClear
            ? html`<b>${f.number(row.ratio, 2)}×</b>`
            : html`<span class="muted">${f.number(row.ratio, 2)}×</span>`,
          row.low !== null &&
            row.high !== null &&
            row.ratio! > 0 &&
            intervalTrack({
              value: Math.log(row.ratio!),
              low: Math.log(Math.max(row.low, 0.01)),
              high: Math.log(Math.max(row.high, 0.01)),
              target: 0,
              domain: [-widest, widest],
              tone: isClear ? "c1" : "ctx"
            }),
          isWithheld(row.answered, minCell) ? f.missing : f.score(row.nps)
        ];
      })
    })}`,
    note: weightedWords(weighted, c)
  });
}

/** The score as it would be if all were heard alike. */
function weightedWords(weighted: WeightedRow | undefined, c: Context): string | false {
  const {t, f} = c;
  if (!weighted || weighted.weighted_nps === null || weighted.by === null) return false;
  const by = groupedBy(weighted.by, c);
  return t(
    `Weighted so that each ${by.toLowerCase()} counts by its customers, NPS is ${f.score(weighted.weighted_nps)} (${f.scoreRange(weighted.weighted_low, weighted.weighted_high)}) instead of ${f.score(weighted.nps)}.`,
    `按${by}人数加权后，NPS 为 ${f.score(weighted.weighted_nps)}（${f.scoreRange(weighted.weighted_low, weighted.weighted_high)}），未加权为 ${f.score(weighted.nps)}。`
  );
}
