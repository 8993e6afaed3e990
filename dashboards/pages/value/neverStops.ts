import type {Locale} from "../../format/locale.ts";
import type {SummaryRow} from "./rows.ts";
import type {StateWords} from "./stateWords.ts";

/** From this mean probability on, the model holds nobody for lost. */
const EVERYBODY = 0.995;

/** A model that finds nobody who stopped for good takes every silence for a long gap; null where it finds some. */
export function neverStops({alive_customers: alive, customers}: SummaryRow, {t}: Locale): StateWords | null {
  if (alive === null || alive < EVERYBODY * customers) return null;
  return {
    title: t("The model sees nobody stop", "模型认为无人离开"),
    text: t(
      "In this history it finds no customer who stopped for good, so it takes every silence for a long gap. Read the value as an upper end, and trust no probability of still being a customer.",
      "在这段历史中模型未发现永久停止的客户，因而把沉默一律视为长间隔。请把该价值看作上限，“仍是客户”的概率亦不可取信。"
    )
  };
}
