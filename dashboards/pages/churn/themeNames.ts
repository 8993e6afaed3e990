import type {Theme} from "../../../models/churn/catalogue.ts";
import type {Locale} from "../../format/locale.ts";

/** What features that say one thing in several ways are called together. */
export const themeName = (theme: Theme, {t}: Pick<Locale, "t">): string =>
  ({
    silence: t("Silence", "沉默"),
    frequency: t("How often they buy", "购买频次"),
    trend: t("More or less of late", "近期增减"),
    rhythm: t("Rhythm", "节奏"),
    tenure: t("Time as a customer", "客龄"),
    order_value: t("What they spend", "消费金额"),
    complaints: t("Complaints", "投诉"),
    service: t("Service", "服务"),
    score: t("Ratings", "评分"),
    marketing: t("Campaigns", "营销响应"),
    points: t("Points", "积分"),
    refunds: t("Refunds", "退款"),
    season: t("Time of year", "季节")
  })[theme];
