import {cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterEach, describe, expect, it, vi} from "vitest";
import {linesOf, runExplain} from "../../cli/explain.ts";
import {explain, type PartExplanation} from "../../ingest/explain.ts";
import {isPersonalHeader, looksPersonal, masked} from "../../ingest/explaining/mask.ts";
import {fitted, width} from "../../ingest/explaining/width.ts";
import {presets} from "../../ingest/presets/index.ts";
import {zipOf} from "./decoding/zip.ts";

const home = new URL("presets/fixtures/", import.meta.url).pathname;

/** An empty folder, in which there is no project. */
const folder = (files: Record<string, string | Buffer> = {}): string => {
  const dir = mkdtempSync(join(tmpdir(), "perennial-"));
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(dir, name), contents);
  return dir;
};

async function partsOf(file: string, dir = folder()): Promise<Record<string, PartExplanation>> {
  const {parts} = await explain(file, dir);
  return Object.fromEntries(parts.flatMap((part) => ("made" in part ? [[part.name, part.made]] : [])));
}

async function onlyPart(file: string, dir = folder()): Promise<PartExplanation> {
  const [part, ...others] = Object.values(await partsOf(file, dir));
  expect(others).toEqual([]);
  return part!;
}

const made = (part: PartExplanation, at = 0) => {
  const {made} = part.tables[at]!;
  if ("error" in made) throw new Error(made.error);
  return made;
};

const orders = `customer_key,order_id,ordered_at,total,currency,E-mail me,Telefon,Weight
a,1,2026-05-01 10:00:00,10,GBP,ada@example.com,+44 20 7946 0000,1.5
b,2,2026-05-02 10:00:00,x,GBP,,,
a,3,2026-05-02 10:00:00,5,GBP,bo@example.com,020 7946 0000,2
`;

const config = (source: string) => `import {defineConfig} from "perennial";
export default defineConfig({
  company: {name: "Tea", zone: "Europe/London", currency: "GBP"},
  sources: {till: ${source}}
});
`;

describe("what is told of a file", () => {
  it.each(presets)("that is an export of $name begins with that preset", async ({name}) => {
    const files = readdirSync(join(home, name)).filter((file) => !file.endsWith("expected.json"));
    for (const file of files) {
      const [part] = Object.values(await partsOf(join(home, name, file)));
      expect([file, part!.fits[0]?.preset]).toEqual([file, name]);
    }
  });

  it("says where each field comes from, with its first value, and what stays empty", async () => {
    const part = await onlyPart(join(home, "shopify-orders/orders_export_1.csv"));
    const {fields, empty} = made(part);
    const of = (name: string) => fields.find(({field}) => field === name);
    expect(of("order_id")).toEqual({field: "order_id", type: "key", by: "header", from: "Name", example: "#1050"});
    expect(of("ordered_at")).toMatchObject({type: "time", from: "Created at", example: "2026-05-01 08:00:00"});
    expect(of("is_cancelled")).toMatchObject({by: "sql", example: "no"});
    expect(empty).toEqual(["customer_key"]);
    expect(part.tables.map(({kind}) => kind)).toEqual(["orders", "order_lines"]);
  });

  it("counts as left over what no source reads, not even within SQL", async () => {
    const {left} = await onlyPart(join(home, "shopify-orders/orders_export_1.csv"));
    const headers = left.map(({header}) => header);
    expect(headers).toContain("Vendor");
    for (const used of ["Name", "Cancelled at", "Billing Country", "Lineitem sku", "Refunded Amount"]) {
      expect(headers).not.toContain(used);
    }
  });

  it("shows no personal value, neither of fields nor of what is left over", async () => {
    const dir = folder({"orders.csv": orders, "perennial.config.ts": config(`{kind: "orders", files: "*.csv"}`)});
    const part = await onlyPart("orders.csv", dir);
    expect(part.left.map(({header, example}) => [header, example])).toEqual([
      ["E-mail me", "a…@…"],
      ["Telefon", "+4…"],
      ["Weight", "1.5"]
    ]);
    const text = linesOf(await explain("orders.csv", dir)).join("\n");
    expect(text).not.toMatch(/example\.com|7946/);
    const contacts = await onlyPart(join(home, "hubspot-contacts/contacts-view.csv"));
    const {fields} = made(contacts);
    const personal = fields.filter(({field}) => ["email", "phone", "customer_name", "owner"].includes(field));
    expect(personal.length).toBeGreaterThan(1);
    for (const {example} of personal) expect(example ?? "…").toMatch(/^.{0,2}…(@…)?$/u);
  });

  it("names the first rows that would be rejected, with the words of loading", async () => {
    const dir = folder({"orders.csv": orders, "perennial.config.ts": config(`{kind: "orders", files: "*.csv"}`)});
    const [table] = (await onlyPart("orders.csv", dir)).tables;
    expect(table).toMatchObject({source: "till", preset: null});
    expect(table!.made).toMatchObject({
      rows: 3,
      rejected: 1,
      bad: [{header: "total", reason: "not a number such as 1234.50", rows: 1, value: "x"}]
    });
  });

  it("begins with the project's own source, and tells its mistakes as loading does", async () => {
    const source = `{kind: "orders", files: "*.csv", map: {order_id: "Order-Nr"}}`;
    const dir = folder({"orders.csv": orders, "perennial.config.ts": config(source)});
    const [table] = (await onlyPart("orders.csv", dir)).tables;
    expect(table!.made).toEqual({
      error: expect.stringContaining('unknown column "Order-Nr" (sources.till.map.order_id)') as string
    });
  });

  it("of a preset's source in the project is what that preset makes, once for each part", async () => {
    const dir = folder({"perennial.config.ts": config(`{preset: ["zoho-leads", "zoho-deals"], files: "*.csv"}`)});
    cpSync(join(home, "zoho-leads/Leads_001.csv"), join(dir, "Leads_001.csv"));
    const own = (await onlyPart("Leads_001.csv", dir)).tables.filter(({source}) => source !== null);
    expect(own.map(({source, kind}) => [source, kind])).toEqual([["till_zoho_leads", "leads"]]);
    expect(own[0]!.made).toMatchObject({rows: 4, rejected: 1});
  });

  it("names the question of a survey that is its score", async () => {
    const {suggestion} = await onlyPart(join(home, "typeform-responses/older.csv"));
    expect(suggestion).toMatchObject({
      map: {score: "How likely are you to recommend us?"},
      fixed: {instrument: "nps"}
    });
  });

  it("that no preset fits names the nearest kind, what is known of it, and what could be the rest", async () => {
    const file = "No.;客户编号;下单时间;Rabatt\n7;a;2026-06-24 10:00:00;2\n8;b;2026-06-24 11:00:00;1\n";
    const part = await onlyPart("bestellungen.csv", folder({"bestellungen.csv": file}));
    expect(part).toMatchObject({said: "text, utf-8, semicolons", columns: 4, fits: []});
    expect(part.nearest).toEqual({
      kind: "orders",
      map: {customer_key: "客户编号", ordered_at: "下单时间"},
      unknown: [{field: "order_id", type: "key", candidates: ["No.", "Rabatt"]}]
    });
  });

  it("that nearly fits a preset names what it lacks", async () => {
    const text = readFileSync(join(home, "stripe-payments/payments.csv"), "utf8").replace("Amount Refunded", "Refund");
    const {fits, near} = await onlyPart("payments.csv", folder({"payments.csv": text}));
    expect(fits).toEqual([]);
    expect(near[0]).toMatchObject({preset: "stripe-payments", missing: ["Amount Refunded"]});
  });

  it("of an archive is told of each of its members, and why one cannot be read", async () => {
    const csv = readFileSync(join(home, "zoho-leads/Leads_001.csv"));
    const zip = await zipOf({"Leads_001.csv": csv, "empty.csv": Buffer.alloc(0), "page.csv": Buffer.from("<html>")});
    const {parts} = await explain("backup.zip", folder({"backup.zip": zip}));
    expect(parts.map((part) => [part.name, "unread" in part ? part.unread : part.made.fits[0]?.preset])).toEqual([
      ["backup.zip/Leads_001.csv", "zoho-leads"],
      ["backup.zip/empty.csv", expect.stringContaining("empty")],
      ["backup.zip/page.csv", expect.stringContaining("a web page")]
    ]);
  });

  it("is told without a project, and with one whose configuration is broken", async () => {
    const broken = folder({"orders.csv": orders, "perennial.config.ts": config(`{kind: "order", files: "*.csv"}`)});
    const {note, parts} = await explain("orders.csv", broken);
    expect(note).toContain("sources.till.kind");
    expect(parts[0]).toMatchObject({made: {nearest: {kind: "orders", unknown: []}}});
  });

  it("changes nothing, in the project or in the folder of temporary files", async () => {
    const dir = folder({"orders.csv": orders, "perennial.config.ts": config(`{kind: "orders", files: "*.csv"}`)});
    const temporary = folder();
    vi.stubEnv("TMPDIR", temporary);
    await explain("orders.csv", dir);
    await explain(join(home, "wjx-responses/290_按序号_满意度调查.xlsx"), dir);
    vi.unstubAllEnvs();
    expect(readdirSync(dir).sort()).toEqual(["orders.csv", "perennial.config.ts"]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("that is not there is said so", async () => {
    await expect(explain("nothing.csv", folder())).rejects.toThrow("explain: missing file nothing.csv");
  });
});

describe("the explanation on paper", () => {
  afterEach(() => vi.restoreAllMocks());

  it("has lines of at most 100 columns, Chinese or not, but for messages and sources", async () => {
    for (const file of ["fxiaoke-leads", "shopify-orders", "zendesk-tickets-json", "taobao-orders"]) {
      const [name] = readdirSync(join(home, file)).filter((name) => !name.endsWith("expected.json"));
      const explanation = await explain(join(home, file, name!), folder());
      const tables = linesOf(explanation).filter(
        (line) => line !== explanation.parts[0]!.name && !/^ {6}\S/.test(line)
      );
      expect(tables.filter((line) => width(line) > 100)).toEqual([]);
      expect(tables.length).toBeGreaterThan(20);
    }
  });

  it("is printed", async () => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
    await runExplain(join(home, "shopify-orders/orders_export_1.csv"), folder());
    expect(lines).toContainEqual(expect.stringMatching(/^ {4}order_id +← Name +key +#1050$/));
  });
});

describe("a personal value", () => {
  it.each([
    ["ada@example.com", "a…@…"],
    ["13812345678", "13…"],
    ["'+44 20 7946 0000", "+4…"],
    ["Ada Lovelace", "A…"],
    ["张三", "张…"]
  ])("%s is shown as %s", (value, shown) => expect(masked(value)).toBe(shown));

  it.each(["ada@example.com", "write to ada@example.com!", "+44 20 7946 0000", "(020) 7946 0000", "13812345678"])(
    "is seen in %s",
    (value) => expect(looksPersonal(value)).toBe(true)
  );

  it.each(["2026-06-24", "24.06.2026", "1234.50", "10", "691714000000001", "#1050", "v1.2.3", "10:30"])(
    "is not seen in %s",
    (value) => expect(looksPersonal(value)).toBe(false)
  );

  it.each(["Billing Name", "Phone", "收件人手机号", "来自IP", "IP Address", "客户邮箱"])(
    "is expected under %s",
    (header) => expect(isPersonalHeader(header)).toBe(true)
  );

  it("never comes through whole, whatever it is", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(looksPersonal(address)).toBe(true);
        expect(masked(address)).not.toContain(address.split("@")[1]);
      }),
      {seed: 20260624}
    );
  });
});

describe("the width of a text", () => {
  it.each([
    ["abc", 3],
    ["客户（必填）", 12],
    ["é", 1],
    ["e\u0301", 1],
    ["🍵", 2],
    ["👩‍💻", 2],
    ["🇬🇧", 2],
    ["한국", 4],
    ["a\u200bb", 2],
    ["\u001b[31m", 4],
    ["", 0]
  ])("%s is %i", (text, columns) => expect(width(text)).toBe(columns));

  it("is exactly what it is fitted to", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("a", "客", "é", "（", " ", "👩‍💻", "🇬🇧", "한", "\u200b", "\u001b[1m", "\u0301")
        }),
        fc.integer({min: 2, max: 40}),
        (text, n) => {
          expect(width(fitted(text, n))).toBe(n);
        }
      ),
      {seed: 20260624}
    );
  });
});
