import {empty, tooFew} from "../../components/states.ts";
import {html, type Html} from "../../components/html.ts";
import {rank} from "../../components/rank.ts";
import type {Locale} from "../../format/locale.ts";
import {capacity} from "./capacity.ts";
import type {ListKind} from "./listWords.ts";
import {seventh} from "./seventh.ts";
import {watchRow} from "./watchRow.ts";
import type {Watched} from "./watched.ts";

/** What the list shows now. */
export interface ListView {
  uses: ListKind;
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
  const {list, uses, shown, isWhole} = view;
  const {t} = locale;
  if (!list.length)
    return isWhole
      ? empty({
          title: t("Nobody is at risk", "目前无人有流失风险"),
          text: t("No customer puts revenue at risk, or none is warned of.", "没有客户存在风险价值，或无人被预警。")
        })
      : tooFew({
          title: t("Nobody on the list matches", "名单中无匹配客户"),
          text: t("Take a filter off.", "请去掉一个筛选条件。")
        });
  const rows = list.slice(0, shown);
  const line = capacity(list, {...view, isCompared: isWhole && uses === "model"}, locale);
  const inside = line !== null && line.after <= rows.length;
  const last = seventh(list, locale);
  return html`${rank(
    {
      id: "watch",
      caption:
        uses === "model"
          ? t("Customers by value at risk", "按风险价值排列的客户")
          : t("Customers by warnings and revenue", "按预警与收入排列的客户"),
      sorted: uses === "model" ? 3 : undefined,
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
