import type {TimelineKind} from "../../../../models/marts/timelineKinds.ts";
import {
  button,
  csvButton,
  empty,
  html,
  panel,
  segmented,
  timeline,
  type Content,
  type Html,
  type TimelineEvent
} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import type {Loaded} from "../shape.ts";
import {aroundOf, eventWords, type Around} from "./eventWords.ts";
import {choices, isShown, markOf, type Shown} from "./happened.ts";
import {daysLate, type Happened, type View} from "./view.ts";

/** Events whose money came or went with another one. */
const withoutMoney = new Set<TimelineKind>(["cancelled", "unsubscribed", "lost"]);

/** Right of an event: its money, or its points with their sign. */
function amountOf({kind, amount, points}: Happened, {t, f}: Locale): Content {
  if (kind === "points" && points !== null) return t(`${f.score(points)} points`, `${f.score(points)} 分`);
  if (amount === null || withoutMoney.has(kind)) return null;
  return kind === "refund" ? f.moneyExact(-amount, 2) : f.moneyExact(amount, 2);
}

/** Openings and clicks are told with their message, where it is there. */
const isTold = ({kind, reference}: Happened, {sent}: Around): boolean =>
  (kind === "opened" || kind === "clicked") && sent.has(reference);

/** Everything that happened, newest first, at most `most` of it; a silence beyond the rhythm is the newest event. */
export function story({profile: p, events, asOf}: View, shown: Shown, most: number, c: Locale): Html {
  const {t, f} = c;
  const around = aroundOf(events);
  const chosen = events.filter((event) => isShown(event.kind, shown) && !isTold(event, around));
  const items = chosen.slice(0, most).map((event): TimelineEvent => ({
    at: event.at,
    kind: markOf(event.kind),
    text: eventWords(event, around, c),
    amount: amountOf(event, c)
  }));
  if ((shown === "all" || shown === "orders") && daysLate(p) !== null) {
    const silence = t(
      `${f.days(p.silentDays)} without an order. Own median is ${f.days(p.medianGapDays)}.`,
      `已 ${f.days(p.silentDays)}未下单，自身间隔中位数为 ${f.days(p.medianGapDays)}。`
    );
    items.unshift({at: asOf, kind: "silence", text: silence});
  }
  if (items.length === 0) {
    return empty({
      title: shown === "all" ? t("Nothing happened yet", "尚无事件") : t("Nothing of this kind yet", "尚无此类事件"),
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

/** What there is to choose from: kinds of which the company has loaded none are not offered. */
function offered(shown: Shown, has: Loaded, {t}: Locale): {value: Shown; name: string}[] {
  const names: Record<Shown, string> = {
    all: t("All", "全部"),
    orders: t("Orders", "订单"),
    service: t("Service", "服务"),
    marketing: t("Marketing", "营销"),
    loyalty: t("Loyalty", "会员")
  };
  const absent = new Set<Shown>([
    ...(has.marketing ? [] : (["marketing"] as const)),
    ...(has.loyalty ? [] : (["loyalty"] as const))
  ]);
  return choices.filter((value) => value === shown || !absent.has(value)).map((value) => ({value, name: names[value]}));
}

/** The timeline with its choice of events. */
export function storyPanel(view: View, shown: Shown, most: number, c: Locale): Html {
  const {t} = c;
  return panel({
    title: t("What happened?", "发生过什么？"),
    sub: t("Every event that the exports tell, in one stream", "导出文件所载的全部事件，按时间排列"),
    span: 7,
    long: true,
    actions: html`${segmented({name: "events", label: t("Events", "事件"), choices: offered(shown, view.has, c), value: shown})}${csvButton(t("events of this customer", "该客户的事件"))}`,
    body: html`<div data-story>${story(view, shown, most, c)}</div>`
  });
}
