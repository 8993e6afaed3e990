import type {Locale} from "../../../format/locale.ts";
import {instrumentName} from "../words.ts";
import type {CaseRow} from "./rows.ts";

type T = Locale["t"];

export const origins = ["detractor", "low_rating", "complaint"] as const;
export const states = ["overdue", "open", "repeated", "followed_up", "recovered"] as const;

/** What a case began with. */
export const originName = (origin: string, {t}: {t: T}): string =>
  ({
    detractor: t("detractor", "贬损者"),
    low_rating: t("low rating", "低分"),
    complaint: t("complaint", "投诉")
  })[origin] ?? origin;

/** Where a case stands. */
export const stateName = (state: string, {t}: {t: T}): string =>
  ({
    overdue: t("overdue", "已逾期"),
    open: t("open", "待回访"),
    repeated: t("unhappy again", "再次不满"),
    followed_up: t("followed up", "已回访"),
    recovered: t("better next time", "下次评分好转")
  })[state] ?? state;

/** How somebody came back. */
export const contactName = (kind: string | null, {t}: {t: T}): string =>
  ({
    reply: t("reply to a ticket", "工单回复"),
    call: t("call", "电话"),
    mail: t("e-mail", "邮件"),
    meeting: t("meeting", "会面"),
    visit: t("visit", "拜访"),
    message: t("message", "消息")
  })[kind ?? ""] ??
  kind ??
  "";

/** An answer with its question: "NPS 3". */
export const answerWords = (
  instrument: CaseRow["instrument"],
  score: number | null,
  locale: Pick<Locale, "t" | "f">
): string =>
  instrument === null || score === null ? "" : `${instrumentName(instrument, locale)} ${locale.f.number(score)}`;
