import {facts, panel, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {Summary} from "./rows.ts";

/** What of the subscriptions has a length and what has none, with the reason. */
export function leftOutPanel(summary: Summary, c: Context): Html {
  const {t, f, minCell} = c;
  const few = (n: number): Content => (isWithheld(n, minCell) ? t(`under ${minCell}`, `不足 ${minCell}`) : f.count(n));
  const reasons: [string, number][] = [
    [t("On trial, not paid yet", "试用中，尚未付费"), summary.trials],
    [t("Ended in their trial", "试用期内终止"), summary.ended_in_trial],
    [t("Do not run, but no date says since when", "已失效但终止日期不明"), summary.without_end_date],
    [t("Ended before they began", "终止早于开始"), summary.ended_before_start],
    [t("Begin after this day", "在截止日之后开始"), summary.not_started],
    [t("Of no known customer", "无已识别客户"), summary.without_customer],
    [t("Counted, but of no known price", "已计入但价格未知"), summary.without_amount]
  ];
  const told = reasons.filter(([, n]) => n > 0);
  return panel({
    span: 5,
    id: "left-out",
    title: t("Which subscriptions are not counted?", "哪些订阅未计入？"),
    sub: isWithheld(summary.subscriptions - summary.contracts, minCell)
      ? t(
          `Fewer than ${minCell} beside ${f.count(summary.contracts)} contracts with a length`,
          `除 ${f.count(summary.contracts)} 份有时长的合同外不足 ${minCell} 项`
        )
      : t(
          `${f.count(summary.contracts)} of ${f.count(summary.subscriptions)} subscriptions are contracts with a length`,
          `${f.count(summary.subscriptions)} 项订阅中有 ${f.count(summary.contracts)} 份有时长的合同`
        ),
    body: facts(
      told.length ? told.map(([name, n]) => [name, few(n)]) : [[t("All are counted", "全部计入"), f.count(0)]]
    ),
    note: t(
      "A contract begins on its first paid day and ends with the service. One that comes back is a new contract.",
      "合同自首个付费日开始，至服务终止为止；客户重新订阅计为新合同。"
    )
  });
}
