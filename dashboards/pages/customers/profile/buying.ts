import {empty, numbers, orderBars, panel, rhythm, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {daysBefore, daysLate, gapsOf, type View} from "./view.ts";

/** How many gaps are drawn and how many orders are listed at most. */
const MOST = 60;

/** Orders over time, the time past the own rhythm shaded. */
export function ordersPanel({profile: p, events, asOf}: View, c: Locale): Html {
  const {t, f} = c;
  const orders = events.filter(({kind}) => kind === "order");
  const title = t("When did they buy, and when should they have?", "何时下单，何时本该下单？");
  const oldest = orders.at(-1);
  if (!oldest) {
    const text =
      p.cancelledOrders > 0
        ? t("Every order so far was cancelled.", "至今所有订单均已取消。")
        : t("Orders are drawn here from the first one on.", "首单之后在此绘制订单。");
    return panel({title, span: 8, body: empty({title: t("No order yet", "尚无订单"), text})});
  }
  const late = daysLate(p);
  const from = new Date(Math.min(oldest.at.getTime(), daysBefore(asOf, 90).getTime()));
  const lateWords = late === null ? "" : t(`, ${f.days(late)} late`, `，已迟 ${f.days(late)}`);
  const chart = orderBars(
    {
      label: t(
        `${f.count(orders.length)} orders from ${f.date(oldest.at)} to ${f.date(orders[0]!.at)}${lateWords}`,
        `${f.date(oldest.at)}至${f.date(orders[0]!.at)}共 ${f.count(orders.length)} 单${lateWords}`
      ),
      orders: orders.map(({at, amount}) => ({at, value: Math.max(0, amount ?? 0)})),
      from,
      to: asOf,
      late:
        late === null
          ? undefined
          : {since: daysBefore(asOf, late), text: t(`${f.days(late)} late`, `已迟 ${f.days(late)}`)}
    },
    c
  );
  const listed = orders.slice(0, MOST);
  const table = numbers(
    {
      caption: t("Orders, newest first", "订单，最新在前"),
      columns: [t("Day", "日期"), t("Order", "订单"), {head: t("Net revenue", "净收入"), right: true}],
      rows: listed.map(({at, reference, amount}) => [f.date(at), reference, f.moneyExact(amount, 2)])
    },
    c
  );
  const shaded = late === null ? "" : t("; shaded: past the own median gap", "；阴影：超过自身间隔中位数");
  const rest =
    orders.length > MOST ? t(`The numbers list the last ${MOST} orders.`, `数字表仅列最近 ${MOST} 单。`) : undefined;
  return panel({
    title,
    sub: t(`Net revenue of each order${shaded}`, `每单净收入${shaded}`),
    span: 8,
    body: [chart, table],
    note: rest
  });
}

/** The own gaps against the silence now. */
export function silencePanel({profile: p, events}: View, c: Locale): Html {
  const {t, f} = c;
  const title = t("How unusual is the silence?", "沉默有多反常？");
  if (p.silentDays === null)
    return panel({
      title,
      span: 4,
      body: empty({
        title: t("No order yet", "尚无订单"),
        text: t("A silence begins with an order.", "下单之后才有沉默。")
      })
    });
  const gaps = gapsOf(events);
  const drawn = gaps.slice(-MOST);
  const longer = gaps.filter((gap) => gap < p.silentDays!).length;
  const note =
    gaps.length < 3
      ? undefined
      : longer === gaps.length
        ? t(`Longer than all ${f.count(gaps.length)} gaps so far.`, `比至今全部 ${f.count(gaps.length)} 个间隔都长。`)
        : t(
            `Longer than ${f.count(longer)} of ${f.count(gaps.length)} gaps so far.`,
            `比 ${f.count(gaps.length)} 个间隔中的 ${f.count(longer)} 个长。`
          );
  const last = gaps.length > MOST ? t(`, the last ${MOST}`, `，最近 ${MOST} 个`) : "";
  return panel({
    title,
    sub:
      gaps.length < 3
        ? undefined
        : t(`Days between purchase days, one dot a gap${last}`, `购买日间隔天数，每点一个间隔${last}`),
    span: 4,
    body: rhythm({gaps: drawn, median: p.medianGapDays ?? p.silentDays, now: p.silentDays}, c),
    note
  });
}
