import {empty, facts, panel, type Content, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {consentWords} from "../contact.ts";
import {contactWay} from "./sourceWords.ts";
import type {View} from "./view.ts";

type Row = [term: string, value: Content];

const joined = (parts: (string | false | null)[], {t}: Locale): string =>
  parts.filter((part) => part !== false && part !== null && part !== "").join(t("; ", "；"));

function contactRows({profile: p, asOf, has}: View, c: Locale): Row[] {
  const {t, f} = c;
  const rows: Row[] = [];
  if (p.lastContactOn !== null) {
    const ago = Math.round((asOf.getTime() - new Date(p.lastContactOn).getTime()) / 86_400_000);
    const way = p.lastContactChannel && contactWay(p.lastContactChannel, c);
    rows.push([t("Last contact", "最近联系"), joined([f.daysAgo(ago), way, f.date(p.lastContactOn)], c)]);
  } else if (has.tickets || has.feedback || has.activities)
    rows.push([t("Last contact", "最近联系"), t("none so far", "至今没有")]);
  if (p.nextContactOn !== null)
    rows.push([t("Next contact", "下次联系"), joined([f.date(p.nextContactOn), p.nextContactAbout], c)]);
  else if (has.activities) rows.push([t("Next contact", "下次联系"), t("none planned", "未安排")]);
  const consent = consentWords(p, c);
  if (consent !== null || has.marketing) rows.push([t("Consent", "联系许可"), consent ?? t("not known", "未知")]);
  return rows;
}

function serviceRows({profile: p, has}: View, c: Locale): Row[] {
  const {t, f} = c;
  const rows: Row[] = [];
  if (has.tickets && p.tickets > 0) {
    const reopened =
      p.reopenedTickets > 0 && t(`${f.count(p.reopenedTickets)} reopened`, `${f.count(p.reopenedTickets)} 张曾重开`);
    const open = t(`${f.count(p.openTickets)} open`, `${f.count(p.openTickets)} 张未结`);
    rows.push([
      t("Tickets", "工单"),
      joined([t(f.count(p.tickets), `${f.count(p.tickets)} 张`), p.openTickets > 0 && open, reopened], c)
    ]);
    rows.push([
      t("Median time to solve", "解决时长中位数"),
      p.medianResolutionHours === null ? t("none solved yet", "尚无已解决工单") : f.hours(p.medianResolutionHours, 1)
    ]);
  }
  const answers: [label: string, score: string | null, on: string | null][] = [
    [
      t("Last NPS answer", "最近 NPS 评分"),
      p.lastNpsScore === null ? null : t(`${p.lastNpsScore} of 10`, `${p.lastNpsScore}（满分 10）`),
      p.lastNpsOn
    ],
    [t("Last CSAT answer", "最近 CSAT 评分"), p.lastCsatScore === null ? null : f.count(p.lastCsatScore), p.lastCsatOn],
    [
      t("Last public rating", "最近公开评级"),
      p.lastRatingScore === null ? null : f.count(p.lastRatingScore),
      p.lastRatingOn
    ]
  ];
  for (const [label, score, on] of answers) if (score !== null) rows.push([label, joined([score, f.date(on)], c)]);
  return rows;
}

function salesRows({profile: p}: View, c: Locale): Row[] {
  const {t, f} = c;
  const rows: Row[] = [];
  const most = [p.category, p.salesChannel].filter((part) => part !== null);
  if (most.length > 0) rows.push([t("Buys most", "最常购买"), most.join(t(", ", "，"))]);
  if (p.refunded > 0) rows.push([t("Refunded on orders", "订单已退款"), f.moneyExact(p.refunded, 2)]);
  if (p.pointsBalance !== null || p.loyaltyTier !== null)
    rows.push([t("Points", "积分"), joined([f.number(p.pointsBalance), p.loyaltyTier], c)]);
  if (p.activeSubscriptions > 0) {
    const price = t(`${f.moneyExact(p.recurringRevenue, 2)} a month`, `每月 ${f.moneyExact(p.recurringRevenue, 2)}`);
    rows.push([t("Active subscriptions", "有效订阅"), joined([f.count(p.activeSubscriptions), price], c)]);
  }
  if (p.openDeals > 0)
    rows.push([t("Open deals", "进行中商机"), joined([f.count(p.openDeals), f.moneyExact(p.openDealAmount)], c)]);
  return rows;
}

/** How things stand: contact and consent, service and answers, what they buy and hold. What nothing is known of has no row. */
export function standingPanel(view: View, c: Locale): Html {
  const {t} = c;
  const rows = [...contactRows(view, c), ...serviceRows(view, c), ...salesRows(view, c)];
  return panel({
    title: t("How do things stand?", "目前状况如何？"),
    span: 5,
    body:
      rows.length > 0
        ? facts(rows)
        : empty({
            title: t("Nothing known yet", "尚无信息"),
            text: t("Exports of service, marketing or loyalty say more.", "载入服务、营销或会员数据后可知更多。")
          })
  });
}
