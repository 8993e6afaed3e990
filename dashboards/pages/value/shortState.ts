import type {Locale} from "../../format/locale.ts";
import type {State} from "./rows.ts";

/** A state in a few words, for a row of a table. */
export const shortState = (state: State, {t}: Locale): string =>
  ({
    fitted: t("fitted", "已拟合"),
    fallback: t("stands in", "代替"),
    too_few: t("too few customers", "客户过少"),
    one_time_only: t("nobody came back", "无人回头"),
    not_converged: t("did not settle", "未收敛"),
    no_spend: t("no spend", "无金额"),
    short_history: t("history too short", "历史过短")
  })[state];
