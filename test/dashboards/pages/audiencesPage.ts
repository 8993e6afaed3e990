import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {body} from "../../../dashboards/pages/audiences/body.ts";
import type {AudienceData, AudienceMonthRow, AudienceRow} from "../../../dashboards/pages/audiences/rows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/audiences", "en", company), pageContext("/audiences", "zh", company)];

export const audience = (position: number, change: Partial<AudienceRow> = {}): AudienceRow => ({
  audience: `list_${position}`,
  position,
  name_en: `List ${position}`,
  name_zh: `名单${position}`,
  rule: JSON.stringify({segment: ["champions", "loyal"], net_revenue: {at_least: 100}}),
  channel: "email",
  control_share: 0.1,
  customers: 200,
  customer_share: 0.2,
  reachable: 120,
  refused: 50,
  no_address: 0,
  no_answer: 30,
  pressed: 0,
  treated: 108,
  control: 12,
  net_revenue_365d: 12000,
  value_at_risk: 900,
  past: "told",
  without_past: "",
  sendings: 0,
  last_sent_on: null,
  last_treated: null,
  last_control: null,
  ...change
});

export const months: AudienceMonthRow[] = ["2026-03-31", "2026-04-30", "2026-05-31", "2026-06-24"].map((day, i) => ({
  audience: "list_1",
  month_on: new Date(day),
  customers: 140 + 20 * i
}));

export const data: AudienceData = {audiences: [audience(1)], months};

export const render = (change: Partial<AudienceData> = {}, c = en) => body("Which audiences?", {...data, ...change}, c);
