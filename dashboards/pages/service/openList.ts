import {html, table, tooFew, type Content, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import type {Waiting} from "./waiting.ts";
import {causeName, priorityName, stateName, targetName} from "./words.ts";
import {shortTime} from "./timeWords.ts";

/** What the list shows now. */
export interface OpenView {
  rows: readonly Waiting[];
  shown: number;
  /** Address of a customer, to which the key is appended. */
  customer: string;
}

/** Open tickets by urgency: what is late first, then what is due next. */
export function openList({rows, shown, customer}: OpenView, locale: Locale): Html {
  const {t, f} = locale;
  if (!rows.length)
    return tooFew({
      title: t("No open ticket matches", "没有匹配的未结工单"),
      text: t("Take a filter off.", "请去掉一个筛选条件。")
    });
  return table({
    caption: t("Open tickets by urgency", "按紧迫程度的未结工单"),
    columns: [
      t("Ticket", "工单"),
      t("Due", "到期"),
      t("Priority", "优先级"),
      {head: t("Age", "存续"), right: true},
      t("State", "状态"),
      t("About", "关于"),
      t("With", "负责"),
      t("Customer", "客户"),
      {head: t("Revenue, year", "近一年收入"), right: true},
      {head: t("Risk", "流失风险"), right: true}
    ],
    rows: rows
      .slice(0, shown)
      .map((one): Content[] => [
        one.ticket,
        dueWords(one, locale),
        priorityName(one.priority, locale),
        html`<span class="nowrap">${f.days(one.age)}</span>`,
        stateName(one.state, locale),
        one.category === null ? f.missing : causeName(one.category, locale),
        [one.team, one.agent].filter(Boolean).join(" · ") || html`<span class="bad">${t("nobody", "无人")}</span>`,
        one.customer === null
          ? html`<span class="muted">${t("unknown", "未知")}</span>`
          : html`<a href="${customer + encodeURIComponent(one.customer)}">${one.customer}</a>`,
        f.moneyExact(one.revenue),
        f.share(one.risk, 0)
      ])
  });
}

/** How late, or how long there is left. */
function dueWords({target, remaining, late, paused}: Waiting, locale: Locale): Content {
  const {t} = locale;
  if (target === null || remaining === null) return html`<span class="muted">${t("no target", "无目标")}</span>`;
  const time = shortTime(remaining, locale);
  const what = html`<span class="under">${targetName(target, locale)}</span>`;
  return late
    ? html`<b class="bad nowrap">${t(`${time} late`, `超时 ${time}`)}</b>${what}`
    : html`<span class="nowrap"
          >${paused ? t(`paused, ${time} left`, `暂停，余 ${time}`) : t(`in ${time}`, `还有 ${time}`)}</span
        >${what}`;
}
