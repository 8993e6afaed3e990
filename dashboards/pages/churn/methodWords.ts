import type {Locale} from "../../format/locale.ts";
import type {Method} from "./rows.ts";

/** Methods in the order of the page: the models, then the simple rules that they are held against. */
export const methods: readonly Method[] = ["trees", "logistic", "alive", "recency", "base"];

/** What a method is called. */
export const methodName = (method: Method, {t}: Pick<Locale, "t">): string =>
  ({
    trees: t("Boosted trees", "提升树"),
    logistic: t("Logistic regression", "逻辑回归"),
    alive: t("P(alive) alone", "仅看 P(活跃)"),
    recency: t("Silence alone", "仅看沉默天数"),
    base: t("One share for all", "统一比例")
  })[method];

/** The same inside a sentence. */
export const methodInSentence = (method: Method, {t}: Pick<Locale, "t">): string =>
  ({
    trees: t("boosted trees", "提升树"),
    logistic: t("logistic regression", "逻辑回归"),
    alive: t("P(alive) alone", "仅看 P(活跃)"),
    recency: t("days of silence alone", "仅看沉默天数"),
    base: t("one share for everybody", "对所有人用同一比例")
  })[method];
