import {csvButton, html, intervalTrack, panel, table, tooFew, type Content, type Html} from "../../components/index.ts";
import {addressOf, linkTo} from "../../build/address.ts";
import type {Context} from "../../context.ts";
import {csvName} from "../../live/csv.ts";
import {isWithheld} from "../../withheld.ts";
import {cardFolder} from "./cardLinks.ts";
import {horizonWords} from "./horizonWords.ts";
import type {StateRow, WarningRow} from "./rows.ts";
import {warningName, warningRule, warnings} from "./warningWords.ts";

/** Each warning rule: whom it warns of now, and how often the warned left against the others. */
export function warningsPanel(rows: readonly WarningRow[], state: StateRow, c: Context): Html {
  const {t} = c;
  const title = t("What do plain warning rules say?", "简单预警规则怎么说？");
  const ordered = warnings.flatMap((warning) => rows.filter((row) => row.warning === warning));
  if (!ordered.length) return panel({title, body: tooFew({title: t("No rule could be applied", "没有可用的规则")})});
  return panel({
    id: "warnings",
    title,
    sub: t(
      `Left: no order within ${horizonWords(state.horizon_days, c)}, among those whom a rule would have warned of at past month ends, against the others; 95% intervals`,
      `流失：过去各月末被规则预警的客户中，${horizonWords(state.horizon_days, c)}内未下单的比例，与其他客户对比；区间为 95%`
    ),
    actions: csvButton(t("every warning of every customer", "全部客户的全部预警"), {
      href: linkTo(addressOf("/churn", c.lang), `/data/${cardFolder}/${csvName("warnings", c.f.iso(c.asOf))}`)
    }),
    body: table({
      id: "rules",
      caption: t("Warning rules and how they did", "预警规则及其表现"),
      columns: [
        t("Rule", "规则"),
        {head: t("Warned of now", "目前预警"), right: true},
        {head: t("Of the warned left", "被预警者流失"), right: true},
        {head: t("Of the others", "其他客户流失"), right: true},
        {head: html`<span class="sr-only">${t("Interval", "区间")}</span>`, width: "22%"},
        {head: t("Lift", "提升"), right: true}
      ],
      rows: ordered.map((row) => ruleRow(row, c))
    }),
    note: t(
      "Dot: the warned with their interval; tick: the others whom the rule could judge. Lift: the warned ÷ all whom it could judge. Rules are set in perennial.config.ts (churn.warnings); they stand beside the risk and are not counted in it.",
      "圆点：被预警者及其区间；竖线：该规则可判定的其他客户。提升：被预警者 ÷ 全部可判定者。规则在 perennial.config.ts（churn.warnings）中设定，与风险并列，不计入其中。"
    )
  });
}

function ruleRow(row: WarningRow, c: Context): Content[] {
  const {t, f, minCell} = c;
  const name = html`${warningName(row.warning, c)}<span class="under">${warningRule(row, c)}</span>`;
  const now = isWithheld(row.warned_now, minCell) ? f.missing : f.count(row.warned_now);
  const {churn_share: left, low, high, unwarned_share: others} = row;
  const few = isWithheld(row.warned, minCell) || isWithheld(row.unwarned, minCell);
  if (few || left === null || low === null || high === null) {
    const why =
      row.warned + row.unwarned === 0
        ? t("not tested yet", "尚未检验")
        : row.warned === 0
          ? t("nobody was warned of", "从未触发")
          : t("too few to tell", "数量过少");
    return [name, now, html`<span class="muted">${why}</span>`, few ? f.missing : f.share(others), "", f.missing];
  }
  const clear = others !== null && (low > others || high < others);
  return [
    name,
    now,
    html`<b>${f.share(left)}</b><span class="under">${f.shareRange(low, high)}</span>`,
    f.share(others),
    intervalTrack({value: left, low, high, target: others ?? undefined, domain: [0, 1], tone: clear ? "c1" : "ctx"}),
    clear ? (row.lift === null ? f.missing : `× ${f.number(row.lift, 2)}`) : t("no clear difference", "无明显差异")
  ];
}
