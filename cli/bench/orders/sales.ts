import {uniform} from "../customers/fill.ts";
import {end, geometric, secondsAfter, shop} from "./company.ts";
import type {Rows} from "./load.ts";

const price = (product: string) => `5 + hash(${product}, 'price') % 7000 / 100.0`;
const later = (salt: string, days: number) =>
  `least(${end}, ${secondsAfter("placed_at", `${days * 86400} * ${uniform(salt, "n")}`)})`;
const order = "cast(n as varchar)";
const customer = "'K' || id";

/** Orders, 2.5 lines each of products that a few sell most of, 2 % cancelled, 3 % with a refund; `placed` (n, id, placed_at) holds them by time. */
export const sales: Rows[] = [
  {
    kind: "products",
    given: {
      product_id: "'P' || p",
      product_name: "'Product ' || p",
      category: "'Group ' || p % 30",
      list_price: price("p"),
      unit_cost: `0.6 * (${price("p")})`
    },
    from: `range(${shop.products}) as t (p)`
  },
  {
    kind: "orders",
    given: {
      order_id: order,
      customer_key: customer,
      ordered_at: "placed_at",
      is_cancelled: `${uniform("fate", "n")} < 0.02`,
      refunded: `case when ${uniform("fate", "n")} > 0.97 then 5 end`,
      sales_channel: "(['web', 'app', 'shop'])[1 + n % 3]",
      country: "'GB'"
    },
    from: "placed"
  },
  {
    kind: "order_lines",
    given: {
      order_id: order,
      product_id: "'P' || p",
      quantity: `1 + ${geometric(0.3, uniform("quantity", "n", "l"))}`,
      unit_price: price("p")
    },
    from: `(select n, l, cast(floor(${shop.products} * pow(${uniform("product", "n", "l")}, 2.5)) as bigint) as p
      from (select n, unnest(range(1 + least(19, ${geometric(1.5, uniform("lines", "n"))}))) as l from placed))`
  }
];

const phrases = `case when score >= 8 then (['Quick delivery, and well packed', 'Good quality at a fair price', 'Friendly staff who helped at once'])[1 + n % 3]
  else (['The delivery came late and the box was torn', 'Nobody answered my messages', 'Too expensive for what it is'])[1 + n % 3] end`;

/** What follows orders: a ticket after 5 in 100, an answer after 3 (a tenth of them with a comment), points after those of members. */
export const events: Rows[] = [
  {
    kind: "tickets",
    given: {
      ticket_id: "'T' || n",
      customer_key: customer,
      opened_at: "opened_at",
      first_replied_at: `nullif(least(${end}, ${secondsAfter("opened_at", `14400 * ${uniform("reply", "n")}`)}), ${end})`,
      solved_at: `nullif(least(${end}, ${secondsAfter("opened_at", `14400 + 259200 * ${uniform("solve", "n")}`)}), ${end})`,
      ticket_status: `case when ${secondsAfter("opened_at", `14400 + 259200 * ${uniform("solve", "n")}`)} < ${end} then 'Solved' else 'Open' end`,
      priority: "(['Urgent', 'High', 'Normal', 'Low'])[1 + n % 4]",
      ticket_channel: "(['email', 'phone', 'chat'])[1 + n % 3]",
      category: "(['Delivery', 'Payment', 'Product', 'Account'])[1 + n // 4 % 4]",
      order_id: order,
      team: "'Team ' || n % 5",
      agent: "'Agent ' || n % 40"
    },
    from: `(select *, ${later("opened", 10)} as opened_at from placed where ${uniform("ticket", "n")} < 0.05)`
  },
  {
    kind: "feedback",
    given: {
      response_id: "'F' || n",
      customer_key: customer,
      answered_at: later("answered", 14),
      instrument: "case when n % 3 = 0 then 'csat' else 'nps' end",
      score: "case when n % 3 = 0 then 1 + score // 2 - score // 10 else score end",
      survey: "'After purchase'",
      comment: `case when ${uniform("comment", "n")} < 0.1 then ${phrases} end`
    },
    from: `(select *, cast(floor(11 * sqrt(${uniform("score", "n")})) as bigint) as score from placed where ${uniform("answer", "n")} < 0.03)`
  },
  {
    kind: "loyalty_ledger",
    given: {
      entry_id: "case when redeems then 'R' else 'E' end || n",
      customer_key: customer,
      happened_at: "placed_at",
      entry_type: "case when redeems then 'redeem' else 'earn' end",
      points: `case when redeems then -20 else 1 + floor(60 * ${uniform("points", "n")}) end`,
      expires_at: "case when not redeems then placed_at + to_days(365) end",
      order_id: order
    },
    from: `(select *, unnest(case when ${uniform("redeem", "n")} < 0.1 then [false, true] else [false] end) as redeems
      from placed where ${uniform("member", "id")} < ${shop.members})`
  }
];
