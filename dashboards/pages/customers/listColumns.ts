import {html, type Content} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {bandName, className, otherName, segmentName} from "./words.ts";

/** What the list knows of a customer; null is not known. Money in whole units, risk a share. */
export interface Listed {
  key: string;
  /** Only where the operator publishes it. */
  name?: string | null;
  segment: string | null;
  abc: string | null;
  netRevenue: number;
  orders: number;
  silentDays: number | null;
  risk: number | null;
  band: string | null;
  valueAtRisk: number | null;
  firstOrderMonth: Date | null;
  channel: string | null;
}

/** The columns by name. */
export type ListColumnId =
  "key" | "segment" | "netRevenue" | "orders" | "silentDays" | "risk" | "valueAtRisk" | "abc" | "cohort" | "channel";

/** A column of the list: its head, its width, and a customer's cell. */
export interface ListColumn {
  id: ListColumnId;
  head: string;
  right?: boolean;
  width: string;
  cell: (customer: Listed) => Content;
}

/** The columns of the list, in order; the same for the page without script and for the table that takes it over. */
export const listColumns = ({t, f}: Locale): ListColumn[] => [
  {
    id: "key",
    head: t("Customer", "客户"),
    width: "134px",
    cell: ({key, name}) =>
      html`<a href="?key=${encodeURIComponent(key)}" data-key="${key}">${key}</a>${name && ` ${name}`}`
  },
  {
    id: "segment",
    head: t("Segment", "分群"),
    width: "112px",
    cell: ({segment}) => (segment === null ? f.missing : segmentName(segment, t))
  },
  {
    id: "netRevenue",
    head: t("Net revenue", "净收入"),
    right: true,
    width: "100px",
    cell: ({netRevenue}) => f.moneyExact(netRevenue)
  },
  {id: "orders", head: t("Orders", "订单"), right: true, width: "68px", cell: ({orders}) => f.count(orders)},
  {
    id: "silentDays",
    head: t("Last order", "最近下单"),
    right: true,
    width: "110px",
    cell: ({silentDays}) => f.daysAgo(silentDays)
  },
  {
    id: "risk",
    head: t("Risk", "风险"),
    right: true,
    width: "106px",
    cell: ({risk, band}) =>
      risk === null ? f.missing : html`<span class="muted">${band && bandName(band, t)}</span> ${f.share(risk, 0)}`
  },
  {
    id: "valueAtRisk",
    head: t("Value at risk", "风险价值"),
    right: true,
    width: "102px",
    cell: ({valueAtRisk}) => f.moneyExact(valueAtRisk)
  },
  {id: "abc", head: t("Class", "等级"), width: "72px", cell: ({abc}) => (abc === null ? f.missing : className(abc))},
  {
    id: "cohort",
    head: t("First order", "首单"),
    width: "104px",
    cell: ({firstOrderMonth}) => (firstOrderMonth === null ? f.missing : f.month(firstOrderMonth))
  },
  {
    id: "channel",
    head: t("Channel", "渠道"),
    width: "112px",
    cell: ({channel}) => (channel === null ? f.missing : otherName(channel, t))
  }
];

/** Place of the column by which the list is sorted at first, descending. */
export const revenueColumn = 2;
