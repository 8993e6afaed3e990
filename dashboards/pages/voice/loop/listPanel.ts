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
} from "../../../components/index.ts";
import {addressOf, linkTo} from "../../../build/address.ts";
import type {Context} from "../../../context.ts";
import {segmentName} from "../../customers/words.ts";
import {offeredBy} from "./caseFilter.ts";
import {caseList} from "./caseList.ts";
import type {Case} from "./cases.ts";
import {countWords, FIRST} from "./listWords.ts";
import {takeAway} from "./takeAway.ts";
import {originName, stateName} from "./words.ts";

/** What the panel is made of. */
export interface ListPanel {
  list: readonly Case[];
  /** Cases in the window, listed or not. */
  all: number;
  /** Unfavourable answers and complaints of nobody known. */
  unidentified: number;
  /** Any contact with customers is known. */
  hasContacts: boolean;
  /** Names of themes. */
  labels: Readonly<Record<string, string>>;
}

/** Whom to come back to, with filters; the whole list goes as a file. */
export function listPanel({list, all, unidentified, hasContacts, labels}: ListPanel, c: Context): Html {
  const {t, f} = c;
  const frame = {id: "loop", title: t("Whom do we come back to, and why?", "该回访谁，为什么？")} as const;
  if (!list.length)
    return panel({
      ...frame,
      body: empty({
        title: t("Nobody is waiting", "无人等待"),
        text: t(
          "No known customer gave a bad score or complained in the last 365 days.",
          "近 365 天没有已识别客户给出差评或投诉。"
        )
      })
    });
  const any = {value: "", name: t("All", "全部")};
  const {states, origins, segments} = offeredBy(list);
  const choose = (name: string, label: string, values: readonly string[], nameOf: (value: string) => string) =>
    values.length > 1 &&
    select({name, label, value: "", choices: [any, ...values.map((value) => ({value, name: nameOf(value)}))]});
  const items = [
    choose("state", t("State", "状态"), states, (value) => stateName(value, c)),
    choose("origin", t("Why", "原因"), origins, (value) => originName(value, c)),
    choose("segment", t("Segment", "分群"), segments, (value) => segmentName(value, t))
  ];
  return panel({
    ...frame,
    long: true,
    sub: hasContacts
      ? t(
          "Nobody came back to these first, highest revenue of the last 365 days first; then those who are unhappy again",
          "尚未回访者在前，按近 365 天收入从高到低；其后为再次不满者"
        )
      : t(
          "No contacts are on record, so states tell of days and answers alone; highest revenue of the last 365 days first, then those who are unhappy again",
          "没有联系记录，状态仅依据日期与作答；按近 365 天收入从高到低，其后为再次不满者"
        ),
    actions: csvButton(t("all cases", "全部个案"), {
      href: linkTo(addressOf("/voice/loop", c.lang), takeAway(c.f.iso(c.asOf)))
    }),
    body: html`${items.some(Boolean) && filters(items)}${filterLine()}
      <div data-cases>
        ${caseList({list, shown: FIRST, customer: c.href("/customers", {key: ""}), hasContacts, labels}, c)}
      </div>
      <p class="sub">
        <span data-case-count role="status">${countWords(FIRST, list.length, all, c)}</span>
        <span class="needs-script" ${list.length <= FIRST && raw(" hidden")}
          >${button({text: t("Show more", "显示更多"), kind: "quiet", id: "more"})}</span
        >
      </p>`,
    note:
      unidentified > 0 &&
      t(
        `${f.count(unidentified)} unfavourable answers and complaints are of nobody known and cannot be followed up: ask for a key, e-mail or phone.`,
        `${f.count(unidentified)} 份差评与投诉无法识别客户，不能回访：请收集编号、邮箱或电话。`
      )
  });
}
