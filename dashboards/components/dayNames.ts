import type {Locale} from "../format/locale.ts";

/** Weekdays in short, Monday first. */
export const dayNames = (t: Locale["t"]): string[] => [
  t("Mon", "周一"),
  t("Tue", "周二"),
  t("Wed", "周三"),
  t("Thu", "周四"),
  t("Fri", "周五"),
  t("Sat", "周六"),
  t("Sun", "周日")
];
