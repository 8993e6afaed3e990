import {expect, it} from "vitest";
import {makeTickets} from "../../cli/bench/tickets/base.ts";
import {clockModels, elapsedByHand, settings} from "../../cli/bench/tickets/work.ts";
import {createRows} from "../../models/compile.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";

it("the generated log has the events that were asked for, and the clock the elapsed times that SQL by hand has", async () => {
  const warehouse = await Warehouse.open(":memory:");
  await makeTickets(warehouse, 20_000);
  await warehouse.run(elapsedByHand);
  for (const model of clockModels()) await createRows(model, {warehouse, settings, table: `"${model.name}"`});
  const {events, tickets} = await warehouse.row<{events: number; tickets: number}>(
    "select count(*) as events, count(distinct ticket_id) as tickets from stg_ticket_events"
  );
  expect(Math.abs(events - 20_000)).toBeLessThan(600);
  expect(
    await warehouse.row(
      `select count(*) as tickets, count(*) filter (c.first_reply_minutes is distinct from p.first_reply_minutes) as other_replies,
         count(*) filter (not is_open and c.resolution_minutes is distinct from p.resolution_minutes) as other_resolutions,
         count(*) filter (not is_open) > 0.9 * count(*) as are_solved
       from int_ticket_clock as c join int_ticket using (ticket_id) join plain_ticket as p using (ticket_id)`
    )
  ).toEqual({tickets, other_replies: 0, other_resolutions: 0, are_solved: true});
  expect((await warehouse.rows("select distinct clock from int_ticket_target order by 1")).map(Object.values)).toEqual([
    ["business"],
    ["elapsed"]
  ]);
  warehouse.close();
});
