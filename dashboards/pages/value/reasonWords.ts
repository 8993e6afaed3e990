import type {Locale} from "../../format/locale.ts";

/** Why a model is used, or why another one or the mean stands in for it; null where there is nothing to say. */
export const reasonWords = (reason: string | null, {t}: Locale): string | null =>
  reason === null
    ? null
    : ({
        heldout: t("erred least on the part held out", "在留出部分误差最小"),
        likelihood: t("fits the history best; nothing could be held out", "最合历史；无留出部分可供检验"),
        forced: t("named in perennial.config.ts", "由 perennial.config.ts 指定"),
        not_converged: t("its likelihood has no clear greatest value", "似然没有明确的最大值"),
        bound: t("it settled only at the edge of what its parameters may be", "只在参数边界处收敛"),
        few_customers: t("under 100 customers", "不足 100 位客户"),
        few_repeat_buyers: t("under 30 customers came back", "回头客不足 30 位"),
        no_repeat: t("nobody came back", "无人回头"),
        short_history: t("the history is too short", "历史过短"),
        no_revenue: t("purchases bring no positive net revenue", "购买没有正净收入"),
        correlated: t("how much goes with how often, which the model rules out", "金额与频率相关，而模型假设二者无关"),
        infinite_mean: t("the mean spend that it implies is not finite", "所推算的平均金额不是有限值")
      }[reason] ?? reason);
