import type {Locale} from "../../format/locale.ts";

const published: Record<string, string> = {
  bg_nbd: "BG/NBD",
  mbg_nbd: "MBG/NBD",
  pareto_nbd: "Pareto/NBD",
  gamma_gamma: "Gamma–Gamma"
};

/** A model as it is called in the literature, or what a simple forecast does. */
export const modelWords = (model: string, {t}: Pick<Locale, "t">): string =>
  published[model] ?? {naive: t("Own pace so far", "自身以往速度"), base: t("Mean of all", "全体平均")}[model] ?? model;
