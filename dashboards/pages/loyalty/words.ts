import {noTier} from "../../../models/intermediate/int_loyalty_tier.ts";
import {outside} from "../../../models/marts/outsideSegments.ts";
import type {Locale} from "../../format/locale.ts";
import type {Fault} from "./rows.ts";

/** The name of a tier, or of where members are who have none. */
export const tierName = (tier: string, {t}: Pick<Locale, "t">): string =>
  ({[noTier]: t("No tier", "无等级"), [outside.new]: t("New members", "新会员")})[tier] ?? tier;

/** What does not add up, in words. */
export const faultName = (fault: Fault, {t}: Pick<Locale, "t">): string =>
  ({
    redeemed_before_earned: t("Redeemed more than was there", "兑换超过余额"),
    taken_beyond_balance: t("Expired or corrected more than was there", "过期或冲减超过余额"),
    balance_below_zero: t("Members with a balance below zero", "余额为负的会员"),
    balance_disagrees: t("Balance does not follow from the entries", "余额与流水不符"),
    opening_balance: t("First balance is not the first entry", "首个余额与首条流水不符"),
    unknown_member: t("Entries that name nobody", "无法识别会员的流水"),
    expires_before_gained: t("Expire before they were gained", "到期早于获得"),
    late_end: t("Expire later than they say", "晚于所载到期日"),
    overdue: t("Past their date, not expired in the ledger", "已到期而未记账"),
    no_points: t("Entries of no points", "积分为零的流水")
  })[fault];

/** Why it happens and what to do. */
export const faultAdvice = (fault: Fault, {t}: Pick<Locale, "t">): string =>
  ({
    redeemed_before_earned: t(
      "Earlier entries are missing; taken from what is earned next.",
      "缺少更早的流水；从之后获得的积分中扣除。"
    ),
    taken_beyond_balance: t(
      "Earlier entries are missing or were rejected; taken from what is earned next.",
      "缺少或拒收了更早的流水；从之后获得的积分中扣除。"
    ),
    balance_below_zero: t("They owe points; not part of what is outstanding.", "会员欠分；不计入未用积分。"),
    balance_disagrees: t(
      "Entries are missing between two balances; deliver them, or look at the rejected rows.",
      "两次余额之间缺少流水；请补送，或查看被拒收的行。"
    ),
    opening_balance: t("Points from before the export; deliver older entries.", "含导出之前的积分；请补送更早的流水。"),
    unknown_member: t("They count nowhere; map customer_key, email or phone.", "未计入；请映射会员编号、邮箱或电话。"),
    expires_before_gained: t("They lapse at once.", "立即失效。"),
    late_end: t(
      "Older points outlive them, and the oldest are used first.",
      "更早的积分更晚到期，且先使用最早的积分。"
    ),
    overdue: t("Still outstanding; the programme has not booked them.", "仍计为未用；系统尚未记账。"),
    no_points: t("They change nothing.", "不影响余额。")
  })[fault];
