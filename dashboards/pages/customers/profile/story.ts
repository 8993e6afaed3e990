import {
  button,
  csvButton,
  empty,
  html,
  panel,
  segmented,
  timeline,
  type EventKind,
  type Html,
  type TimelineEvent
} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import type {EventCode} from "../shape.ts";
import {daysLate, type Happened, type View} from "./view.ts";

/** Which events are shown. */
export type Shown = "all" | "orders" | "service";

const kinds: Record<EventCode, EventKind> = {
  order: "order",
  cancelled: "return",
  ticket: "opened",
  solved: "solved",
  feedback: "feedback"
};
const DAY = 86_400_000;

const isShown = (kind: EventCode, shown: Shown): boolean =>
  shown === "all" || (shown === "orders") === (kind === "order" || kind === "cancelled");

/** An event in words. A solved ticket says how long it took, where its opening is among the events. */
function words(
  {kind, reference, score, detail, at}: Happened,
  opened: ReadonlyMap<string, Date>,
  {t, f}: Locale
): Html {
  const key = html`<b>${reference}</b>`;
  const about = detail && t(`: ${detail}`, `：${detail}`);
  const start = opened.get(reference);
  switch (kind) {
    case "order":
      return html`${t("Order ", "订单 ")}${key}${detail && t(`, ${detail}`, `，${detail}`)}`;
    case "cancelled":
      return html`${t("Order ", "订单 ")}${key}${t(" cancelled", " 已取消")}${detail && t(`, ${detail}`, `，${detail}`)}`;
    case "ticket":
      return html`${t("Ticket ", "工单 ")}${key}${t(" opened", " 已创建")}${about}`;
    case "solved": {
      const days = start && Math.round((at.getTime() - start.getTime()) / DAY);
      const took =
        days === undefined
          ? ""
          : days === 0
            ? t(" on the same day", "，当天")
            : t(` after ${f.days(days)}`, `，用时 ${f.days(days)}`);
      return html`${t("Ticket ", "工单 ")}${key}${t(" solved", " 已解决")}${took}`;
    }
    case "feedback":
      return html`${t(`${detail?.toUpperCase() ?? ""} answer: `, `${detail?.toUpperCase() ?? ""} 评分：`)}<b>${score}</b>${detail === "nps" && t(" of 10", "（满分 10）")}`;
  }
}

/** Everything that happened, newest first, at most `most` of it; a silence beyond the rhythm is the newest event. */
export function story({profile: p, events, asOf}: View, shown: Shown, most: number, c: Locale): Html {
  const {t, f} = c;
  const chosen = events.filter(({kind}) => isShown(kind, shown));
  const opened = new Map(events.filter(({kind}) => kind === "ticket").map(({reference, at}) => [reference, at]));
  const items = chosen.slice(0, most).map((event): TimelineEvent => ({
    at: event.at,
    kind: kinds[event.kind],
    text: words(event, opened, c),
    amount: event.kind === "order" && f.moneyExact(event.amount, 2)
  }));
  if (shown !== "service" && daysLate(p) !== null) {
    const silence = t(
      `${f.days(p.silentDays)} without an order. Own median is ${f.days(p.medianGapDays)}.`,
      `已 ${f.days(p.silentDays)}未下单，自身间隔中位数为 ${f.days(p.medianGapDays)}。`
    );
    items.unshift({at: asOf, kind: "silence", text: silence});
  }
  if (items.length === 0) {
    return empty({
      title: shown === "service" ? t("No ticket and no answer", "无工单与评分") : t("Nothing happened yet", "尚无事件"),
      text: t("Events appear here with the next load of the exports.", "下次载入导出文件后在此显示。")
    });
  }
  const earlier = chosen.length - Math.min(most, chosen.length);
  const next = f.count(Math.min(50, earlier));
  const more =
    earlier > 50
      ? t(`Show ${next} of ${f.count(earlier)} earlier events`, `显示更早的 ${f.count(earlier)} 条中的 ${next} 条`)
      : t(`Show ${next} earlier ${earlier === 1 ? "event" : "events"}`, `显示更早的 ${next} 条`);
  return html`${timeline(t("Events, newest first", "事件，最新在前"), items, c)}
  ${earlier > 0 && html`<p class="button-row">${button({text: more, action: "earlier", kind: "quiet"})}</p>`}`;
}

/** The timeline with its choice of events. */
export function storyPanel(view: View, shown: Shown, most: number, c: Locale): Html {
  const {t} = c;
  const choices = [
    {value: "all", name: t("All", "全部")},
    {value: "orders", name: t("Orders", "订单")},
    {value: "service", name: t("Service", "服务")}
  ];
  return panel({
    title: t("What happened?", "发生过什么？"),
    sub: t("Every order, ticket and answer in one stream", "全部订单、工单与评分，按时间排列"),
    span: 7,
    long: true,
    actions: html`${segmented({name: "events", label: t("Events", "事件"), choices, value: shown})}${csvButton(t("events of this customer", "该客户的事件"))}`,
    body: html`<div data-story>${story(view, shown, most, c)}</div>`
  });
}
