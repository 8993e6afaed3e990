import {
  button,
  csvButton,
  empty,
  filterLine,
  filters,
  html,
  panel,
  raw,
  select,
  type Html
} from "../../components/index.ts";
import {addressOf, linkTo} from "../../build/address.ts";
import type {Context} from "../../context.ts";
import {offeredBy} from "./openFilter.ts";
import {openList} from "./openList.ts";
import {countWords, FIRST} from "./openWords.ts";
import {takeAway} from "./takeAway.ts";
import type {Waiting} from "./waiting.ts";
import {priorityName} from "./words.ts";

/** What to answer next; the whole list goes as a file. */
export function openPanel(rows: readonly Waiting[], open: number, c: Context): Html {
  const {t} = c;
  const frame = {id: "open", title: t("Which tickets are to be answered next?", "接下来该处理哪些工单？")} as const;
  if (!rows.length)
    return panel({
      ...frame,
      body: empty({title: t("No ticket is open", "没有未结工单"), text: t("Nobody waits.", "无人等待。")})
    });
  const {priorities, teams} = offeredBy(rows);
  const any = {value: "", name: t("All", "全部")};
  const items = [
    priorities.length > 1 &&
      select({
        name: "priority",
        label: t("Priority", "优先级"),
        value: "",
        choices: [any, ...priorities.map((value) => ({value, name: priorityName(value, c)}))]
      }),
    teams.length > 1 &&
      select({
        name: "team",
        label: t("Team", "团队"),
        value: "",
        choices: [any, ...teams.map((value) => ({value, name: value}))]
      }),
    rows.some(({late}) => late) &&
      select({
        name: "due",
        label: t("Due", "到期"),
        value: "",
        choices: [any, {value: "late", name: t("late", "已超时")}]
      })
  ];
  return panel({
    ...frame,
    long: true,
    sub: t(
      "Late ones first, then by what is left of their target; waiting for the customer stops the clock",
      "已超时者在前，其后按剩余时间；等待客户时暂停计时"
    ),
    actions: csvButton(t("all open tickets", "全部未结工单"), {
      href: linkTo(addressOf("/service", c.lang), takeAway(c.f.iso(c.asOf)))
    }),
    body: html`${items.some(Boolean) && filters(items)}${filterLine()}
      <div data-open>${openList({rows, shown: FIRST, customer: c.href("/customers", {key: ""})}, c)}</div>
      <p class="sub">
        <span data-open-count role="status">${countWords(FIRST, rows.length, open, c)}</span>
        <span class="needs-script" ${rows.length <= FIRST && raw(" hidden")}
          >${button({text: t("Show more", "显示更多"), kind: "quiet", id: "more"})}</span
        >
      </p>`,
    note: t(
      "A ticket whose customer is not known has neither revenue nor risk. Minutes of each ticket: perennial ticket and its number.",
      "客户未知的工单没有收入与风险。单张工单的逐分钟说明：perennial ticket 加工单号。"
    )
  });
}
