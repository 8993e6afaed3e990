import {dice} from "../randomCompany.ts";
import {asOf, given, intCustomerOrders, known, stgCampaigns, stgTouches, who} from "./campaignWarehouse.ts";

export const daylong = 86_400_000;
const last = Date.UTC(2026, 5, 30);
export const noon = last + daylong / 2;
export const windowDays = 20;
const text = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 19).replace("T", " "));
export const dayOf = (at: number) => Math.floor(at / daylong);
export const isoDay = (day: number) => new Date(day * daylong).toISOString().slice(0, 10);
export const cents = (money: unknown) => Math.round(Number(money) * 100);

export interface Touch {
  row: number;
  campaign: string;
  customer: number | null;
  arm: "treated" | "control";
  version: string | null;
  at: number | null;
  openedAt: number | null;
  clickedAt: number | null;
  deliveredAt: number | null;
}

/** Four listed campaigns, one of them without a date, and one that nobody lists; touches of all sorts; some after as_of. */
export function world(seed: number) {
  const roll = dice(seed);
  const upTo = (n: number) => Math.floor(roll() * n);
  const customers = 60;
  const starts: Record<string, number | null> = {c0: -300, c1: -120, c2: -112, c3: null};
  const begins = (campaign: string) =>
    starts[campaign] == null ? null : last + starts[campaign]! * daylong + 9 * 3_600_000;
  const touches = Array.from({length: 700}, (_, row): Touch => {
    const campaign = ["c0", "c1", "c2", "c3", "x"][upTo(5)]!;
    const base = begins(campaign) ?? last - 15 * daylong;
    const at = upTo(3) ? base + (upTo(40) - 3) * daylong + upTo(86_400) * 1000 : null;
    const since = at ?? begins(campaign) ?? base;
    const answer = () => (upTo(3) ? null : since + (upTo(12) - 1) * daylong + upTo(86_400) * 1000);
    return {
      row,
      campaign,
      customer: upTo(12) ? upTo(customers) : null,
      arm: upTo(3) ? "treated" : "control",
      version: [null, "A", "B", " "][upTo(4)]!,
      at,
      openedAt: answer(),
      clickedAt: answer(),
      deliveredAt: answer()
    };
  });
  const orders = Array.from({length: 900}, (_, n) => ({
    id: `o${n}`,
    customer: upTo(customers),
    at: last - upTo(760) * daylong + upTo(86_400) * 1000,
    isCancelled: upTo(8) === 0,
    cents: upTo(9000) - 400
  })).filter(({at}) => at <= noon);
  return {begins, touches, orders, customers, campaigns: Object.keys(starts)};
}

export type World = ReturnType<typeof world>;

/** The rows of a world, as statements that fill its relations. */
export const fillOf = ({begins, touches, orders, customers, campaigns}: World): string[] => [
  asOf("2026-06-30"),
  ...known(Array(customers).keys()),
  ...given(
    stgCampaigns,
    campaigns.map((campaign_id) => ({
      campaign_id,
      started_at: text(begins(campaign_id)),
      started_on: begins(campaign_id) === null ? null : isoDay(dayOf(begins(campaign_id)!))
    }))
  ),
  ...given(
    stgTouches,
    touches.map(({row, campaign, customer, arm, version, at, openedAt, clickedAt, deliveredAt}) => ({
      load_id: "000001",
      load_row: row,
      campaign_id: campaign,
      customer_key: customer === null ? "nobody" : `k${customer}`,
      arm,
      variant: version,
      touched_at: text(at),
      opened_at: text(openedAt),
      clicked_at: text(clickedAt),
      delivered_at: text(deliveredAt)
    }))
  ),
  ...given(
    intCustomerOrders,
    orders.map(({id, customer, at, isCancelled, cents}) => ({
      order_id: id,
      customer_id: who(customer),
      ordered_at: text(at),
      ordered_on: isoDay(dayOf(at)),
      is_cancelled: isCancelled,
      net_revenue: isCancelled ? 0 : cents / 100
    }))
  )
];
