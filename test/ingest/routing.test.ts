import {mkdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {csvParseRows} from "d3";
import {describe, expect, it} from "vitest";
import {writeXlsx} from "../../ingest/decoding/sheetWriter.ts";
import {undo} from "../../ingest/history.ts";
import {ingest} from "../../ingest/ingest.ts";
import {loads} from "../../ingest/ledger.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {zipOf} from "./decoding/zip.ts";
import {loaded, makeProject, type Sources} from "./project.ts";

const fixture = (path: string) => readFileSync(new URL(`presets/fixtures/${path}`, import.meta.url));
const sourcesOf = async (warehouse: Warehouse) =>
  Object.fromEntries((await loads(warehouse)).map(({file, source}) => [`${file} ${source}`, true]));
const several: Sources = {
  in: {preset: ["zoho-accounts", "zoho-leads", "stripe-payments"], files: "in/*", max_rejected_share: 0.9}
};

describe("a folder of several exports", () => {
  const files = {
    "in/a.csv": fixture("zoho-accounts/Accounts_001.csv"),
    "in/b.csv": fixture("zoho-leads/Leads_001.csv"),
    "in/c.csv": fixture("stripe-payments/payments.csv")
  };

  it("gives each file to the preset that it fits, once", async () => {
    const {warehouse, report, again} = await loaded(several, files);
    expect(report.failed).toEqual([]);
    expect(await sourcesOf(warehouse)).toEqual({
      "in/a.csv in_zoho_accounts": true,
      "in/b.csv in_zoho_leads": true,
      "in/c.csv in_stripe_payments": true
    });
    expect(await warehouse.row("select count(*) as n from ledger.passed_over")).toEqual({n: 6});
    const quiet = await again();
    expect([quiet.loaded.length, quiet.unchanged.length, quiet.failed.length]).toEqual([0, 3, 0]);
    warehouse.close();
  });

  it("says of a file that fits none what each of them lacks, every time", async () => {
    const {warehouse, report, again} = await loaded(several, {...files, "in/d.csv": "a,b\n1,2\n"});
    const message =
      /^ingest: in\/d\.csv: fits no preset of sources\.in: zoho-leads lacks "Record Id", "Lead Owner\.id"; .*"!in\/d\.csv" among the files leaves it out$/;
    expect(report.failed.map(({message}) => message)).toEqual([expect.stringMatching(message)]);
    expect((await again()).failed.map(({message}) => message)).toEqual([expect.stringMatching(message)]);
    warehouse.close();
  });

  it("leaves out what a glob with ! names", async () => {
    const sources = {in: {...several.in!, files: ["in/*", "!in/d.csv"]}};
    const {warehouse, report} = await loaded(sources, {...files, "in/d.csv": "a,b\n1,2\n"});
    expect([report.failed.length, report.loaded.length]).toEqual([0, 3]);
    warehouse.close();
  });
});

describe("an archive", () => {
  const lines = (...rows: string[]) => `order_id,customer_key,ordered_at\n${rows.map((row) => `${row}\n`).join("")}`;
  const orders: Sources = {shop: {kind: "orders", files: "*.zip", entries: "*.csv", max_rejected_share: 0.5}};

  it("is loaded member by member; a member that fails leaves what it had brought, one that is gone goes", async () => {
    const {warehouse, write, again, report} = await loaded(orders, {
      "o.zip": await zipOf({
        "1.csv": lines("a,k,2026-01-01"),
        "2.csv": lines("b,k,2026-01-01"),
        "3.csv": lines("c,k,2026-01-01"),
        "x.txt": "no"
      })
    });
    expect(report.loaded.map(({file, container}) => [file, container])).toEqual([
      ["o.zip/1.csv", "o.zip"],
      ["o.zip/2.csv", "o.zip"],
      ["o.zip/3.csv", "o.zip"]
    ]);
    write("o.zip", await zipOf({"1.csv": lines("A,k,2026-01-01"), "2.csv": lines("b,k,never")}));
    const {failed} = await again();
    expect(failed.map(({file}) => file)).toEqual(["o.zip/2.csv"]);
    const ids = async () =>
      (await warehouse.row<{s: string}>("select string_agg(order_id, ' ' order by order_id) as s from raw_orders")).s;
    expect(await ids()).toBe("A b");
    expect((await again()).failed.length).toBe(1);
    expect(await ids()).toBe("A b");
    warehouse.close();
  });

  it("of which one member is taken back keeps the others, also under another mapping", async () => {
    const {project, warehouse, again} = await loaded(orders, {
      "o.zip": await zipOf({"1.csv": lines("a,k,2026-01-01"), "2.csv": lines("b,k,2026-01-01")})
    });
    await undo(warehouse, "2", () => "append");
    const quiet = await again();
    expect([quiet.loaded.length, quiet.undone.length, quiet.unchanged.length]).toEqual([0, 1, 1]);
    project.config.sources.shop!.set_aside = {none: "false"};
    const mapped = await again();
    expect(mapped.loaded.map(({file}) => file)).toEqual(["o.zip/1.csv"]);
    expect(await warehouse.rows("select order_id from raw_orders")).toEqual([{order_id: "a"}]);
    warehouse.close();
  });
});

it("a workbook's sheets go to the presets that they fit, and one of notes to none", async () => {
  const {project, open} = makeProject(several);
  const file = join(project.dir, "in/crm.xlsx");
  const leads = csvParseRows(
    fixture("zoho-leads/Leads_001.csv")
      .toString("utf8")
      .replace(/^\ufeff/, "")
  );
  const warehouse = await open();
  mkdirSync(dirname(file), {recursive: true});
  await writeXlsx(file, [
    {name: "Notes", rows: [["Exported by Anna"]]},
    {name: "Leads", rows: leads}
  ]);
  const report = await ingest(warehouse, project);
  expect(report.failed).toEqual([]);
  expect(report.loaded.map((load) => [load.file, load.source, load.preset])).toEqual([
    ["in/crm.xlsx#Leads", "in_zoho_leads", "zoho-leads"]
  ]);
  const again = await ingest(warehouse, project);
  expect([again.loaded.length, again.failed.length]).toEqual([0, 0]);
  warehouse.close();
});
