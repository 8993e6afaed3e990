import {html, panel, table, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts, withheldWords} from "../../withheld.ts";
import {defined} from "./defined.ts";
import type {AgeRow, Summary} from "./rows.ts";

/** Ages of 30 days in a row of the table, and where the last row begins. */
const [STEP, LAST] = [3, 12];

/** How old the points are and what will become of them: what the liability is made of. */
export function agePanel(ages: readonly AgeRow[], summary: Summary, c: Context): Html {
  const {t, f, minCell} = c;
  const value = summary.point_value;
  const groups = Array.from({length: LAST / STEP + 1}, (_, i) => {
    const own = ages.filter(({age_months: age}) => Math.min(Math.floor(age / STEP), LAST / STEP) === i);
    return {
      from: i * STEP * 30,
      to: i === LAST / STEP ? null : (i + 1) * STEP * 30 - 1,
      points: own.reduce((sum, row) => sum + row.outstanding_points, 0),
      expected: own.reduce((sum, row) => sum + row.expected_points, 0),
      members: Math.max(0, ...own.map(({members}) => members))
    };
  }).filter(({points}) => points > 0);
  const hidden = withheldParts(
    groups.map(({members}) => members),
    minCell
  );
  const widest = Math.max(1, ...groups.map(({points}) => points));
  return panel(
    {
      span: 5,
      id: "age",
      title: t("What will points cost us?", "积分将花费多少？"),
      definition: defined("points-liability", c),
      sub:
        value === null
          ? t("Outstanding points by age, and how many are expected to be redeemed", "按账龄的未用积分及预计兑换")
          : t(
              `Outstanding points by age, how many are expected to be redeemed, and that at ${f.moneyExact(value, 4).replace(/0{1,2}$/, "")} a point`,
              `按账龄的未用积分、预计兑换及其金额（每积分 ${f.moneyExact(value, 4).replace(/0{1,2}$/, "")}）`
            ),
      body: table({
        caption: t("Outstanding points by age", "按账龄的未用积分"),
        columns: [
          t("Days since earned", "账龄（天）"),
          {head: t("Points", "积分"), width: "34%"},
          {head: t("Will be redeemed", "预计兑换"), right: true},
          {head: value === null ? t("Expected", "预计积分") : t("Liability", "负债"), right: true}
        ],
        rows: groups.map(({from, to, points, expected}, i) => [
          to === null ? t(`${from} and more`, `${from} 及以上`) : `${from}–${to}`,
          hidden[i]
            ? f.missing
            : html`<span class="inline-bar"
                ><b>${f.count(points)}</b
                ><span class="lane" aria-hidden="true"
                  ><i class="r5" style="width:${Math.round((points / widest) * 100)}%"></i></span
              ></span>`,
          hidden[i] ? f.missing : f.share(expected / points, 0),
          hidden[i] ? f.missing : value === null ? f.count(expected) : f.moneyExact(expected * value)
        ])
      }),
      note: [
        {
          learnt: t(
            `Learnt from ${f.count(summary.course_points)} points of ${f.count(summary.course_members)} members that have run their course: of those still there at that age, the share redeemed later. `,
            `由 ${f.count(summary.course_members)} 位会员已到期的 ${f.count(summary.course_points)} 积分学得：到该账龄仍未用者此后兑换的占比。`
          ),
          configured: t("Breakage as configured (loyalty.breakage). ", "损耗率按配置（loyalty.breakage）。"),
          none: t(
            "Too few points have run their course, so all are expected to be redeemed; loyalty.breakage in perennial.config.ts says otherwise. ",
            "已到期积分过少，故按全部兑换计；可在 perennial.config.ts 的 loyalty.breakage 中设定。"
          )
        }[summary.breakage_source],
        value === null &&
          t(
            "For money, say in perennial.config.ts what a point is worth: loyalty: {point_value: 0.01}, then run perennial run. ",
            "如需金额，请在 perennial.config.ts 中写明每积分价值：loyalty: {point_value: 0.01}，再运行 perennial run。"
          ),
        hidden.some(Boolean) && withheldWords(minCell, c)
      ]
    },
    c
  );
}
