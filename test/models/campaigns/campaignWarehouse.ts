import {createRows} from "../../../models/compile.ts";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {intAudienceSent} from "../../../models/intermediate/int_audience_sent.ts";
import {intCampaign} from "../../../models/intermediate/int_campaign.ts";
import {intCampaignGroup} from "../../../models/intermediate/int_campaign_group.ts";
import {intCampaignMember} from "../../../models/intermediate/int_campaign_member.ts";
import {intCampaignTouch} from "../../../models/intermediate/int_campaign_touch.ts";
import {intCustomerKeys} from "../../../models/intermediate/int_customer_keys.ts";
import {intCustomerOrders} from "../../../models/intermediate/int_customer_orders.ts";
import {intRfmMonth} from "../../../models/intermediate/int_rfm_month.ts";
import {martCampaign} from "../../../models/marts/mart_campaign.ts";
import {martCampaignArm} from "../../../models/marts/mart_campaign_arm.ts";
import {martCampaignFault} from "../../../models/marts/mart_campaign_fault.ts";
import {martCampaignSegment} from "../../../models/marts/mart_campaign_segment.ts";
import {martCampaignSummary} from "../../../models/marts/mart_campaign_summary.ts";
import {martUpliftTenth} from "../../../models/marts/mart_uplift_tenth.ts";
import type {Model, Relation} from "../../../models/model.ts";
import type {Settings} from "../../../models/settings.ts";
import {stgCampaigns} from "../../../models/staging/stg_campaigns.ts";
import {stgTouches} from "../../../models/staging/stg_touches.ts";
import {columnsOf} from "../../../warehouse/columns.ts";
import {emptyTableSql} from "../../../warehouse/ddl.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {settings} from "../warehouseOf.ts";

const inputs: Relation[] = [
  intAsOf,
  intAudienceSent,
  intCustomerKeys,
  intCustomerOrders,
  intRfmMonth,
  stgCampaigns,
  stgTouches
];

/** Every mart of campaigns. */
export const campaignMarts = [
  martCampaign,
  martCampaignArm,
  martCampaignFault,
  martCampaignSegment,
  martCampaignSummary,
  martUpliftTenth
] as unknown as Model[];

const steps = [intCampaignTouch, intCampaignMember, intCampaignGroup, intCampaign] as unknown as Model[];

const plain = {
  varchar: "''",
  boolean: "false",
  integer: "0",
  bigint: "0",
  double: "0",
  money: "0",
  date: "date '2026-01-01'",
  timestamp: "timestamp '2026-01-01'"
};

/** SQL that inserts what a select names of a relation's columns; the rest is null or plain. */
export const fillFrom = (relation: Relation, named: Readonly<Record<string, string>>, from = ""): string =>
  `insert into "${relation.name}" select ${columnsOf(relation.columns)
    .map(({name, nullable, sql}) => `${named[name] ?? (nullable ? "null" : plain[sql])} as "${name}"`)
    .join(", ")} ${from}`;

/** The models of campaigns over what was filled into int_as_of, int_customer_keys, int_customer_orders, stg_campaigns, stg_touches, …. */
export async function campaignWarehouse(
  fill: readonly string[],
  campaigns: Settings["campaigns"] = {windowDays: 30, controlShare: null},
  asked: readonly Model[] = campaignMarts
): Promise<Warehouse> {
  const warehouse = await Warehouse.open(":memory:");
  for (const relation of inputs) await warehouse.run(emptyTableSql(relation));
  for (const sql of fill) await warehouse.run(sql);
  for (const model of [...steps, ...asked])
    await createRows(model, {warehouse, settings: {...settings, campaigns}, table: `"${model.name}"`});
  return warehouse;
}

/** The day as of which all of it stands, at noon. */
export const asOf = (day: string): string =>
  fillFrom(intAsOf, {as_of_at: `timestamp '${day} 12:00:00'`, as_of_on: `date '${day}'`});
export {intCustomerKeys, intCustomerOrders, stgCampaigns, stgTouches, intAudienceSent, intRfmMonth};

const literal = (value: unknown): string =>
  value == null ? "null" : typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);

/** SQL that inserts rows of which only the columns that matter are named. */
export const given = (relation: Relation, rows: readonly Readonly<Record<string, unknown>>[]): string[] =>
  rows.map((row) =>
    fillFrom(relation, Object.fromEntries(Object.entries(row).map(([name, value]) => [name, literal(value)])))
  );

/** The pseudonym of customer i, whose key is k<i>. */
export const who = (i: number): string => `C-${String(i).padStart(12, "0")}`;

/** SQL that makes customers known by their keys. */
export const known = (customers: Iterable<number>): string[] =>
  given(
    intCustomerKeys,
    Array.from(customers, (i) => ({key_kind: "customer_key", source_key: `k${i}`, customer_id: who(i)}))
  );
