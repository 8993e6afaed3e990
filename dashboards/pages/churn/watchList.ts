import {empty, tooFew} from "../../components/states.ts";
import {html, type Content, type Html} from "../../components/html.ts";
import {rank} from "../../components/rank.ts";
import {table} from "../../components/table.ts";
import type {Locale} from "../../format/locale.ts";
import {className, segmentName} from "../customers/words.ts";
import {capacity} from "./capacity.ts";
import {reasons} from "../../components/reasons.ts";
import {reasonsOf} from "./reasonsOf.ts";
import {seventh} from "./seventh.ts";
import {watchRow} from "./watchRow.ts";
import type {Watched} from "./watched.ts";

/** What the list shows now. */
export interface ListView {
  /** The customers that pass the filter, in their order. */
  list: readonly Watched[];
  /** How many of them are shown. */
  shown: number;
  calls: number;
  /** In words: "13 weeks". */
  horizon: string;
  /** No filter is set. */
  isWhole: boolean;
  /** The address of a customer. */
  addressOf: (id: string) => string;
}

/** The ranked list with its capacity line; the same for the page without script and for the list that takes it over. */
export function watchList(view: ListView, locale: Locale): Html {
  const {list, shown, isWhole} = view;
  const {t} = locale;
  if (!list.length)
    return isWhole
      ? empty({
          title: t("Nobody is at risk", "目前无人有流失风险"),
          text: t(
            "No customer who bought in the last 365 days puts revenue at risk.",
            "近 365 天购买过的客户均无风险价值。"
          )
        })
      : tooFew({
          title: t("Nobody on the list matches", "名单中无匹配客户"),
          text: t("Take a filter off.", "请去掉一个筛选条件。")
        });
  return list[0]!.risk ? byValue(view, list.slice(0, shown), locale) : bySilence(view, list.slice(0, shown), locale);
}

function byValue(view: ListView, rows: readonly Watched[], locale: Locale): Html {
  const {t} = locale;
  const line = capacity(view.list, view, locale);
  const inside = line !== null && line.after <= rows.length;
  const last = seventh(view.list, locale);
  return html`${rank(
    {
      id: "watch",
      caption: t("Customers by value at risk", "按风险价值排列的客户"),
      heads: [
        "#",
        t("Customer", "客户"),
        t("Risk", "风险"),
        t("Value at risk", "风险价值"),
        t("Why", "原因"),
        t("Last order", "最近下单"),
        last.head
      ],
      rows: rows.map((customer) => watchRow(customer, {addressOf: view.addressOf, last}, locale)),
      capacity: inside ? line : undefined
    },
    locale
  )}${!inside && line && html`<p class="note">${line.text}</p>`}`;
}

/** Without a risk the list is a table by silence. */
function bySilence(view: ListView, rows: readonly Watched[], locale: Locale): Html {
  const {t, f} = locale;
  const line = capacity(view.list, view, locale);
  const cells = (customer: Watched): Content[] => [
    html`<a href="${view.addressOf(customer.id)}">${customer.id}</a>`,
    `${customer.segment === null ? f.missing : segmentName(customer.segment, t)} · ${className(customer.abc)}`,
    `× ${f.number(customer.ratio, 1)}`,
    f.money(customer.revenue),
    reasons(reasonsOf(customer, locale)),
    f.daysAgo(customer.silent)
  ];
  return html`${table({
    id: "watch",
    caption: t("Customers by silence", "按沉默倍数排列的客户"),
    columns: [
      t("Customer", "客户"),
      t("Segment", "分群"),
      {head: t("Silence ÷ rhythm", "沉默 ÷ 节奏"), right: true, sort: "descending"},
      {head: t("Revenue, 12 months", "近 12 个月收入"), right: true},
      t("Why", "原因"),
      t("Last order", "最近下单")
    ],
    rows: rows.map(cells)
  })}${line && html`<p class="note">${line.text}</p>`}`;
}
