import {z} from "zod";
import type {Column} from "../../../warehouse/columns.ts";
import type {Locale} from "../../format/locale.ts";

type Say = Pick<Locale, "t" | "lang">;

/** What a value of a column is, in a word: "share", "amount", "one of low, medium, high". */
export function typeWords({sql, unit, schema}: Column, {t, lang}: Say): string {
  if (schema instanceof z.ZodEnum) {
    const words = (schema.options as string[]).join(lang === "zh" ? "、" : ", ");
    return t(`one of ${words}`, `取值：${words}`);
  }
  const whole = sql === "bigint" || sql === "integer";
  if (unit === "days") return whole ? t("whole days", "整天数") : t("days", "天数");
  if (unit === "hours") return t("hours", "小时数");
  if (unit === "share") return t("share, 0 to 1", "占比，0 至 1");
  if (unit === "score 1–5") return t("score, 1 to 5", "得分，1 至 5");
  if (unit === "month") return t("month", "月份");
  const plain: Record<Column["sql"], string> = {
    varchar: t("text", "文本"),
    boolean: t("yes or no", "是/否"),
    integer: t("whole number", "整数"),
    bigint: t("whole number", "整数"),
    double: t("number", "数值"),
    money: t("amount", "金额或数量"),
    date: t("business day", "业务日期"),
    timestamp: t("instant, UTC", "UTC 时刻")
  };
  return plain[sql];
}

/** Who may see a column; nothing where everybody may. */
export function privacyWords({privacy}: Pick<Column, "privacy">, {t}: Say): string | undefined {
  if (privacy === "pseudonymous") return t("pseudonymous", "假名化");
  return privacy === "personal" ? t("personal", "个人信息") : undefined;
}
