import type {Locale} from "../../format/locale.ts";
import {horizonWords} from "./horizonWords.ts";
import {methodInSentence} from "./methodWords.ts";
import type {StateRow} from "./rows.ts";

/** Which of the two ranks the list, model or warning rules, and why: one sentence with its numbers. */
export function choiceWords(state: StateRow, locale: Locale): string {
  const {t, f} = locale;
  const why = reasonWords(state, locale);
  if (state.uses === "model") {
    const method = methodInSentence(state.method ?? "logistic", locale);
    const {auc, alive_auc: alive} = state;
    const still =
      auc !== null && alive !== null && alive > auc
        ? t(
            ` P(alive) alone told it better still (AUC ${f.number(alive, 3)}), but knows no reasons.`,
            `仅看 P(活跃) 更好（AUC ${f.number(alive, 3)}），但给不出原因。`
          )
        : "";
    return t(
      `The risk is foretold by a model (${method}): ${why}.${still}`,
      `风险由模型（${method}）预测：${why}。${still}`
    );
  }
  if (state.uses === "rules")
    return t(`Warning rules rank the list, not a model: ${why}.`, `名单按预警规则而非模型排列：${why}。`);
  return t(`Neither a model nor a rule ranks here: ${why}.`, `此处既无模型也无规则可用：${why}。`);
}

/** Why it came to that, as part of a sentence. */
export function reasonWords(state: StateRow, locale: Locale): string {
  const {t, f} = locale;
  const horizon = horizonWords(state.horizon_days, locale);
  const number = (value: number | null) => f.number(value, 3);
  switch (state.reason) {
    case "best":
      return t(
        `on ${months(state, locale)} it told who leaves better than days of silence alone (AUC ${number(state.auc)} against ${number(state.recency_auc)}) and its percentages erred less (Brier ${number(state.brier)} against ${number(state.recency_brier)})`,
        `在${months(state, locale)}的检验中，它比只看沉默天数更能判断谁会流失（AUC ${number(state.auc)} 对 ${number(state.recency_auc)}），概率误差也更小（Brier ${number(state.brier)} 对 ${number(state.recency_brier)}）`
      );
    case "not_better":
      return t(
        `on ${months(state, locale)} the better model erred no less than days of silence alone (Brier ${number(state.brier)} against ${number(state.recency_brier)})`,
        `在${months(state, locale)}的检验中，较好的模型误差并不小于只看沉默天数（Brier ${number(state.brier)} 对 ${number(state.recency_brier)}）`
      );
    case "no_skill":
      return t(
        `on ${months(state, locale)} the better model hardly told who leaves (AUC ${number(state.auc)}, 0.5 is chance; it erred ${skill(state, f)} less than one percentage for everybody)`,
        `在${months(state, locale)}的检验中，较好的模型几乎不能判断谁会流失（AUC ${number(state.auc)}，0.5 为随机；误差仅比统一比例小 ${skill(state, f)}）`
      );
    case "no_closed_horizon":
      return t(
        `no month end is ${horizon} old, so nobody knows yet who left`,
        `尚无满 ${horizon}的月末，还无从得知谁已流失`
      );
    case "one_class":
      return t(
        state.churn_share === null || state.churn_share > 0.5
          ? "so far everybody left, so there is nothing to tell apart"
          : "so far nobody left, so there is nothing to tell apart",
        state.churn_share === null || state.churn_share > 0.5
          ? "至今所有客户都已流失，无从区分"
          : "至今无人流失，无从区分"
      );
    case "one_time_only": {
      const left =
        state.churn_share === null
          ? ""
          : t(
              `; at past month ends ${f.share(state.churn_share)} left, whoever they were`,
              `；过去各月末 ${f.share(state.churn_share)} 都未再下单`
            );
      return t(
        `where nearly nobody comes back there is no rhythm that could be broken${left}`,
        `几乎无人回购，便无节奏可言${left}`
      );
    }
    case "too_few":
      return t(
        `${f.count(state.customers)} customers with an order, and the months in which it is known who left, are too few to learn a model from`,
        `有订单的客户仅 ${f.count(state.customers)} 位，已知结果的月份也不足以训练模型`
      );
  }
}

const skill = ({skill}: StateRow, f: Locale["f"]): string => f.share(Math.max(0, skill ?? 0));

/** The snapshots of the test: "9 later month ends". */
const months = ({tested_snapshots: n}: StateRow, {t, f}: Locale): string =>
  t(`${f.count(n)} later month ${n === 1 ? "end" : "ends"}`, `之后 ${f.count(n)} 个月末`);
