import {kpis, type Html, type Kpi} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {defined} from "./defined.ts";
import type {MonthRow, Summary} from "./rows.ts";

/** Six numbers: members, points, liability, what is redeemed of what is earned, what is never redeemed, what expires soon. */
export const kpiStrip = (summary: Summary, months: readonly MonthRow[], c: Context): Html =>
  kpis(
    [
      membersKpi(summary, c),
      outstandingKpi(summary, months, c),
      liabilityKpi(summary, c),
      redemptionKpi(summary, c),
      breakageKpi(summary, c),
      expiringKpi(summary, c)
    ],
    c
  );

const few = ({t, f, minCell}: Context) => t(`fewer than ${f.count(minCell)}`, `不足 ${f.count(minCell)} 位`);

function membersKpi({members, active_members: active, redeeming_members: redeeming}: Summary, c: Context): Kpi {
  const {t, f, minCell} = c;
  return {
    label: t("Active members", "活跃会员"),
    href: "#tiers",
    definition: defined("active-member", c),
    value: isWithheld(active, minCell) ? f.missing : f.kpi(active),
    versus: isWithheld(active, minCell)
      ? few(c)
      : t(
          `${f.share(active / members, 0)} of ${f.count(members)}`,
          `占 ${f.count(members)} 位的 ${f.share(active / members, 0)}`
        ),
    note: isWithheld(redeeming, minCell)
      ? t(`${few(c)} redeemed in 365 days`, `近 365 天兑换者${few(c)}`)
      : t(`${f.count(redeeming)} redeemed in 365 days`, `近 365 天兑换 ${f.count(redeeming)} 位`)
  };
}

function outstandingKpi(summary: Summary, months: readonly MonthRow[], c: Context): Kpi {
  const {t, f} = c;
  const inOrder = months.toSorted((a, b) => +a.points_month - +b.points_month);
  const before = inOrder.at(-13)?.closing_points;
  const change = before === undefined ? null : (inOrder.at(-1)?.closing_points ?? 0) - before;
  return {
    label: t("Outstanding points", "未用积分"),
    href: "#account",
    definition: defined("outstanding-points", c),
    value: f.kpi(summary.outstanding_points),
    delta: change ? {value: change, text: f.count(Math.abs(change))} : undefined,
    versus: change === null ? undefined : t("in 12 months", "较 12 个月前"),
    note: !summary.books_expiry && t("expiry computed, the ledger books none", "过期为推算，流水未记账"),
    spark: {values: inOrder.slice(-24).map(({closing_points: points}) => points)}
  };
}

function liabilityKpi({liability, face_value: face}: Summary, c: Context): Kpi {
  const {t, f} = c;
  return {
    label: t("Liability", "积分负债"),
    href: "#age",
    definition: defined("points-liability", c),
    value: liability === null ? f.missing : f.money(liability),
    versus:
      face === null
        ? t("set loyalty.point_value", "请配置 loyalty.point_value")
        : t(`${f.money(face)} if all were redeemed`, `若全部兑换为 ${f.money(face)}`)
  };
}

function redemptionKpi(summary: Summary, c: Context): Kpi {
  const {t, f} = c;
  return {
    label: t("Redeemed ÷ earned", "兑换 ÷ 获得"),
    href: "#cohorts",
    definition: defined("redemption-rate", c),
    value: f.share(summary.redemption_rate_365d, 0),
    versus: t("in 365 days", "近 365 天"),
    note: t(
      `${f.count(summary.redeemed_points_365d)} of ${f.count(summary.earned_points_365d)} points`,
      `${f.count(summary.redeemed_points_365d)} / ${f.count(summary.earned_points_365d)} 积分`
    )
  };
}

function breakageKpi(summary: Summary, c: Context): Kpi {
  const {t, f} = c;
  const {breakage_share: share, breakage_source: source} = summary;
  return {
    label: t("Breakage", "损耗率"),
    href: "#age",
    definition: defined("breakage", c),
    value: f.share(share, 0),
    versus: {
      learnt: t("of the points outstanding", "未用积分中"),
      configured: t("as configured", "按配置"),
      none: t("too few points have run their course", "已到期积分过少")
    }[source],
    note:
      summary.course_redeemed_share !== null &&
      source !== "none" &&
      t(
        `${f.share(1 - summary.course_redeemed_share, 0)} when fresh (${f.shareRange(1 - (summary.course_redeemed_high ?? summary.course_redeemed_share), 1 - (summary.course_redeemed_low ?? summary.course_redeemed_share), 0)})`,
        `新获时 ${f.share(1 - summary.course_redeemed_share, 0)}（${f.shareRange(1 - (summary.course_redeemed_high ?? summary.course_redeemed_share), 1 - (summary.course_redeemed_low ?? summary.course_redeemed_share), 0)}）`
      )
  };
}

function expiringKpi(summary: Summary, c: Context): Kpi {
  const {t, f, minCell} = c;
  const isHidden = isWithheld(summary.expiring_members, minCell);
  return {
    label: t("Expire within 90 days", "90 天内到期"),
    href: "#expiring",
    value: isHidden ? f.missing : f.kpi(summary.expiring_points),
    unit: !isHidden && t(" points", " 积分"),
    versus: isHidden
      ? few(c)
      : t(`of ${f.count(summary.expiring_members)} members`, `${f.count(summary.expiring_members)} 位会员`)
  };
}
