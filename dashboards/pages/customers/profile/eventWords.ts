import {html, type Content, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {consentChannel, instrumentName, movementName} from "./sourceWords.ts";
import type {Happened} from "./view.ts";

const DAY = 86_400_000;

/** When other events of the same key took place: a ticket's opening, a message's first opening and click. */
export interface Around {
  ticket: ReadonlyMap<string, Date>;
  sent: ReadonlyMap<string, Date>;
  opened: ReadonlyMap<string, Date>;
  clicked: ReadonlyMap<string, Date>;
}

/** What is said of each event beside itself. */
export function aroundOf(events: readonly Happened[]): Around {
  const at = (wanted: string) =>
    new Map(events.filter(({kind}) => kind === wanted).map(({reference, at}) => [reference, at]));
  return {ticket: at("ticket"), sent: at("sent"), opened: at("opened"), clicked: at("clicked")};
}

/** "on the same day", "after 6 days"; nothing where the beginning is not known. */
function after(start: Date | undefined, end: Date, {t, f}: Locale): string {
  if (!start) return "";
  const days = Math.round((end.getTime() - start.getTime()) / DAY);
  return days === 0 ? t(" on the same day", "，当天") : t(` after ${f.days(days)}`, `，用时 ${f.days(days)}`);
}

/** What became of a message. */
function answer({reference, at}: Happened, {opened, clicked}: Around, c: Locale): string {
  const {t} = c;
  const [read, followed] = [opened.get(reference), clicked.get(reference)];
  if (!read && !followed) return t(", not opened", "，未打开");
  const when = after(at, read ?? followed!, c);
  return followed ? t(`, opened${when} and clicked`, `，已打开并点击${when}`) : t(`, opened${when}`, `，已打开${when}`);
}

/** An event in words: a solved ticket says how long it took, a message what became of it. */
export function eventWords(event: Happened, around: Around, c: Locale): Html {
  const {kind, reference, score, detail, at, points} = event;
  const {t, f} = c;
  const key = html`<b>${reference}</b>`;
  const extra = detail && t(`, ${detail}`, `，${detail}`);
  const about = detail && t(`: ${detail}`, `：${detail}`);
  const channel = consentChannel(detail ?? "", c);
  const by = channel && t(` ${channel}`, `：${channel}`);
  const name = detail && html`<b>${detail}</b>`;
  const said = (...parts: Content[]) => html`${parts}`;
  switch (kind) {
    case "order":
      return said(t("Order ", "订单 "), key, extra);
    case "cancelled":
      return said(t("Order ", "订单 "), key, t(" cancelled", " 已取消"), extra);
    case "refund":
      return said(t("Refund ", "退款 "), key, about);
    case "ticket":
      return said(t("Ticket ", "工单 "), key, t(" opened", " 已创建"), about);
    case "solved":
      return said(t("Ticket ", "工单 "), key, t(" solved", " 已解决"), after(around.ticket.get(reference), at, c));
    case "feedback": {
      const asked = detail === null ? t("Answer", "评分") : instrumentName(detail, c);
      const of = detail === "nps" && t(" of 10", "（满分 10）");
      return said(asked, t(": ", "："), score === null ? f.missing : html`<b>${score}</b>`, of);
    }
    case "sent":
      return said(t("Message ", "消息"), name, t(" sent", " 已发送"), answer(event, around, c));
    case "opened":
      return said(t("Message ", "消息"), name, t(" opened", " 已打开"));
    case "clicked":
      return said(t("Message ", "消息"), name, t(" clicked", " 已点击"));
    case "activity":
      return said(t("Contact", "跟进"), about);
    case "points":
      return said(t("Points ", "积分"), movementName(detail, points, c));
    case "subscribed":
      return said(t("Subscription ", "订阅 "), key, t(" began", " 开始"), about);
    case "unsubscribed":
      return said(t("Subscription ", "订阅 "), key, t(" ended", " 终止"), about);
    case "consent":
      return said(t("Agreed to be contacted", "同意接收联系"), by);
    case "refusal":
      return said(t("Refused to be contacted", "拒绝接收联系"), by);
    case "lead":
      return said(t("Came in as a lead", "成为线索"), about);
    case "opportunity":
      return said(t("Deal ", "商机 "), key, t(" opened", " 创建"), about);
    case "won":
      return said(t("Deal ", "商机 "), key, t(" won", " 赢单"), about);
    case "lost":
      return said(t("Deal ", "商机 "), key, t(" lost", " 输单"), about);
  }
}
