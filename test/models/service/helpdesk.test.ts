import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, it} from "vitest";
import {identities} from "../../../models/identities.ts";
import type {ModelledWarehouse} from "../warehouseOf.ts";
import {serviceOf} from "./serviceDesk.ts";

const file = fileURLToPath(new URL("../../../../shared/datasets/helpdesk/helpdesk.csv", import.meta.url));
const absent = !existsSync(file);
if (absent) process.stderr.write(`skipped: the help desk's log needs ${file}\n`);

const log = `insert into raw_ticket_events (ticket_id, event, happened_at, load_id, load_rank, load_row)
  select "CaseID", "ActivityID", "CompleteTimestamp", '000001', 1, row_number() over ()
  from read_csv('${file}', types = {CaseID: 'varchar', ActivityID: 'varchar', CompleteTimestamp: 'timestamp'})`;

/** The same by hand: the first event of a case opens it, the last one closes it. */
const cases = `(select "CaseID" as ticket_id, min("CompleteTimestamp") as opened_at, max("CompleteTimestamp") as solved_at, count(*) as events
  from read_csv('${file}', types = {CaseID: 'varchar', CompleteTimestamp: 'timestamp'}) group by 1)`;

describe.skipIf(absent)("a log of coded activities alone", () => {
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    warehouse = await serviceOf({fill: [log]}, {asOf: "2012-06-30T23:59:59"});
  });

  // REFERENCE: datasets/README.md, 3,804 tickets and 13,710 events.
  it("has all of its tickets and events", async () => {
    const all = await serviceOf({fill: [log]});
    expect(
      await all.row("select count(*) as events, count(distinct ticket_id) as tickets from int_ticket_event")
    ).toEqual({
      events: 13710,
      tickets: 3804
    });
    expect(await all.row("select count(*) as tickets, count(*) filter (is_open) as open from int_ticket")).toEqual({
      tickets: 3804,
      open: 0
    });
    const whole = "sum(date_diff('second', opened_at, solved_at))";
    const {seconds} = await all.row(`select ${whole} as seconds from ${cases}`);
    expect(await all.row(`select ${whole} as seconds from int_ticket`)).toEqual({seconds});
    expect(await all.row("select sum(elapsed_seconds) as seconds from int_ticket_step")).toEqual({seconds});
    expect(
      await all.row("select cast(round(60 * sum(resolution_minutes)) as bigint) as seconds from int_ticket_clock")
    ).toEqual({seconds});
  });

  it("has each day's backlog as opened − closed so far", async () => {
    const all = await serviceOf({fill: [log]});
    const wrong = await all.rows(
      `select backlog_on, open_tickets from mart_backlog, ${cases} group by all
       having open_tickets <> count(*) filter (cast(opened_at as date) <= backlog_on) - count(*) filter (cast(solved_at as date) <= backlog_on)`
    );
    expect(wrong).toEqual([]);
    expect(await all.row("select count(*) as days, sum(open_tickets) > 0 as is_filled from mart_backlog")).toEqual({
      days: 366,
      is_filled: true
    });
  });

  it("as of a day of the past knows what was known then: the last event so far closed a ticket", async () => {
    const {tickets} = await warehouse.row(
      `select count(*) as tickets from ${cases} where opened_at <= '2012-06-30 23:59:59'`
    );
    expect((await warehouse.row("select tickets from mart_service_summary")).tickets).toBe(tickets);
  });

  it("reconciles every total", async () => {
    const ours = identities.filter(({left}) => /backlog|int_ticket|mart_service/.test(left));
    expect(ours.length).toBeGreaterThanOrEqual(5);
    for (const {name, left, right} of ours) {
      const {a, b} = await warehouse.row(`select (${left}) as a, (${right}) as b`);
      expect([name.en, a]).toEqual([name.en, b]);
    }
  });

  it("says nothing of replies, promises and reopenings, which codes do not tell", async () => {
    const [all] = await warehouse.rows("select * from mart_service_group where dimension = 'all'");
    expect(all).toMatchObject({
      median_first_reply_work_minutes: null,
      first_reply_kept_share: null,
      reopened_share: null,
      one_touch_share: null,
      escalated_share: null
    });
  });
});
