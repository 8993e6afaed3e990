import type {Locale} from "../../format/locale.ts";
import {causeName} from "../service/words.ts";

/** What goes with detraction, inside a sentence; themes by their names. */
export function driverWords(
  {driver, value}: {driver: string; value: string},
  {t}: Pick<Locale, "t">,
  labels: Readonly<Record<string, string>> = {}
): string {
  const named = value === "any" ? "" : causeName(value, {t});
  switch (driver) {
    case "bad_service":
      return (
        {
          reopened: t("a ticket that was reopened", "工单被重开"),
          rated_bad: t("a ticket rated bad", "工单被差评"),
          late: t("a ticket solved late", "工单超时解决")
        }[value] ?? t("any bad service event", "任一糟糕的服务经历")
      );
    case "late_reply":
      return t("a first reply that came late", "首次回复超时");
    case "open_ticket":
      return t("a ticket still open", "有未结工单");
    case "ticket":
      return t("any ticket", "任一工单");
    case "refund":
      return t("a refund", "退款");
    case "category":
      return t(`a ticket about ${named}`, `关于${named}的工单`);
    case "theme":
      return t(`writing about ${(labels[value] ?? named).toLowerCase()}`, `提到${labels[value] ?? named}`);
    default:
      return [driver.replaceAll("_", " "), named].filter(Boolean).join(" ");
  }
}
