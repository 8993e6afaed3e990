import type {Locale} from "../../format/locale.ts";

type Says = Pick<Locale, "t">;

/** What is to be done. */
export const kindName = (kind: string, {t}: Says): string =>
  ({
    complaint: t("answer a complaint", "回复投诉"),
    detractor: t("call back the unhappy", "回访不满客户"),
    notice: t("keep a contract", "挽留合同"),
    follow_up: t("follow up", "跟进"),
    deal: t("move a deal", "推进商机"),
    renewal: t("renew a contract", "续约"),
    churn_call: t("call to keep", "流失挽留"),
    replenishment: t("offer a refill", "提醒补货"),
    points_expiring: t("remind of points", "积分到期提醒"),
    win_back: t("win back", "唤回"),
    anniversary: t("anniversary", "首单周年"),
    birthday: t("birthday", "生日")
  })[kind] ?? kind;

/** How the customer may be reached. */
export const wayName = (way: string, {t}: Says): string =>
  ({
    email: t("agreed to e-mail", "同意邮件"),
    text: t("agreed to text messages", "同意短信"),
    call: t("agreed to calls", "同意电话"),
    none: t("no consent to marketing", "未同意营销")
  })[way] ?? way;

export const dues = ["overdue", "today", "week", "later"] as const;
export type Due = (typeof dues)[number];

/** When something is due. */
export const dueName = (due: string, {t}: Says): string =>
  ({
    overdue: t("overdue", "已逾期"),
    today: t("today", "今天"),
    week: t("within 7 days", "7 天内"),
    later: t("later", "更晚")
  })[due] ?? due;
