import {spawnSync} from "node:child_process";
import {cpSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {kindNames} from "../../ingest/contracts/kinds.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {type Company, company} from "./company.ts";

const home = fileURLToPath(new URL("../..", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "found-"));
let sample: Company;
let warehouse: Warehouse;

beforeAll(async () => {
  sample = await company({truth: false});
  cpSync(join(home, "perennial.config.ts"), join(project, "perennial.config.ts"));
  cpSync(sample.out, join(project, "data/exports"), {recursive: true});
  const words = ["cli/perennial.js", "ingest", "--project", project];
  const {status, stderr} = spawnSync(process.execPath, words, {cwd: home, encoding: "utf8"});
  if (status !== 0) throw new Error(stderr);
  warehouse = await Warehouse.open(join(project, "data/warehouse.duckdb"), {readOnly: true});
});
afterAll(() => {
  warehouse?.close();
  rmSync(project, {recursive: true});
});

test("the loader rejects the planted faults, each on its line, and nothing else", async () => {
  const rejects = await warehouse.rows<{file: string; line: number}>(
    "select distinct file, line from ledger.rejects join ledger.loads using (load_id)"
  );
  const found = rejects.map(({file, line}) => `${file.replace("data/exports/", "")} ${line}`);
  // What an export holds twice is no error of its rows: the preset counts it apart.
  const planted = sample.truth.faults.filter(
    ({isHarmless, problem}) => !isHarmless && problem !== "order delivered twice"
  );
  expect(found.sort()).toEqual(planted.map(({file, line}) => `${file} ${line}`).sort());
});

test("a masked telephone number is no number, and the row stays", async () => {
  const {line} = sample.truth.faults.find(({isHarmless}) => isHarmless)!;
  expect(
    await warehouse.rows(`select phone, lead_id is not null as is_there from raw_leads where load_row = ${line - 1}`)
  ).toEqual([{phone: null, is_there: true}]);
});

test("an order delivered twice is set aside", async () => {
  const rows = await warehouse.rows(
    "select kind, rule, rows from ledger.set_aside join ledger.loads using (load_id) where rule like '%twice%' and rows > 0 order by kind"
  );
  expect(rows.map(({kind}) => kind)).toContain("order_lines");
});

test("there are rows of every kind, and what the truth counts of each is there", async () => {
  const counted = await warehouse.rows<{kind: string; n: number}>(
    "select kind, sum(rows_loaded)::integer as n from ledger.loads group by kind having n > 0"
  );
  expect(counted.map(({kind}) => kind).sort()).toEqual([...kindNames].sort());
  const of = (kind: string) => counted.find((row) => row.kind === kind)!.n;
  const {club, payments, loyalty, trade, ticketEvents, mail, web} = sample.truth;
  // One row of each was broken on purpose, of web events two.
  expect([of("subscriptions"), of("payments"), of("loyalty_ledger")]).toEqual(
    [club.members, payments.charges, loyalty.entries].map((n) => n - 1)
  );
  expect([of("leads"), of("opportunities"), of("activities")]).toEqual([
    trade.leads,
    trade.converted - 1,
    trade.calls + trade.visits - 1
  ]);
  expect([of("ticket_events"), of("web_events"), of("campaigns")]).toEqual([
    ticketEvents.events - 1,
    web.events - 2,
    mail.mailings.length
  ]);
});
