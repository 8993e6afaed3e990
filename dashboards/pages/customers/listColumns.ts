import {html, type Content} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {bandName, className, otherName, segmentName, stageName} from "./words.ts";

/** What the list knows of a customer; null is not known. Money in whole units, risk a share. */
export interface Listed {
  key: string;
  /** Only where the operator publishes it. */
  name?: string | null;
  segment: string | null;
  abc: string | null;
  stage: string | null;
  netRevenue: number;
  orders: number;
  silentDays: number | null;
  risk: number | null;
  band: string | null;
  valueAtRisk: number | null;
  /** Lifetime value. */
  clv: number | null;
  openTickets: number;
  firstOrderMonth: Date | null;
  channel: string | null;
  country: string | null;
}

/** The columns by name. */
export type ListColumnId =
  | "key"
  | "segment"
  | "netRevenue"
  | "orders"
  | "silentDays"
  | "risk"
  | "valueAtRisk"
  | "clv"
  | "stage"
  | "abc"
  | "openTickets"
  | "cohort"
  | "channel"
  | "country";

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
    width: "126px",
    cell: ({key, name}) =>
      html`<a href="?key=${encodeURIComponent(key)}" data-key="${key}">${key}</a>${name && ` ${name}`}`
  },
  {
    id: "segment",
    head: t("Segment", "分群"),
    width: "98px",
    cell: ({segment}) => (segment === null ? f.missing : segmentName(segment, t))
  },
  {
    id: "netRevenue",
    head: t("Net revenue", "净收入"),
    right: true,
    width: "88px",
    cell: ({netRevenue}) => f.moneyExact(netRevenue)
  },
  {id: "orders", head: t("Orders", "订单"), right: true, width: "48px", cell: ({orders}) => f.count(orders)},
  {
    id: "silentDays",
    head: t("Last order", "最近下单"),
    right: true,
    width: "94px",
    cell: ({silentDays}) => f.daysAgo(silentDays)
  },
  {
    id: "risk",
    head: t("Risk", "风险"),
    right: true,
    width: "92px",
    cell: ({risk, band}) =>
      risk === null ? f.missing : html`<span class="muted">${band && bandName(band, t)}</span> ${f.share(risk, 0)}`
  },
  {
    id: "valueAtRisk",
    head: t("At risk", "风险价值"),
    right: true,
    width: "66px",
    cell: ({valueAtRisk}) => f.moneyExact(valueAtRisk)
  },
  {
    id: "clv",
    head: t("Value ahead", "未来价值"),
    right: true,
    width: "84px",
    cell: ({clv}) => f.moneyExact(clv)
  },
  {
    id: "openTickets",
    head: t("Open tickets", "未结工单"),
    right: true,
    width: "80px",
    cell: ({openTickets}) => f.count(openTickets)
  },
  {
    id: "stage",
    head: t("Stage", "阶段"),
    width: t("102px", "80px"),
    cell: ({stage}) => (stage === null ? f.missing : stageName(stage, t))
  },
  {id: "abc", head: t("Class", "等级"), width: "46px", cell: ({abc}) => (abc === null ? f.missing : className(abc))},
  {
    id: "cohort",
    head: t("First order", "首单"),
    width: t("72px", "90px"),
    cell: ({firstOrderMonth}) => (firstOrderMonth === null ? f.missing : f.month(firstOrderMonth))
  },
  {
    id: "channel",
    head: t("Channel", "渠道"),
    width: "96px",
    cell: ({channel}) => (channel === null ? f.missing : otherName(channel, t))
  },
  {
    id: "country",
    head: t("Country", "国家"),
    width: "56px",
    cell: ({country}) => (country === null ? f.missing : otherName(country, t))
  }
];

/** The column by which the list is sorted at first, descending. */
export const firstSorted: ListColumnId = "netRevenue";
