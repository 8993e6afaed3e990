import {empty, panel, reasons, type Html, type Reason} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {horizonWords, type View} from "./view.ts";

/** How full the mark of a reason is that the risk does not count. */
const known = 0.1;

/** What raises or lowers the risk, strongest first, fact before the usual. */
export function reasonsOf({profile: p}: View, {t, f}: Locale): Reason[] {
  const list: Reason[] = [];
  if (p.usualGapDays !== null && p.silentDays !== null) {
    const usual = p.hasOwnRhythm
      ? t(`own rhythm is ${f.number(p.usualGapDays)}`, `自身节奏为 ${f.days(p.usualGapDays)}`)
      : t(`others usually return after ${f.number(p.usualGapDays)}`, `他人通常 ${f.days(p.usualGapDays)}后再购`);
    list.push({
      text: t(`no order for ${f.days(p.silentDays)}; ${usual}`, `已 ${f.days(p.silentDays)}未下单；${usual}`),
      weight: 1,
      lowers: p.band === "low"
    });
  }
  list.push({
    text: t(`${f.count(p.orders)} ${p.orders === 1 ? "order" : "orders"} so far`, `至今 ${f.count(p.orders)} 单`),
    weight: 1,
    lowers: p.orders >= 4
  });
  const before = p.ordersPrevious90d;
  if (before !== null && before !== p.orders90d) {
    list.push({
      text: t(
        `${f.count(p.orders90d)} ${p.orders90d === 1 ? "order" : "orders"} in the last 90 days; ${f.count(before)} in the 90 before`,
        `近 90 天 ${f.count(p.orders90d)} 单；此前 90 天 ${f.count(before)} 单`
      ),
      weight: known,
      lowers: p.orders90d > before
    });
  }
  if (p.lastNpsScore !== null && (p.lastNpsScore <= 6 || p.lastNpsScore >= 9)) {
    const previous =
      p.previousNpsScore === null ? "" : t(`; before ${p.previousNpsScore}`, `；上次 ${p.previousNpsScore}`);
    list.push({
      text: t(`last rating ${p.lastNpsScore} of 10${previous}`, `最近评分 ${p.lastNpsScore}（满分 10）${previous}`),
      weight: known,
      lowers: p.lastNpsScore >= 9
    });
  }
  if (p.tickets90d > 0) {
    list.push({
      text: t(
        `${f.count(p.tickets90d)} ${p.tickets90d === 1 ? "ticket" : "tickets"} in the last 90 days`,
        `近 90 天 ${f.count(p.tickets90d)} 张工单`
      ),
      weight: known
    });
  }
  return list;
}

/** Why the risk is what it is. */
export function riskPanel(view: View, c: Locale): Html {
  const {profile: p} = view;
  const {t, f} = c;
  if (p.risk === null || p.horizonDays === null) {
    const title = t("How high is the risk?", "风险有多高？");
    const text =
      p.orders === 0
        ? t("There is a risk from the first order on.", "首单之后才有风险。")
        : t("No horizon has closed yet, so past rates are not known.", "尚无已结束的视野期，无法得知历史流失率。");
    return panel({title, body: empty({title: t("No risk yet", "尚无风险数值"), text})});
  }
  const title = {
    high: t("Why is the risk high?", "为何风险高？"),
    medium: t("What does the risk rest on?", "风险从何而来？"),
    low: t("Why is the risk low?", "为何风险低？")
  }[p.band ?? "medium"];
  const ahead = horizonWords(p.horizonDays, c);
  const rests = p.isBandSeen
    ? t(
        `Of past customers as silent and with as many orders, ${f.share(p.risk, 0)} placed none in the next ${ahead}.`,
        `过去沉默程度与订单数相近的客户中，${f.share(p.risk, 0)} 在随后 ${ahead}内未再下单。`
      )
    : t(
        `No past customer was as silent with as many orders: the rate of all customers stands in, ${f.share(p.risk, 0)} within ${ahead}.`,
        `过去没有沉默程度与订单数相近的客户，以全体客户的比率代替：${ahead}内 ${f.share(p.risk, 0)}。`
      );
  return panel({
    title,
    sub: rests,
    body: reasons(reasonsOf(view, c)),
    note: t(
      "Days of silence and number of orders make the risk; own rhythm, trend, rating and tickets explain it and do not enter it.",
      "风险由沉默天数与订单数决定；自身节奏、趋势、评分与工单仅供参考，不计入风险。"
    )
  });
}
