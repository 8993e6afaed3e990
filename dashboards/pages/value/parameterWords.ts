import type {Locale} from "../../format/locale.ts";

/** Parameters as the papers list them. */
export const parameterOrder = ["r", "alpha", "s", "beta", "a", "b", "p", "q", "gamma", "mean_spend"] as const;

const greek: Record<string, string> = {alpha: "α", beta: "β", gamma: "γ"};

/** A parameter by the letter of the papers; what stands in for them by its name. */
export const parameterWords = (parameter: string, {t}: Pick<Locale, "t">): string =>
  parameter === "mean_spend" ? t("mean of all", "全体平均") : (greek[parameter] ?? parameter);
