import {expect, it} from "vitest";
import {identities} from "../../../models/identities.ts";
import {randomDesk, service} from "./randomDesk.ts";
import {serviceOf} from "./serviceDesk.ts";

it.each([5, 17])("whatever the tickets, every total of the service desk reconciles: seed %i", async (seed) => {
  const {fill, asOf} = randomDesk(seed, 200);
  const warehouse = await serviceOf({fill}, {asOf, service, zone: "Asia/Shanghai"});
  const ours = identities.filter(({left}) => /backlog|int_ticket|mart_service/.test(left));
  for (const {name, left, right} of ours) {
    const {a, b} = await warehouse.row(`select (${left}) as a, (${right}) as b`);
    expect([name.en, a]).toEqual([name.en, b]);
    expect(a).toBeGreaterThan(0);
  }
  const pairs = [
    ["select sum(tickets) from mart_service_hour", "select tickets from mart_service_group where dimension = 'all'"],
    [
      "select sum(tickets) from mart_complaint_cause where subcategory = 'all'",
      "select tickets from mart_service_group where dimension = 'all'"
    ],
    ["select sum(tickets) from mart_sla_month where priority = 'all'", "select count(*) from int_ticket_target"],
    ["select sum(tickets) from mart_sla_month where priority <> 'all'", "select count(*) from int_ticket_target"],
    ["select sum(kept + broken + running) from mart_sla_month", "select sum(tickets) from mart_sla_month"],
    ["select count(*) from mart_open_ticket", "select open_tickets from mart_backlog where is_as_of"],
    ["select count(*) from mart_open_ticket", "select open_tickets from mart_service_summary"],
    ["select sum(opened_tickets) from mart_service_month", "select count(*) from int_ticket"],
    ["select sum(solved_tickets) from mart_service_month", "select count(solved_at) from int_ticket"],
    [
      "select round(sum(requester_wait_minutes + agent_wait_minutes + hold_minutes)) from int_ticket_clock",
      "select round(sum(elapsed_seconds) filter (waited_for <> 'nobody') / 60) from int_ticket_step join int_ticket using (ticket_id) where is_logged"
    ]
  ] as const;
  for (const [left, right] of pairs) {
    const {a, b} = await warehouse.row(`select (${left}) as a, (${right}) as b`);
    expect([left, a]).toEqual([left, b]);
    expect(a).toBeGreaterThan(0);
  }
});
