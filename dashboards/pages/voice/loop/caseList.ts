import {html, table, tooFew, type Content, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {segmentName} from "../../customers/words.ts";
import type {Case} from "./cases.ts";
import {answerWords, contactName, originName, stateName} from "./words.ts";

/** What the list shows now. */
export interface CaseView {
  list: readonly Case[];
  shown: number;
  /** Address of a customer, to which the key is appended. */
  customer: string;
  /** Any contact with customers is known. */
  hasContacts: boolean;
  /** Names of themes. */
  labels: Readonly<Record<string, string>>;
}

/** Whom to come back to: nobody came back first, highest revenue first. */
export function caseList({list, shown, customer, hasContacts, labels}: CaseView, locale: Locale): Html {
  const {t, f} = locale;
  if (!list.length)
    return tooFew({
      title: t("No case matches", "没有匹配的个案"),
      text: t("Take a filter off.", "请去掉一个筛选条件。")
    });
  const line = (one: Case): Content[] => [
    html`<a href="${customer + encodeURIComponent(one.customer)}">${one.customer}</a
      ><span class="under">${one.segment !== null && segmentName(one.segment, t)}</span>`,
    stateCell(one, hasContacts, locale),
    html`${originName(one.origin, locale)}<span class="under">${answerWords(one.instrument, one.score, locale)}</span>`,
    one.theme === null ? f.missing : (labels[one.theme] ?? one.theme),
    html`<span class="nowrap">${f.date(new Date(one.on))}</span>`,
    one.followed === null
      ? html`<span class="muted">${hasContacts ? t("nobody yet", "尚无") : t("no record", "无记录")}</span>`
      : html`${contactName(one.how, locale)}<span class="under"
            >${t(`after ${f.days(one.days)}`, `${f.days(one.days)}后`)}</span
          >`,
    one.nextScore === null
      ? f.missing
      : html`<span class="nowrap">${answerWords(one.nextInstrument, one.nextScore, locale)}</span>`,
    f.moneyExact(one.revenue),
    f.share(one.risk, 0)
  ];
  return table({
    caption: t("Cases to come back to", "待回访个案"),
    columns: [
      t("Customer", "客户"),
      t("State", "状态"),
      t("Why", "原因"),
      t("About", "主题"),
      t("When", "时间"),
      t("Came back", "回访"),
      t("Next answer", "下一次评分"),
      {head: t("Revenue, year", "近一年收入"), right: true},
      {head: t("Risk", "流失风险"), right: true}
    ],
    rows: list.slice(0, shown).map(line)
  });
}

function stateCell(one: Case, hasContacts: boolean, locale: Locale): Content {
  const {t, f} = locale;
  const name = stateName(one.state, locale);
  const due = f.date(new Date(one.due));
  if (one.state === "overdue")
    return html`<b${hasContacts && html` class="bad"`}>${name}</b><span class="under nowrap">${t(`since ${due}`, `自 ${due}`)}</span>`;
  if (one.state === "open")
    return html`<b>${name}</b><span class="under nowrap">${t(`until ${due}`, `至 ${due}`)}</span>`;
  return one.state === "recovered" ? html`<span class="good">${name}</span>` : name;
}
