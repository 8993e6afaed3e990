import {barRows, html, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts} from "../../withheld.ts";
import type {Evidence} from "./evidence.ts";
import type {LiftRow} from "./rows.ts";

/** How many of the leavers stand in each tenth of the list, riskiest first. */
export function liftPart({lift, ours}: Evidence, c: Context): Html {
  const {t, f, minCell} = c;
  const title = html`<h3>${t("How far down the list are the leavers?", "流失者排在名单何处？")}</h3>`;
  if (!lift.length) return html`${title}${tooFew({title: t("Not tested yet", "尚未检验")})}`;
  const few = withheldParts(
    lift.map(({customers}) => customers),
    minCell
  );
  const base = ours.customers > 0 ? ours.churned / ours.customers : null;
  const nth = (tenth: number) =>
    tenth === 1 ? t("riskiest tenth", "最高十分之一") : t(`tenth ${f.count(tenth)}`, `第 ${f.count(tenth)} 个`);
  const written = ({churn_share: left, lift: times}: LiftRow) =>
    times === null ? f.share(left) : `${f.share(left)}, × ${f.number(times, 2)}`;
  const label = t("Share that left, by tenth of the list", "各十分位的流失比例");
  const shown = lift.filter((_, i) => !few[i]);
  const found = lift.find(({tenth}, i) => tenth === 2 && !few[i])?.found_share ?? null;
  return html`${title}
    ${barRows({
      label,
      thin: true,
      domain: [0, 1],
      rows: shown.map((row) => ({name: nth(row.tenth), to: row.churn_share, text: written(row)}))
    })}
    <p class="note">
      ${t(`${f.share(base)} of all left; ×: share of the tenth ÷ that.`, `全体流失 ${f.share(base)}；×：该段比例 ÷ 全体。`)}${
        found !== null &&
        t(
          ` The riskiest fifth held ${f.share(found)} of those who did.`,
          `最高风险的五分之一涵盖其中 ${f.share(found)}。`
        )
      }
    </p>`;
}
