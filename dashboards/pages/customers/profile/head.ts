import {banner, chip, html, pageHead, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {consentWords} from "../contact.ts";
import {className, partyName, segmentName, stageName} from "../words.ts";
import {horizonWords, type View} from "./view.ts";

/** What is to be said of a customer in two sentences: the risk with its interval, what is at stake, how long the silence is. */
export function profileFinding({profile: p}: View, c: Locale): Html {
  const {t, f} = c;
  if (p.orders === 0) {
    const since = p.firstSeenOn
      ? t(` First seen ${f.date(p.firstSeenOn)}.`, `首次出现于${f.date(p.firstSeenOn)}。`)
      : "";
    const cancelled =
      p.cancelledOrders > 0 &&
      t(` Orders cancelled: ${f.count(p.cancelledOrders)}.`, `已取消订单：${f.count(p.cancelledOrders)}。`);
    return html`<b>${t("No order yet.", "尚无订单。")}</b>${since}${cancelled}`;
  }
  const silence = t(`Last order ${f.daysAgo(p.silentDays)}`, `最近下单：${f.daysAgo(p.silentDays)}`);
  const rhythm =
    p.medianGapDays === null
      ? p.orders === 1
        ? t(", the only one so far.", "，也是至今唯一一单。")
        : t(", no rhythm yet.", "，尚无节奏。")
      : t(`; the usual gap is ${f.days(p.medianGapDays)}.`, `；惯常间隔 ${f.days(p.medianGapDays)}。`);
  if (p.risk === null || p.horizonDays === null) return html`<b>${silence}</b>${rhythm}`;
  const ahead = horizonWords(p.horizonDays, c);
  const lead = {
    high: t("Likely lost:", "很可能流失："),
    medium: t("In doubt:", "尚难判断："),
    low: t("Likely to come back:", "很可能回购：")
  }[p.band ?? "medium"];
  const range =
    p.riskLow !== null &&
    p.riskHigh !== null &&
    t(
      ` (${f.share(p.riskLow, 0)} to ${f.share(p.riskHigh, 0)})`,
      `（${f.share(p.riskLow, 0)} 至 ${f.share(p.riskHigh, 0)}）`
    );
  const stake = p.valueAtRisk ? t(`, ${f.money(p.valueAtRisk)} at stake`, `，风险价值 ${f.money(p.valueAtRisk)}`) : "";
  const chance = t(
    ` ${f.share(p.risk, 0)} chance of no order in ${ahead}`,
    `未来 ${ahead}内不再下单的概率为 ${f.share(p.risk, 0)}`
  );
  return html`<b>${lead}</b>${chance}${range}${stake}${t(". ", "。")}${silence}${rhythm}`;
}

function chipsOf({profile: p}: View, c: Locale): Html[] {
  const {t, f} = c;
  return [
    p.party === "organisation" && partyName(p.party, t),
    p.segment && t(`segment ${segmentName(p.segment, t)}`, `分群：${segmentName(p.segment, t)}`),
    p.orders > 0 && p.abc && t(`class ${className(p.abc)}`, `等级 ${className(p.abc)}`),
    p.stage && t(`stage ${stageName(p.stage, t)}`, `阶段：${stageName(p.stage, t)}`),
    p.firstOrderOn && t(`since ${f.month(p.firstOrderOn)}`, `自${f.month(p.firstOrderOn)}起`),
    consentWords(p, c)
  ].flatMap((text) => (text ? [chip(text)] : []));
}

/** Way back, key, chips, finding. */
export function profileHead(view: View, c: Locale): Html {
  const {profile: p, buyers, askedFor} = view;
  const {t, f} = c;
  const rank =
    p.revenueRank !== null &&
    t(
      ` · rank ${f.count(p.revenueRank)} of ${f.count(buyers)} by net revenue`,
      ` · 净收入第 ${f.count(p.revenueRank)} 名，共 ${f.count(buyers)} 位买家`
    );
  const moved =
    askedFor &&
    banner(
      html`<b>${askedFor}</b> ${t("is now", "现为")} <b>${p.key}</b>${t(
          ": both keys were found to be one customer.",
          "：两个编号已确认为同一客户。"
        )}`
    );
  return html`${moved}${pageHead({
    eyebrow: html`<a href="?" data-back>${t("All customers", "全部客户")}</a>${rank}`,
    title: p.key,
    chips: chipsOf(view, c),
    finding: profileFinding(view, c)
  })}`;
}
