import type {Locale} from "../../format/locale.ts";
import type {State, SummaryRow} from "./rows.ts";

/** Why nothing, or less than usual, can be foretold: what is the case, and what would change it. */
export interface StateWords {
  title: string;
  text: string;
}

type Say = (summary: SummaryRow, locale: Locale) => StateWords;

const states: Record<Exclude<State, "fitted">, Say> = {
  too_few: ({customers, one_time_customers: once}, {t, f}) => ({
    title: t("Too few customers", "客户过少"),
    text: t(
      `${f.count(customers)} customers have bought, ${f.count(customers - once)} of them on a second day. A model of purchases takes 100 customers and 30 who came back; learnt from fewer it would be chance. More history, or the orders of all channels, will fill this page.`,
      `共有 ${f.count(customers)} 位客户购买过，其中 ${f.count(customers - once)} 位在另一日再次购买。购买模型至少需要 100 位客户、30 位回头客；更少则学得的只是偶然。补充更长的历史或各渠道订单后，本页即可填入。`
    )
  }),
  one_time_only: ({customers}, {t, f}) => ({
    title: t("Nobody has bought twice yet", "尚无人购买第二次"),
    text: t(
      `All ${f.count(customers)} customers bought on one day alone. How often customers return, and when they stop, cannot be learnt where none has returned. If they did return, look at the identity page: orders may name no key by which they can be tied together.`,
      `全部 ${f.count(customers)} 位客户都只在一个日子购买过。无人回头，便无从得知客户多久回来、何时停止。若实际有人回头，请查看身份识别页：订单可能缺少可据以归并客户的编号。`
    )
  }),
  short_history: ({history_days: days}, {t, f}) => ({
    title: t("The history is too short", "历史过短"),
    text: t(
      `Orders reach back ${f.days(days)}. A model takes 28 days, and 84 to be tested on a part held out. Load earlier exports.`,
      `订单只有 ${f.days(days)}的历史。模型至少需要 28 天，满 84 天方可留出一部分检验。请载入更早的导出文件。`
    )
  }),
  not_converged: ({customers}, {t, f}) => ({
    title: t("No model settled", "没有模型收敛"),
    text: t(
      `The likelihood of the ${f.count(customers)} customers has no clear greatest value under any of the models, so their parameters would be arbitrary and no forecast is made. This happens where nearly all buy alike, or where one rare event makes up the history. Own pace and cohorts still hold.`,
      `对这 ${f.count(customers)} 位客户，各模型的似然均无明确的最大值，参数将是任意的，因此不作预测。常见于几乎人人购买节奏相同，或历史由一次罕见事件构成。自身节奏与同期群页仍然有效。`
    )
  }),
  no_spend: (_, {t}) => ({
    title: t("Purchases without a value", "有购买，无金额"),
    text: t(
      "Purchases are foretold, money is not: too few repeat purchases carry positive net revenue to learn what a purchase brings. Check that amounts are mapped in perennial.config.ts.",
      "可以预测购买，无法预测金额：带有正净收入的重复购买过少，无从得知每次购买带来多少。请检查 perennial.config.ts 中的金额映射。"
    )
  }),
  fallback: ({reason}, {t}) => ({
    title: t("Another model stands in", "以另一模型代替"),
    text:
      reason === "bound"
        ? t(
            "The model that was wanted settled only at the edge of what its parameters may be; the numbers below rest on another one, or are to be read with care.",
            "所选模型只在参数边界处收敛；以下数字出自另一模型，或须谨慎看待。"
          )
        : t(
            "The likelihood of the model that was wanted has no clear greatest value here; the numbers below rest on another one.",
            "所选模型的似然在此没有明确的最大值；以下数字出自另一模型。"
          )
  })
};

/** A state in words; null where a model was fitted as usual. */
export const stateWords = (summary: SummaryRow, locale: Locale): StateWords | null =>
  summary.state === "fitted" ? null : states[summary.state](summary, locale);
