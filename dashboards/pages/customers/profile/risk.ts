import {empty, panel, reasons, type Html, type Reason} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {horizonWords, type View} from "./view.ts";

/** How full the mark of a fact is that raises the risk by nothing. */
const known = 0.1;

/** What is known of a customer that bears on the risk: what raises it most first, then the rest; fact before the usual. */
export function reasonsOf(view: View, locale: Locale): Reason[] {
  const raised = raisedBy(view.profile);
  const greatest = Math.max(...raised.values());
  return factsOf(view, locale)
    .map(({groups, ...reason}) => {
      const weight = Math.max(0, ...groups.map((group) => raised.get(group) ?? 0)) / greatest;
      return weight > 0 ? {...reason, weight, lowers: false} : {...reason, weight: known};
    })
    .toSorted((a, b) => b.weight! - a.weight!);
}

/** What a warning is about. */
const warnedGroup: Record<string, string> = {
  silence: "silence",
  slowing: "rhythm",
  value_fall: "order_value",
  complaints: "complaints",
  low_score: "score"
};

/** Log odds by which each group of features raises the risk; without a model 1 for each that a warning is about. */
function raisedBy({reasons: text, warnedOf}: View["profile"]): Map<string, number> {
  if (text === null) return new Map((warnedOf ?? "").split(",").map((name) => [warnedGroup[name] ?? "", 1]));
  const list = JSON.parse(text) as [group: string, logOdds: number][];
  return new Map(list.filter(([, logOdds]) => logOdds > 0));
}

/** A fact with the groups of features that it tells of. */
type Fact = Omit<Reason, "weight"> & {groups: readonly string[]};

function factsOf({profile: p}: View, {t, f}: Locale): Fact[] {
  const list: Fact[] = [];
  if (p.usualGapDays !== null && p.silentDays !== null) {
    const usual = p.hasOwnRhythm
      ? t(`own rhythm is ${f.number(p.usualGapDays)}`, `自身节奏为 ${f.days(p.usualGapDays)}`)
      : t(`others usually return after ${f.number(p.usualGapDays)}`, `他人通常 ${f.days(p.usualGapDays)}后再购`);
    list.push({
      text: t(`no order for ${f.days(p.silentDays)}; ${usual}`, `已 ${f.days(p.silentDays)}未下单；${usual}`),
      groups: ["silence", "rhythm"],
      lowers: p.band === "low"
    });
  }
  list.push({
    text: t(`${f.count(p.orders)} ${p.orders === 1 ? "order" : "orders"} so far`, `至今 ${f.count(p.orders)} 单`),
    groups: ["frequency", "tenure"],
    lowers: p.orders >= 4
  });
  const before = p.ordersPrevious90d;
  if (before !== null && before !== p.orders90d) {
    list.push({
      text: t(
        `${f.count(p.orders90d)} ${p.orders90d === 1 ? "order" : "orders"} in the last 90 days; ${f.count(before)} in the 90 before`,
        `近 90 天 ${f.count(p.orders90d)} 单；此前 90 天 ${f.count(before)} 单`
      ),
      groups: ["trend", "season"],
      lowers: p.orders90d > before
    });
  }
  if (p.lastNpsScore !== null && (p.lastNpsScore <= 6 || p.lastNpsScore >= 9)) {
    const previous =
      p.previousNpsScore === null ? "" : t(`; before ${p.previousNpsScore}`, `；上次 ${p.previousNpsScore}`);
    list.push({
      text: t(`last rating ${p.lastNpsScore} of 10${previous}`, `最近评分 ${p.lastNpsScore}（满分 10）${previous}`),
      groups: ["score"],
      lowers: p.lastNpsScore >= 9
    });
  }
  if (p.tickets90d > 0) {
    list.push({
      text: t(
        `${f.count(p.tickets90d)} ${p.tickets90d === 1 ? "ticket" : "tickets"} in the last 90 days`,
        `近 90 天 ${f.count(p.tickets90d)} 张工单`
      ),
      groups: ["complaints", "service"]
    });
  }
  return list;
}

/** Why the risk is what it is. */
export function riskPanel(view: View, c: Locale): Html {
  const {profile: p} = view;
  const {t, f} = c;
  if (p.risk === null || p.horizonDays === null) {
    const title = t("How high is the risk?", "风险有多高？");
    const text =
      p.orders === 0
        ? t("There is a risk from the first order on.", "首单之后才有风险。")
        : t(
            "Nothing tells who leaves: no horizon is over yet, or neither a model nor a warning rule proved useful. The churn watch says which.",
            "尚无从判断谁会流失：视野期未结束，或模型与预警规则均未被证明有用。详见流失预警。"
          );
    return panel({title, body: empty({title: t("No risk yet", "尚无风险数值"), text})});
  }
  const title = {
    high: t("Why is the risk high?", "为何风险高？"),
    medium: t("What does the risk rest on?", "风险从何而来？"),
    low: t("Why is the risk low?", "为何风险低？")
  }[p.band ?? "medium"];
  const ahead = horizonWords(p.horizonDays, c);
  const share = f.share(p.risk, 0);
  const rests =
    p.reasons !== null
      ? t(
          `A model that learnt from past customers foretells it: ${share} chance of no order in the next ${ahead}.`,
          `由以往客户训练的模型预测：未来 ${ahead}内不再下单的概率为 ${share}。`
        )
      : p.warnedOf
        ? t(
            `Of past customers with such a warning, ${share} placed no order in the next ${ahead}.`,
            `过去有此类预警的客户中，${share} 在随后 ${ahead}内未再下单。`
          )
        : t(
            `Of past customers without a warning that tells, ${share} placed no order in the next ${ahead}.`,
            `过去没有有效预警的客户中，${share} 在随后 ${ahead}内未再下单。`
          );
  return panel({
    title,
    sub: rests,
    body: reasons(reasonsOf(view, c)),
    note:
      p.reasons === null
        ? t(
            "The share of past customers with the same warnings; the facts explain it and do not enter it one by one.",
            "取有相同预警的以往客户的流失比例；所列事实仅供参考，不逐项计入。"
          )
        : t(
            "Full marks: what raises the model's risk, the most first. Empty ones: known, but not what raises it.",
            "实心标记为推高模型风险的因素，作用最大者在前；空心标记为已知但未推高风险的事实。"
          )
  });
}
