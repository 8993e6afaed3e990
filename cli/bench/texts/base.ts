import {BOOLEAN, INTEGER, VARCHAR} from "@duckdb/node-api";
import {appendColumns} from "../../../warehouse/appendColumns.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {intCustomerFeedback} from "../../../models/intermediate/int_customer_feedback.ts";
import {intCustomerKeys} from "../../../models/intermediate/int_customer_keys.ts";
import {intCustomerTickets} from "../../../models/intermediate/int_customer_tickets.ts";
import {intCustomerValue} from "../../../models/intermediate/int_customer_value.ts";
import {martRfm} from "../../../models/marts/mart_rfm.ts";
import {stgCustomers} from "../../../models/staging/stg_customers.ts";
import {stgFeedback} from "../../../models/staging/stg_feedback.ts";
import {stgTickets} from "../../../models/staging/stg_tickets.ts";
import {fill, uniform} from "../customers/fill.ts";
import {drawTexts} from "./sentences.ts";

/** Texts that are written at a time. */
const slice = 20_000;
/** Texts of one customer. */
const perCustomer = 3;

const day = `date '2024-01-01' + cast(floor(900 * ${uniform("day", "n")}) as integer)`;
const customer = `'C-' || (n // ${perCustomer})`;

/**
 * Fills what the models of texts read with so many verbatims: two thirds answers, half of them NPS and half ratings, one third tickets; every third of a
 * known customer with a name. One text in twenty is one that others wrote too.
 */
export async function makeTexts(warehouse: Warehouse, texts: number): Promise<void> {
  await warehouse.run("create or replace temp table drawn (n integer, said varchar, is_negative boolean)");
  let rows: {text: string; isNegative: boolean}[] = [];
  let n = 0;
  const flush = async () => {
    const first = n;
    await appendColumns(
      warehouse,
      "drawn",
      [INTEGER, VARCHAR, BOOLEAN],
      [rows.map((_, i) => first + i), rows.map(({text}) => text), rows.map(({isNegative}) => isNegative)]
    );
    n += rows.length;
    rows = [];
  };
  for (const drawn of drawTexts(texts, 7)) {
    rows.push(drawn);
    if (rows.length === slice) await flush();
  }
  await flush();
  await warehouse.run(`create or replace temp table said as select n, is_negative,
    case when ${uniform("same", "n")} < 0.05 then case when is_negative then '太差了' else 'Good!' end else said end as said from drawn`);
  const when = {said_on: day};
  await fill(
    warehouse,
    stgFeedback,
    {
      response_id: "n",
      customer_key: `'k' || (n // ${perCustomer})`,
      answered_at: `cast(${when.said_on} as timestamp)`,
      answered_on: when.said_on,
      answered_month: `date_trunc('month', ${when.said_on})`,
      instrument: "case when n % 2 = 0 then 'nps' else 'rating' end",
      score:
        "case when n % 2 = 0 then case when is_negative then 3 else 9 end else case when is_negative then 1 else 5 end end",
      comment: "said"
    },
    "said where n % 3 <> 0"
  );
  await fill(
    warehouse,
    stgTickets,
    {
      ticket_id: "n",
      opened_at: `cast(${when.said_on} as timestamp)`,
      opened_on: when.said_on,
      opened_month: `date_trunc('month', ${when.said_on})`,
      is_open: "false",
      subject: "left(said, 40)",
      description: "said",
      agent: "'Agent' || (n % 50) || ' Pryce'"
    },
    "said where n % 3 = 0"
  );
  await fill(warehouse, intCustomerFeedback, {response_id: "n", customer_id: customer}, "said where n % 3 = 1");
  await fill(
    warehouse,
    intCustomerTickets,
    {ticket_id: "n", customer_id: customer},
    "said where n % 3 = 0 and n % 2 = 0"
  );
  const people = `range(${Math.ceil(texts / perCustomer)}) as t (n)`;
  await fill(
    warehouse,
    stgCustomers,
    {customer_key: "'k' || n", customer_name: "'Harriet Osborn' || n", load_id: "'1'"},
    people
  );
  await fill(
    warehouse,
    intCustomerKeys,
    {key_kind: "'customer_key'", source_key: "'k' || n", customer_id: "'C-' || n"},
    people
  );
  await fill(warehouse, intCustomerValue, {customer_id: "'C-' || n", net_revenue_365d: "n % 100"}, people);
  await fill(warehouse, martRfm, {customer_id: "'C-' || n", segment: "'segment ' || (n % 10)"}, people);
  await fill(
    warehouse,
    intAsOf,
    {
      as_of_at: "timestamp '2026-06-19'",
      as_of_on: "date '2026-06-19'",
      as_of_month: "date '2026-06-01'",
      is_month_complete: "false",
      last_complete_month: "date '2026-05-01'",
      horizon_days: "91"
    },
    "range(1)"
  );
  await warehouse.run("drop table drawn; drop table said");
}
