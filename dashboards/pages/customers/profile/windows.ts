import {panel, table, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {aroundOf} from "./eventWords.ts";
import {countOf, type Happened, type View} from "./view.ts";

type Window = [row: string, d30: string, d90: string, d365: string, ever: string];

/** How much of everything there was in the last 30, 90 and 365 days and so far; what the company has not loaded has no row. */
export function windowsPanel({profile: p, events, asOf, has}: View, c: Locale): Html {
  const {t, f} = c;
  const counted = (name: string, isCounted: (event: Happened) => boolean): Window => {
    const chosen = events.filter(isCounted);
    const within = (days?: number) => f.count(countOf(chosen, asOf, days));
    return [name, within(30), within(90), within(365), within()];
  };
  const whole = (name: string, ...values: number[]) => [name, ...values.map((value) => f.count(value))] as Window;
  const rows: Window[] = [
    whole(t("Orders", "订单"), p.orders30d, p.orders90d, p.orders365d, p.orders),
    [
      t("Net revenue", "净收入"),
      ...[p.netRevenue30d, p.netRevenue90d, p.netRevenue365d, p.netRevenue].map((value) => f.moneyExact(value))
    ] as Window
  ];
  if (has.tickets) rows.push(whole(t("Tickets", "工单"), p.tickets30d, p.tickets90d, p.tickets365d, p.tickets));
  if (has.feedback) rows.push(counted(t("Answers", "评分"), ({kind}) => kind === "feedback"));
  if (has.marketing) {
    const {opened} = aroundOf(events);
    rows.push(counted(t("Messages sent", "发出消息"), ({kind}) => kind === "sent"));
    if (events.some(({kind}) => kind === "sent"))
      rows.push(
        counted(t("of these, opened", "其中已打开"), ({kind, reference}) => kind === "sent" && opened.has(reference))
      );
  }
  const ends = f.date(asOf);
  return panel({
    title: t("Is it more or less than before?", "近来多了还是少了？"),
    sub: t(`Windows that end on ${ends}, that day included`, `各窗口截至${ends}（含当日）`),
    span: 7,
    body: table({
      caption: t("By window", "按窗口"),
      id: "windows",
      columns: [
        t("What", "项目"),
        {head: t("30 days", "30 天"), right: true},
        {head: t("90 days", "90 天"), right: true},
        {head: t("365 days", "365 天"), right: true},
        {head: t("So far", "累计"), right: true}
      ],
      rows
    })
  });
}
