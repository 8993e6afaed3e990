import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {body} from "../../../dashboards/pages/actions/body.ts";
import {everybodyOf, listed} from "../../../dashboards/pages/actions/listed.ts";
import type {ActionRow, Kind, KindRow} from "../../../dashboards/pages/actions/rows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 2,
  personal: [] as string[]
};
export const [en, zh] = [pageContext("/actions", "en", company), pageContext("/actions", "zh", company)];
export const named = pageContext("/actions", "en", {...company, personal: ["customer_name", "owner"]});

/** Something to do about the customer in a place of the list. */
export const task = (overall_place: number, action: Kind, change: Partial<ActionRow> = {}): ActionRow => ({
  customer_id: `C-00AA${10 + overall_place}`,
  action,
  has_owner: false,
  place: overall_place,
  overall_place,
  due_on: new Date("2026-06-24"),
  is_overdue: false,
  items: 1,
  expected_value: 500 - overall_place,
  reason_text: null,
  reason_days: 90,
  reason_count: null,
  reason_amount: 400,
  reason_share: 0.5,
  customer_value: 500 - overall_place,
  way: "email",
  may_email: true,
  may_call: null,
  may_text: null,
  messages: 0,
  segment: "champions",
  abc_class: "A",
  net_revenue_365d: 1000,
  all_customers: 9,
  all_but_birthdays: 8,
  ...change
});

export const kind = (action: Kind, position: number, change: Partial<KindRow> = {}): KindRow => ({
  action,
  position,
  customers: 40,
  listed: 40,
  overdue: 12,
  due_today: 20,
  due_week: 8,
  due_later: 0,
  refused: 0,
  no_address: 0,
  no_answer: 0,
  pressed: 0,
  expected_value: 4000,
  ahead_days: 14,
  lapsed_days: 30,
  ...change
});

export const rows: ActionRow[] = [
  task(1, "churn_call"),
  task(1, "complaint", {due_on: new Date("2026-06-20"), is_overdue: true, reason_days: 18, items: 2}),
  task(2, "deal", {
    owner: "Olga",
    way: "none",
    due_on: new Date("2026-06-14"),
    reason_text: "Proposal",
    reason_days: 40,
    reason_count: 10,
    reason_amount: 5000
  }),
  task(3, "replenishment", {
    due_on: new Date("2026-06-28"),
    reason_text: "Oak <Board>",
    items: 3,
    messages: 1,
    owner: null
  }),
  task(4, "birthday", {due_on: null, expected_value: null, customer_value: null}),
  task(5, "points_expiring", {due_on: new Date("2026-07-06"), expected_value: null, reason_amount: 57})
];

export const kinds: KindRow[] = [
  kind("complaint", 1),
  kind("replenishment", 8, {customers: 70, refused: 25, no_address: 5}),
  kind("birthday", 12, {
    customers: 4,
    listed: 4,
    overdue: 0,
    due_today: 0,
    due_week: 0,
    due_later: 4,
    expected_value: 0
  })
];

export const render = (c = en, given: {rows?: readonly ActionRow[]; kinds?: readonly KindRow[]} = {}) =>
  body(
    "Who does what today?",
    {
      kinds: given.kinds ?? kinds,
      list: listed(given.rows ?? rows, c),
      everybody: everybodyOf(given.rows ?? rows, c)
    },
    c
  );
