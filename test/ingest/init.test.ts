import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import fc from "fast-check";
import picomatch from "picomatch";
import {check} from "prettier";
import {describe, expect, it} from "vitest";
import {ingest} from "../../ingest/ingest.ts";
import {init} from "../../ingest/init.ts";
import {globsOf, patternOf} from "../../ingest/initial/globs.ts";
import {literal} from "../../ingest/initial/literal.ts";
import {snakeCase} from "../../ingest/initial/names.ts";
import {openProject} from "../../ingest/project.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {zipOf} from "./decoding/zip.ts";

const home = new URL("presets/fixtures/", import.meta.url).pathname;
const fixture = (path: string): Buffer => readFileSync(join(home, path));

/** A company's folder with these files. */
function company(files: Record<string, string | Buffer>): string {
  const dir = mkdtempSync(join(tmpdir(), "perennial-"));
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), {recursive: true});
    writeFileSync(join(dir, name), contents);
  }
  return dir;
}

const begin = (project: string, options: Partial<Parameters<typeof init>[0]> = {}) =>
  init({from: join(project, "exports"), project, currency: "GBP", ...options});

const textOf = (project: string): string => readFileSync(join(project, "perennial.config.ts"), "utf8");

/** What the written configuration loads. */
async function loadedBy(dir: string) {
  const project = await openProject(dir);
  const warehouse = await Warehouse.open(":memory:");
  const report = await ingest(warehouse, project);
  warehouse.close();
  return report;
}

const format = JSON.parse(readFileSync(new URL("../../.prettierrc.json", import.meta.url), "utf8")) as object;
const isFormatted = (text: string) => check(text, {...format, parser: "typescript"});

const till = `order_id,customer_key,ordered_at,total,currency
1,a,2026-05-01 10:00:00,10,GBP
2,b,2026-05-02 10:00:00,5,GBP
`;

const survey = (rows: string[]) =>
  ["#,How likely are you to recommend us?,Why?,Start Date (UTC),Submit Date (UTC),Network ID", ...rows].join("\n");
const answer = (id: string, score: string) =>
  `${id},${score},because the tea is good,2026-05-01 10:00:00,2026-05-01 10:01:00,n${id}`;

describe("a first configuration", () => {
  it("loads every file of one company with many systems", {timeout: 300_000}, async () => {
    const systems = [
      ...["bigin-pipelines", "freshdesk-tickets", "freshservice-tickets", "google-play-reviews", "hubspot-companies"],
      ...["hubspot-contacts", "hubspot-deals", "hubspot-deal-stages", "mailchimp-audience", "mailchimp-campaigns"],
      ...["salesforce-accounts", "salesforce-contacts", "salesforce-leads", "salesforce-opportunities"],
      ...["shopify-customers", "shopify-products", "stripe-payments", "surveymonkey-responses", "work-items"],
      ...["woocommerce-orders", "zendesk-tickets", "zendesk-tickets-json", "zoho-accounts", "zoho-calls"],
      ...["zoho-contacts", "zoho-leads", "zoho-tasks", "zoho-desk-tickets", "fxiaoke-accounts", "wjx-responses"]
    ];
    const dir = company({});
    for (const system of systems) cpSync(join(home, system), join(dir, "exports", system), {recursive: true});
    cpSync(join(home, "shopify-orders/orders_export_1.csv"), join(dir, "exports/shopify-orders/orders_export_1.csv"));
    for (const name of readdirSync(join(dir, "exports"), {recursive: true, encoding: "utf8"})) {
      if (name.endsWith("expected.json")) writeFileSync(join(dir, "exports", name), "");
    }
    const report = await begin(dir);
    const isExport = (name: string) => !name.endsWith("expected.json");
    expect(report.drafts).toEqual([]);
    expect(report.left.filter(({name}) => isExport(name))).toEqual([]);
    const {failed, loaded} = await loadedBy(dir);
    expect(failed).toEqual([]);
    const files = readdirSync(join(dir, "exports"), {recursive: true, encoding: "utf8"}).filter((name) =>
      /\.\w+$/.test(name)
    );
    const containers = new Set(loaded.map(({container}) => container));
    expect(files.filter((name) => isExport(name) && !containers.has(`exports/${name}`))).toEqual([]);
    // The folder of a fixture is the name of its preset.
    for (const load of loaded) expect(load.container).toContain(`/${load.preset}/`);
    expect(await isFormatted(textOf(dir))).toBe(true);
  });

  it("of a company in China agrees on its currency by itself", async () => {
    const dir = company({});
    for (const system of ["taobao-orders", "taobao-lines", "douyin-orders", "fxiaoke-leads"]) {
      cpSync(join(home, system), join(dir, "exports", system), {
        recursive: true,
        filter: (path) => !path.endsWith("expected.json")
      });
    }
    const report = await begin(dir, {currency: undefined, zone: "Asia/Shanghai"});
    expect([report.currency, report.drafts, report.left]).toEqual(["CNY", [], []]);
    const {failed, loaded} = await loadedBy(dir);
    expect(failed).toEqual([]);
    expect(new Set(loaded.map(({preset}) => preset)).size).toBe(4);
    expect(textOf(dir)).toContain('zone: "Asia/Shanghai"');
  });

  it("finds files whose names differ in numbers with one glob, and none of another source", async () => {
    const orders = fixture("shopify-orders/orders_export_1.csv");
    const dir = company({
      "exports/shop/orders_2024-01.csv": orders,
      "exports/shop/orders_2024-02.csv": orders,
      "exports/shop/orders_2024-02 (1).csv": orders,
      "exports/shop/customers.csv": fixture("shopify-customers/customers_export.csv"),
      "exports/outlet/orders_2024-01.csv": orders
    });
    await begin(dir);
    const {config} = await openProject(dir);
    const files = Object.fromEntries(Object.entries(config.sources).map(([name, {files}]) => [name, files]));
    expect(files).toEqual({
      shopify_customers: ["exports/shop/customers.csv"],
      shopify_orders_orders: ["exports/outlet/orders_*.csv"],
      shopify_orders_lines: ["exports/outlet/orders_*.csv"],
      shopify_orders_shop_orders: ["exports/shop/orders_*.csv"],
      shopify_orders_shop_lines: ["exports/shop/orders_*.csv"]
    });
  });

  it("asks nobody for files that have no rows, and says why", async () => {
    const text = fixture("zoho-leads/Leads_001.csv").toString();
    const header = text.slice(0, text.indexOf("\n") + 1);
    const dir = company({"exports/Leads_001.csv": text, "exports/Leads_002.csv": header});
    const {sources, drafts} = await begin(dir);
    expect(sources.map(({files}) => files)).toEqual([1]);
    expect(drafts).toMatchObject([{files: 1, reason: "has a header but no rows"}]);
    const {failed, loaded} = await loadedBy(dir);
    expect([failed, loaded.map(({file}) => file)]).toEqual([[], ["exports/Leads_001.csv"]]);
  });

  it("names the score of a survey, and sets answers without one aside", async () => {
    const dir = company({"exports/nps.csv": survey([answer("a", "10"), answer("b", ""), answer("c", "3")])});
    await begin(dir);
    const {failed, loaded} = await loadedBy(dir);
    expect(failed).toEqual([]);
    expect(loaded).toMatchObject([{kind: "feedback", rows_read: 3, rows_loaded: 2, rows_set_aside: 1}]);
  });

  it("finds the score of a survey in spite of one slip among many answers, but not among the numbers of options", async () => {
    const many = Array.from({length: 60}, (_, i) => answer(`r${i}`, String(i % 11)));
    const options = Array.from({length: 60}, (_, i) => answer(`o${i}`, String((i % 11) + 1)));
    const dir = company({
      "exports/a/nps.csv": survey([...many, answer("x", "11")]),
      "exports/b/nps.csv": survey(options)
    });
    const {sources, drafts} = await begin(dir);
    expect(sources).toMatchObject([{files: 1}]);
    expect(drafts).toMatchObject([{reason: expect.stringContaining("which question is the score") as string}]);
    expect((await loadedBy(dir)).loaded).toMatchObject([{rows_loaded: 60, rows_rejected: 1}]);
  });

  it("of an archive takes the modules that it knows, and leaves the others", async () => {
    const zip = await zipOf({
      "Leads_001.csv": fixture("zoho-leads/Leads_001.csv"),
      "Contacts_001.csv": fixture("zoho-contacts/Contacts_001.csv"),
      "nps.csv": survey([answer("a", "10"), answer("b", "0")]),
      "notes.txt": "nothing to see"
    });
    const dir = company({"exports/backup_2026-06.zip": zip});
    const {sources, left} = await begin(dir);
    expect(sources.map(({name, presets}) => [name, presets])).toEqual([
      ["zoho", ["zoho-leads", "zoho-contacts"]],
      ["typeform_responses", ["typeform-responses"]]
    ]);
    expect(left.map(({name}) => name)).toEqual(["exports/backup_2026-06.zip/notes.txt"]);
    const {failed, loaded} = await loadedBy(dir);
    expect([failed, loaded.map(({kind}) => kind).sort()]).toEqual([[], ["customers", "feedback", "leads"]]);
  });

  it("holds as comments what nobody knows: the nearest kind, and why a file cannot be read", async () => {
    const dir = company({
      "exports/leads.csv": fixture("salesforce-leads/Lead.csv"),
      "exports/bestellungen.csv": "No.;客户编号;下单时间\n7;a;2026-06-24 10:00:00\n",
      "exports/page.csv": "<html><body>Please log in</body></html>",
      "exports/notes.md": "# Notes\nnothing else\n"
    });
    const {drafts, left} = await begin(dir);
    expect(drafts).toMatchObject([{reason: "no preset fits; nearest kind orders, which needs order_id"}]);
    expect(left.map(({name}) => name)).toEqual(["exports/notes.md", "exports/page.csv"]);
    const text = textOf(dir);
    expect(text).toContain("// bestellungen: {");
    expect(text).toContain(
      '//     // order_id: every row needs it (key), and no header is known for it; could be "No."'
    );
    expect(text).toContain("Left out: exports/page.csv: a web page or XML");
    expect(await isFormatted(text)).toBe(true);
    expect((await loadedBy(dir)).failed).toEqual([]);
  });

  it("whose comments are completed and uncommented is a configuration too", async () => {
    const dir = company({
      "exports/leads.csv": fixture("salesforce-leads/Lead.csv"),
      "exports/till.csv": till
    });
    await begin(dir);
    const file = join(dir, "perennial.config.ts");
    const code = textOf(dir).replace(/^ {4}\/\/ ( {2}.*|till: .*|\},)$/gm, "    $1");
    writeFileSync(file, code);
    const {failed, loaded} = await loadedBy(dir);
    expect([failed, loaded.map(({kind}) => kind).sort()]).toEqual([[], ["leads", "orders"]]);
  });

  it("in which no source is sure says so, and is complete but for that", async () => {
    const dir = company({"exports/till.csv": till});
    const {sources, drafts} = await begin(dir);
    expect([sources, drafts.length]).toEqual([[], 1]);
    expect(await isFormatted(textOf(dir))).toBe(true);
    await expect(openProject(dir)).rejects.toThrow("at least one source");
  });

  it("finds exports beside the company's folder, in folders with odd names", async () => {
    const dir = company({
      "company/notes.txt": "",
      "the exports (old) [2]/Lead {a}.csv": fixture("salesforce-leads/Lead.csv")
    });
    const project = join(dir, "company");
    await begin(project, {from: join(dir, "the exports (old) [2]")});
    const {failed, loaded} = await loadedBy(project);
    expect([failed, loaded.map(({file}) => file)]).toEqual([[], ["../the exports (old) [2]/Lead {a}.csv"]]);
  });

  it("does not look into hidden folders, packages, links, or what Perennial itself has written", async () => {
    const lead = fixture("salesforce-leads/Lead.csv");
    const dir = company({
      "leads.csv": lead,
      ".git/leads.csv": lead,
      "node_modules/x/leads.csv": lead,
      "dist/leads.csv": lead,
      "data/warehouse.duckdb": "x",
      "data/rejects/leads/leads.rejected-000001.csv": lead
    });
    symlinkSync(company({"leads.csv": lead}), join(dir, "linked"));
    expect((await begin(dir, {from: dir})).files).toBe(1);
    expect((await begin(dir, {from: dir, force: true})).files).toBe(1);
  });

  it("says the company's currency, or asks for it where the files say none or several", async () => {
    const none = company({"exports/leads.csv": fixture("salesforce-leads/Lead.csv")});
    await expect(begin(none, {currency: undefined})).rejects.toThrow(/no file says the currency.*--currency/);
    const several = company({
      "exports/orders_1.csv": fixture("shopify-orders/orders_export_1.csv"),
      "exports/older.csv": fixture("shopify-orders/older_prices_with_tax.csv")
    });
    await expect(begin(several, {currency: undefined})).rejects.toThrow(/amounts in .*EUR.*--currency/);
    const {drafts} = await begin(several);
    expect(drafts).toMatchObject([{reason: "amounts in EUR, and the company's are in GBP"}]);
    expect((await loadedBy(several)).failed).toEqual([]);
  });

  it("is never written over one that is there without being forced", async () => {
    const dir = company({"exports/leads.csv": fixture("salesforce-leads/Lead.csv"), "perennial.config.ts": "mine"});
    await expect(begin(dir)).rejects.toThrow(/is there already; write over it with --force/);
    expect(textOf(dir)).toBe("mine");
    await begin(dir, {force: true, name: 'Tea "&" Co'});
    expect((await openProject(dir)).config.company).toEqual({name: 'Tea "&" Co', zone: "UTC", currency: "GBP"});
  });

  it.each([
    [{zone: "Middle/Earth"}, 'unknown time zone "Middle/Earth"'],
    [{currency: "pounds"}, "invalid currency"],
    [{from: "/nowhere/at/all"}, "init: missing folder /nowhere/at/all"]
  ])("is not written with %j", async (options, message) => {
    const dir = company({"exports/leads.csv": fixture("salesforce-leads/Lead.csv")});
    await expect(begin(dir, options)).rejects.toThrow(message);
    expect(readdirSync(dir)).toEqual(["exports"]);
  });
});

describe("the globs of a source", () => {
  it.each([
    [["a/orders_1.csv", "a/orders_2.csv"], [], "a/orders_*.csv"],
    [["a/orders 2024-01-01.csv"], [], "a/orders *.csv"],
    [["a/q1.csv"], [], "a/q1.csv"],
    [["a/q1.csv", "a/q2.csv"], ["a/quotes.csv"], ["a/q1.csv", "a/q2.csv"]],
    [["a/orders.csv", "a/orders (1).csv"], ["a/orders_lines.csv"], ["a/orders.csv", "a/orders *.csv"]],
    [["订单(旧)/导出_20260624.csv"], [], "订单\\(旧\\)/导出_*.csv"],
    [["orders_1.csv", "orders_2.csv"], ["orders_x.csv"], ["orders_1.csv", "orders_2.csv"]]
  ])("%j beside %j are %j", (names, others, globs) => expect(globsOf(names, others)).toEqual(globs));

  it("find its files and no others, whatever they are called", () => {
    const name = fc
      .array(fc.constantFrom("a", "7", "2024", "-", "_", " ", "(", ")", "[", "]", "{", "!", "*", "?", "客", "."), {
        minLength: 1,
        maxLength: 8
      })
      .map((pieces) => `x/n${pieces.join("")}.csv`);
    fc.assert(
      fc.property(fc.uniqueArray(name, {minLength: 2, maxLength: 12}), (names) => {
        const pattern = patternOf(names[0]!);
        const own = names.filter((other) => patternOf(other) === pattern);
        const others = names.filter((other) => !own.includes(other));
        const globs = [globsOf(own, others)].flat();
        for (const file of names) {
          expect([globs, file, globs.some((glob) => picomatch(glob)(file))]).toEqual([globs, file, own.includes(file)]);
        }
      }),
      {seed: 20260624, numRuns: 2000}
    );
  });
});

describe("the text of a configuration", () => {
  it.each([
    ["Orders export (1).csv", "orders_export"],
    ["hubspot-crm-exports-all-deals-2026-05-28.csv", "hubspot_crm_exports_all_deals"],
    ["Müller's Käse.xlsx", "muller_s_kase"],
    ["客户.csv", ""],
    ["2026.csv", ""]
  ])("calls %s %s", (file, name) => expect(snakeCase(file)).toBe(name));

  it("is as the formatter writes it, and means what it was made of", async () => {
    const text = fc.string({unit: fc.constantFrom("a", "b c", '"', "'", "\\", "客户", "\n", "`", "$"), maxLength: 30});
    const value = fc.dictionary(
      fc.oneof(
        fc.constantFrom("score", "map"),
        text.filter((key) => key !== "" && key !== "__proto__")
      ),
      fc.oneof(text, fc.integer({min: 0}), fc.boolean(), fc.array(text, {minLength: 1, maxLength: 6})),
      {minKeys: 1, maxKeys: 5}
    );
    await fc.assert(
      fc.asyncProperty(value, async (value) => {
        const code = `const x = ${literal(value, 0, 10)};\n`;
        expect((new Function(`${code}return x;`) as () => unknown)()).toEqual({...value});
      }),
      {seed: 20260624}
    );
    const long = {map: {score: "x".repeat(60), comment: "客户".repeat(20)}, files: ["a", 'b"'], n: 0.15, "a b": true};
    expect(await isFormatted(`export const x = ${literal(long, 0, 17)};\n`)).toBe(true);
    expect(await isFormatted(`export const x = ${literal({a: {b: "客".repeat(46)}}, 0, 17)};\n`)).toBe(true);
    expect(await isFormatted(`export const x = ${literal({a: {b: "客".repeat(50)}}, 0, 17)};\n`)).toBe(true);
  });
});
