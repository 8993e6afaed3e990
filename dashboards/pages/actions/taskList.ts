import {chip} from "../../components/chip.ts";
import {html, type Content, type Html} from "../../components/html.ts";
import {scroller} from "../../components/scroller.ts";
import {tooFew} from "../../components/states.ts";
import type {Locale} from "../../format/locale.ts";
import {className, segmentName} from "../customers/words.ts";
import type {Listed, Task} from "./listed.ts";
import {dueName, kindName, wayName} from "./words.ts";

/** What the list shows now. */
export interface TaskView {
  list: readonly Listed[];
  shown: number;
  /** How many customers the team can see to in a day. */
  calls: number;
  /** Address of a customer, to which the key is appended. */
  customer: string;
  /** One owner's list is shown: places are theirs. */
  ofOwner: boolean;
}

/** Customers in their order, each with all that is to be done; the capacity line stands after a day's work. */
export function taskList({list, shown, calls, customer, ofOwner}: TaskView, locale: Locale): Html {
  const {t, f} = locale;
  if (!list.length)
    return tooFew({
      title: t("Nothing matches", "没有匹配的行动"),
      text: t("Take a filter off.", "请去掉一个筛选条件。")
    });
  const rows = list.slice(0, shown);
  const hasOwners = list.some(({owner}) => owner !== null);
  const heads: [Content, string][] = [
    ["#", "place-cell right"],
    [t("Customer", "客户"), "who-cell"],
    [t("What, and why", "做什么，为什么"), "why-cell"],
    [t("Expected value", "预期金额"), "value-cell right"],
    [t("Consent", "许可"), "faint-cell"],
    ...(hasOwners ? [[t("Owner", "负责人"), "faint-cell owner-cell"] as [Content, string]] : [])
  ];
  const line = (one: Listed, i: number) =>
    html`${row(one, {customer, ofOwner, hasOwners}, locale)}${
      i + 1 === calls &&
      html`<tr class="capacity" role="row">
        <td role="cell" colspan="${heads.length}">
          ${t(`Your team can see to ${f.count(calls)} customers a day.`, `团队每天可处理 ${f.count(calls)} 位客户。`)}
        </td>
      </tr>`
    }`;
  const caption = t("Customers by expected value of what is to be done", "按预期金额排列的客户行动");
  return scroller(
    caption,
    html`<table class="rank tasks" role="table">
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${heads.map(([text, cell]) => html`<th scope="col" role="columnheader" class="${cell}">${text}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(line)}
      </tbody>
    </table>`
  );
}

function row(
  one: Listed,
  {customer, ofOwner, hasOwners}: Pick<TaskView, "customer" | "ofOwner"> & {hasOwners: boolean},
  locale: Locale
): Html {
  const {t, f} = locale;
  const group = [one.segment === null ? null : segmentName(one.segment, t), className(one.abc)]
    .filter(Boolean)
    .join(" · ");
  return html`<tr role="row">
    <td role="cell" class="place-cell right">${f.count(ofOwner ? one.place : one.overall)}</td>
    <th scope="row" role="rowheader" class="who-cell">
      <a href="${customer + encodeURIComponent(one.id)}">${one.id}</a><span class="under">${group}</span>
    </th>
    <td role="cell" class="why-cell">
      <ul class="tasks">
        ${one.tasks.map((task) => taskItem(task, locale))}
      </ul>
    </td>
    <td role="cell" class="value-cell right"><b>${one.value === null ? f.missing : f.moneyExact(one.value)}</b></td>
    <td role="cell" class="faint-cell">
      ${one.way === "none" ? chip(wayName(one.way, locale)) : wayName(one.way, locale)}${
        one.messages > 0 &&
        html`<span class="under"
          >${t(one.messages === 1 ? "one message lately" : `${f.count(one.messages)} messages lately`, `近期消息 ${f.count(one.messages)} 条`)}</span
        >`
      }
    </td>
    ${hasOwners && html`<td role="cell" class="faint-cell owner-cell">${one.owner ?? t("nobody", "无")}</td>`}
  </tr>`;
}

const taskItem = ({kind, on, due, why}: Task, locale: Locale): Html =>
  html`<li>
    <b>${kindName(kind, locale)}</b
    ><span class="${due === "overdue" ? "due bad" : "due"}">${dayWords(on, due, locale)}</span>
    <span class="why">${why}</span>
  </li>`;

/** "overdue since 2 Jun", "today", "25 Jun"; nothing of a birthday, whose day is not told. */
function dayWords(on: string | null, due: Task["due"], locale: Locale): string {
  const {t, f} = locale;
  if (on === null) return "";
  const day = f.day(new Date(on));
  if (due === "overdue") return t(`overdue since ${day}`, `自 ${day}逾期`);
  return due === "today" ? dueName(due, locale) : day;
}
