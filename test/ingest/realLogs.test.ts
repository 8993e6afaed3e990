import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {build} from "../../models/build.ts";
import {stgOpportunities} from "../../models/staging/stg_opportunities.ts";
import {stgTicketEvents} from "../../models/staging/stg_ticket_events.ts";
import {settings} from "../models/warehouseOf.ts";
import {loaded} from "./project.ts";

const folder = fileURLToPath(new URL("../../../shared/datasets", import.meta.url));
const absent = !existsSync(folder);
if (absent) process.stderr.write(`skipped: real logs need the data sets in ${folder}\n`);
const read = (name: string) => readFileSync(`${folder}/${name}`, "utf8");

describe.skipIf(absent)("exports with the headers that their systems gave them", () => {
  it("a CRM's opportunities load without mapping and are won and lost as published", async () => {
    const {warehouse, report} = await loaded(
      {crm: {kind: "opportunities", files: "sales_pipeline.csv"}},
      {"sales_pipeline.csv": read("crm-sales/sales_pipeline.csv")}
    );
    expect(report.failed).toEqual([]);
    await build(warehouse, [stgOpportunities], settings);
    const counts = await warehouse.row(
      `select count(*) as opportunities, count(*) filter (where is_won) as won, count(*) filter (where is_lost) as lost,
       count(closed_on) as closed, cast(sum(amount) as bigint) as value, count(*) filter (where customer_key is null) as unknown
       from stg_opportunities`
    );
    expect(counts).toEqual({
      opportunities: 8800,
      won: 4238,
      lost: 2473,
      closed: 6711,
      value: 10_005_534,
      unknown: 1425
    });
  });

  it("a help desk's log in overlapping halves is the log, with equal events of one file kept", async () => {
    const [head, ...lines] = read("helpdesk/helpdesk.csv").trim().split(/\r?\n/);
    const inTime = lines.sort((a, b) => (a.split(",")[2]! < b.split(",")[2]! ? -1 : 1));
    const part = (from: number, to: number) => [head, ...inTime.slice(from, to)].join("\n") + "\n";
    const {warehouse, report} = await loaded(
      {desk: {kind: "ticket_events", files: "log-*.csv"}},
      {"log-1.csv": part(0, 8000), "log-2.csv": part(6000, lines.length)}
    );
    expect(report.failed).toEqual([]);
    await build(warehouse, [stgTicketEvents], settings);
    const found = await warehouse.rows<{line: string}>(
      "select ticket_id || ',' || event || ',' || strftime(happened_at, '%Y-%m-%d %H:%M:%S') as line from stg_ticket_events"
    );
    expect(found.map(({line}) => line).sort()).toEqual([...lines].sort());
    expect(await warehouse.row("select count(distinct ticket_id) as tickets from stg_ticket_events")).toEqual({
      tickets: 3804
    });
  });
});
