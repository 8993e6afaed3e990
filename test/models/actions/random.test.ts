import {beforeAll, describe, expect, it} from "vitest";
import {rawCustomers} from "../../../ingest/contracts/kinds.ts";
import {actionNeeds, type Action} from "../../../models/actions/kinds.ts";
import {randomRelations} from "../randomRelations.ts";
import {insert, ModelledWarehouse, settings} from "../warehouseOf.ts";
import {asked} from "./actionWarehouse.ts";

const wide = {...settings.actions, aheadDays: 30, lapsedDays: 90, pressure: {messages: 2, days: 60}};

describe("on a random company", () => {
  let built: ModelledWarehouse;
  beforeAll(async () => {
    const people = Array.from({length: 240}, (_, i) => ({
      customer_key: `k${i}`,
      customer_name: `Ann Number${i}`,
      email: i % 7 ? `k${i}@x.com` : null,
      phone: i % 3 ? null : `+4477009${String(i).padStart(5, "0")}`,
      birth_date: `19${60 + (i % 30)}-07-${String(1 + (i % 28)).padStart(2, "0")}`,
      owner: ["Olga", "Piotr", null][i % 3],
      accepts_marketing: [true, false, null, null][i % 4]
    }));
    built = await ModelledWarehouse.of(
      [...randomRelations(5, 240).fill, insert(rawCustomers, people)],
      {actions: wide},
      asked
    );
  }, 300_000);

  it("several kinds of action are due", async () => {
    const rows = await built.rows("select action from mart_action_kind where customers > 0");
    expect(rows.length).toBeGreaterThan(5);
  });

  it("no message is listed for a customer who did not agree, has no address or had enough, and everybody else is listed", async () => {
    const rows = await built.rows(
      `select action, known.*, coalesce(messages, 0) as messages,
         exists (from mart_action where mart_action.customer_id = due.customer_id and mart_action.action = due.action) as is_listed
       from mart_action_due as due join mart_customer_360 as known using (customer_id) left join int_action_pressure using (customer_id)`
    );
    expect(rows.length).toBeGreaterThan(50);
    const {messages} = wide.pressure;
    const seen = new Set<string>();
    for (const row of rows) {
      const needs = actionNeeds[row.action as Action];
      const mail = (row.may_email ?? row.accepts_marketing) === true && row.email !== null;
      const phone = row.phone !== null && (row.may_text === true || row.may_call === true);
      const may =
        needs === "service" ||
        (needs === "call" && row.may_call !== false) ||
        (needs === "message" && (mail || phone) && row.messages < messages);
      expect({action: row.action, id: row.customer_id, is_listed: row.is_listed}).toEqual({
        action: row.action,
        id: row.customer_id,
        is_listed: may
      });
      seen.add(`${needs} ${may}`);
    }
    expect([...seen].sort()).toEqual(["message false", "message true", "service true"]);
  });

  it("kinds add up to what is due and what is listed", async () => {
    for (const row of await built.rows("from mart_action_kind")) {
      const {n} = await built.row(`select count(*) as n from mart_action_due where action = '${row.action}'`);
      const {listed, value} = await built.row(
        `select count(*) as listed, coalesce(sum(expected_value), 0)::double as value from mart_action where action = '${row.action}'`
      );
      expect({...row, expected_value: Number(row.expected_value)}).toMatchObject({
        customers: n,
        listed,
        expected_value: value
      });
      expect(row.listed + row.refused + row.no_address + row.no_answer + row.pressed).toBe(row.customers);
      expect(row.overdue + row.due_today + row.due_week + row.due_later).toBe(row.listed);
    }
  });

  it("customers stand by the greatest value of their actions, each once on the list of one owner", async () => {
    const rows = await built.rows(
      `select customer_id, any_value(owner) as owner, count(distinct coalesce(owner, '')) as owners, any_value(place) as place,
         any_value(overall_place) as overall_place, max(expected_value)::double as value, any_value(customer_value)::double as said,
         coalesce(min(due_on), date '2200-01-01') as due_on
       from mart_action group by customer_id order by overall_place`
    );
    expect(rows.length).toBeGreaterThan(20);
    const sorted = rows.toSorted(
      (a, b) =>
        (b.value ?? -1) - (a.value ?? -1) ||
        String(a.due_on).localeCompare(String(b.due_on)) ||
        (a.customer_id < b.customer_id ? -1 : 1)
    );
    expect(rows).toEqual(sorted);
    const places = new Map<string, number>();
    rows.forEach((row, i) => {
      const owner = String(row.owner ?? "");
      places.set(owner, (places.get(owner) ?? 0) + 1);
      expect(row).toMatchObject({owners: 1, overall_place: i + 1, place: places.get(owner), said: row.value});
    });
  });

  it("what falls due lies within the configured days, and nothing else is listed", async () => {
    const {as_of_on} = await built.row("from int_as_of");
    for (const {due_on, action} of await built.rows("select due_on, action from mart_action_due")) {
      if (action === "notice") expect(due_on >= as_of_on).toBe(true);
      else if (due_on === null) expect(action).toBe("birthday");
      else {
        const days = (Date.parse(due_on) - Date.parse(as_of_on)) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(-wide.lapsedDays);
        expect(days).toBeLessThanOrEqual(wide.aheadDays);
      }
    }
  });
});
