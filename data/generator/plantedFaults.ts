import type {Fault} from "./faults.ts";

/** Every fault of the sample, in the order of its files. */
export const FAULTS: readonly Fault[] = [
  {
    file: "shop/orders_2024.csv.gz",
    record: 12,
    problem: "impossible date",
    column: "Created at",
    value: "2024-11-31 10:15:00 +0000"
  },
  {
    file: "shop/orders_2025.csv.gz",
    record: 20,
    problem: "price is not a number",
    column: "Lineitem price",
    value: "12,5o"
  },
  {file: "shop/orders_2025.csv.gz", record: 33, problem: "order delivered twice", repeated: true},
  {
    file: "shop/orders_2026.csv",
    record: 9,
    problem: "quantity is not a number",
    column: "Lineitem quantity",
    value: "two"
  },
  {
    file: "shop/orders_2026.csv",
    record: 41,
    problem: "impossible time",
    column: "Created at",
    value: "2026-05-02 25:61:00 +0100"
  },
  {file: "shop/customers.csv", record: 25, problem: "row cut short", cut: 5},
  {file: "shop/customers.csv", record: 48, problem: "customer delivered twice", repeated: true},
  {file: "shop/products.csv", record: 31, problem: "cost is not a number", column: "Cost per item", value: "n/k"},
  {file: "helpdesk/tickets.csv", record: 7, problem: "ticket without id", column: "Id", value: ""},
  {
    file: "helpdesk/tickets.csv",
    record: 19,
    problem: "impossible date",
    column: "Created at",
    value: "2026-13-04 08:30:11"
  },
  {file: "survey/nps_2025.csv", record: 5, problem: "score outside 0 to 10", column: "Q1", value: "11"},
  {file: "survey/nps_2026.csv", record: 8, problem: "score is not a number", column: "Q1", value: "ten"},
  // Money, club and points.
  {
    file: "payments/stripe_2025.csv.gz",
    record: 30,
    problem: "amount with a letter in it",
    column: "Converted Amount",
    value: "39.9O"
  },
  {
    file: "payments/other_refunds.csv",
    record: 11,
    problem: "line broken within a cell: its end stands alone",
    column: "Reason",
    split: true
  },
  {
    file: "club/subscriptions.csv",
    record: 16,
    problem: "interval that is none",
    column: "Billed every",
    value: "fortnight"
  },
  {
    file: "loyalty/ledger.parquet",
    record: 21,
    problem: "points earned with the wrong sign",
    column: "points",
    value: "-18"
  },
  // Mail and web.
  {
    file: "mail/touches.csv.gz",
    record: 27,
    problem: "opened before it was sent",
    column: "Opened at",
    value: "2024-01-05 08:00:00"
  },
  {
    file: "mail/consents.csv.gz",
    record: 40,
    problem: "neither yes nor no",
    column: "Opted in",
    value: "maybe"
  },
  {
    file: "mail/audience.zip/unsubscribed_members_export_hv.csv",
    record: 6,
    problem: "impossible date",
    column: "UNSUB_TIME",
    value: "2026-02-30 10:15:00"
  },
  {file: "web/events.ndjson.gz", record: 14, problem: "object cut short", cut: 60},
  {
    file: "web/events.ndjson.gz",
    record: 33,
    problem: "impossible time",
    column: "timestamp",
    value: "2026-06-31T10:00:00Z"
  },
  // Service and feedback.
  {
    file: "helpdesk/ticket_events.csv.gz",
    record: 18,
    problem: "impossible time",
    column: "Time",
    value: "2024-08-01 24:75:00"
  },
  {
    file: "app/reviews_com.example.harbourvine_202605.csv",
    record: 4,
    problem: "six stars of five",
    column: "Star Rating",
    value: "6"
  },
  {
    file: "survey/wjx_tea_2026.csv",
    record: 9,
    problem: "half a character",
    column: "提交答卷时间",
    undecodable: true
  },
  {
    file: "survey/wjx_tea_2026.csv",
    record: 17,
    problem: "score in words",
    column: "1、您对这次购买的商品满意吗？",
    value: "很满意"
  },
  // The trade's workbook.
  {
    file: "crm/trade.xlsx#Leads",
    record: 12,
    problem: "masked telephone number",
    column: "Phone",
    value: "0770****144",
    isHarmless: true
  },
  {
    file: "crm/trade.xlsx#Deals",
    record: 8,
    problem: "key rounded by a spreadsheet",
    column: "Record Id",
    value: "8.42613E+17"
  },
  {
    file: "crm/trade.xlsx#Stage History",
    record: 5,
    problem: "impossible day",
    column: "Entered",
    value: "2025-02-29"
  },
  {
    file: "crm/trade.xlsx#Visits",
    record: 6,
    problem: "visit without number",
    column: "Visit No.",
    value: ""
  }
];
