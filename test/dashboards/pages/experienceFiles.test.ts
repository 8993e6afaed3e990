import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {martClosedLoop} from "../../../models/marts/mart_closed_loop.ts";
import {martOpenTicket} from "../../../models/marts/mart_open_ticket.ts";
import {martVerbatim} from "../../../models/marts/mart_verbatim.ts";
import {takeAway as openTickets} from "../../../dashboards/pages/service/takeAway.ts";
import {writeFiles as writeService} from "../../../dashboards/pages/service/writeFiles.ts";
import {folderName, textsFile} from "../../../dashboards/pages/voice/files.ts";
import {takeAway as cases} from "../../../dashboards/pages/voice/loop/takeAway.ts";
import {writeFiles as writeLoop} from "../../../dashboards/pages/voice/loop/writeFiles.ts";
import {unpack, type PackedSaid} from "../../../dashboards/pages/voice/said.ts";
import {writeFiles as writeVoice} from "../../../dashboards/pages/voice/writeFiles.ts";
import {emptyTableSql} from "../../../warehouse/ddl.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";

let warehouse: Warehouse;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "perennial-experience-"));
  warehouse = await Warehouse.open(":memory:");
  for (const relation of [intAsOf, martClosedLoop, martOpenTicket, martVerbatim])
    await warehouse.run(emptyTableSql(relation));
  await warehouse.run(`
    insert into int_as_of by name
    select '2026-06-24 12:00:00'::timestamp as as_of_at, '2026-06-24'::date as as_of_on, '2026-06-01'::date as as_of_month,
      false as is_month_complete, '2026-05-01'::date as last_complete_month, 91 as horizon_days`);
  await warehouse.run(`
    insert into mart_open_ticket by name
    select 'T' || n as ticket_id, '2026-06-20'::date as opened_on, 4 as age_days, 'open' as ticket_state,
      if(n % 3 = 0, null, (n * 37) % 500 - 100) as remaining_minutes, false as is_breached, false as is_paused
    from range(1, 301) as r(n)`);
  await warehouse.run(`
    insert into mart_closed_loop by name
    select 'c' || n as case_id, 'detractor' as origin, 'C-' || n as customer_id, '2026-05-01'::date as happened_on,
      ['recovered', 'overdue', 'repeated', 'open'][1 + n % 4] as state, '2026-05-15'::date as due_on, n % 50 as net_revenue_365d
    from range(1, 401) as r(n)`);
  await warehouse.run(`
    insert into mart_verbatim by name
    select 'v' || n as verbatim_id, '2026-06-01'::date as said_on, 'feedback' as origin, 'nps' as instrument, n % 11 as score,
      'zh' as language, '很好 ' || n as masked_text, 1 as same_texts, 'positive' as sentiment, 'delivery,price' as themes,
      if(n = 3, null, n) as net_revenue_365d
    from range(1, 31) as r(n)`);
});
afterAll(() => {
  warehouse.close();
  rmSync(folder, {recursive: true});
});

const linesOf = (address: string) =>
  readFileSync(join(folder, address.replace("/data/", "")), "utf8")
    .trimEnd()
    .split("\r\n");
const column = (lines: readonly string[], name: string) => {
  const at = lines[0]!.replace("\ufeff", "").split(",").indexOf(name);
  return lines.slice(1).map((line) => line.split(",")[at]!);
};

test("every open ticket is a line of the file that the page names, the most overdue first, without a promise last", async () => {
  await writeService(warehouse, folder);
  const lines = linesOf(openTickets("2026-06-24"));
  expect(lines).toHaveLength(301);
  const left = column(lines, "remaining_minutes");
  const known = left.filter((text) => text !== "").map(Number);
  expect(known).toHaveLength(200);
  expect(known).toEqual(known.toSorted((a, b) => a - b));
  expect(left.slice(200).every((text) => text === "")).toBe(true);
});

test("every case is a line of its file: nobody came back first, then unhappy again, highest revenue first", async () => {
  await writeLoop(warehouse, folder);
  const lines = linesOf(cases("2026-06-24"));
  expect(lines).toHaveLength(401);
  const states = column(lines, "state");
  expect(new Set(states.slice(0, 200))).toEqual(new Set(["overdue", "open"]));
  expect(new Set(states.slice(200, 300))).toEqual(new Set(["repeated"]));
  const revenue = column(lines, "net_revenue_365d").slice(0, 200).map(Number);
  expect(revenue).toEqual(revenue.toSorted((a, b) => b - a));
});

test("the file of texts holds all of them, highest revenue first, of nobody known last", async () => {
  await writeVoice(warehouse, folder);
  const packed = JSON.parse(readFileSync(join(folder, folderName, textsFile), "utf8")) as PackedSaid[];
  const said = packed.map(unpack);
  expect(said).toHaveLength(30);
  expect(said[0]).toMatchObject({
    text: "很好 30",
    language: "zh",
    on: "2026-06-01",
    revenue: 30,
    themes: ["delivery", "price"]
  });
  expect(said.at(-1)!.revenue).toBeNull();
});
