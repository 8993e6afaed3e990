import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvFormatRows, csvParse} from "d3";
import {afterAll, beforeAll, describe, expect, it, vi} from "vitest";
import {withSession} from "../../cli/session.ts";
import {build} from "../../models/build.ts";
import {intAudienceSent} from "../../models/intermediate/int_audience_sent.ts";
import {martAudience} from "../../models/marts/mart_audience.ts";
import {martAudienceMember} from "../../models/marts/mart_audience_member.ts";
import type {Model} from "../../models/model.ts";
import {settingsOf} from "../../models/settingsOf.ts";
import {runHere} from "./runHere.ts";

const config = (audiences: string) => `export default {
  company: {name: "Export", currency: "GBP"},
  sources: {
    people: {kind: "customers", files: "people.csv"},
    shop: {kind: "orders", files: "shop.csv"},
    answers: {kind: "consents", files: "answers.csv", fixed: {channel: "email", purpose: "marketing"}}
  },
  identity: {trusted: ["people", "shop", "answers"]},
  audiences: [${audiences}],
  publish: {pseudonym_key: "export-test"}
};
`;
const buyers = `{name: "buyers", en: "Buyers", zh: "买家", where: {orders: {at_least: 1}}}`;
const anybody = `{name: "anybody", en: "Anybody", zh: "所有买家", where: {orders: {at_least: 1}}, channel: "none"}`;

const names = ["Ada Lovelace", "+SUM(A1)", "王芳", "Grace Brewster Hopper", '"Bobby" Tables\nJr', "-", "@here"];
const phones = ["+44 7700 900001", "=1+1", "(020) 7946-0000", "", "+44-7700-900005", "-1"];

/** Sixty buyers of whom every tenth refused and every tenth (from the fifth) never answered. */
const people = Array.from({length: 60}, (_, i) => ({
  key: String(100 + i),
  name: names[i] ?? `Person Number${i}`,
  email: `p${i}@example.org`,
  phone: phones[i] ?? "",
  answer: i % 10 === 9 ? "no" : i % 10 === 5 ? "" : "yes"
}));

const dir = mkdtempSync(join(tmpdir(), "perennial-export-"));
const inDir = (...parts: string[]) => join(dir, ...parts);
const run = (...args: string[]) => runHere("export", ...args, "--project", dir);
const anew = (...args: string[]) => run("audience", "buyers", ...args);
const audience = (...args: string[]) => anew("--force", ...args);
const textOf = (file: string) => readFileSync(inDir(file), "utf8");
const rowsOf = (file: string) => csvParse(textOf(file).replace(/^\ufeff/, ""));

async function rebuild(): Promise<void> {
  await withSession(dir, async ({project, warehouse}) => {
    const asked = [martAudience, martAudienceMember, intAudienceSent] as unknown as Model[];
    await build(warehouse, asked, settingsOf(project));
  });
}
const sendings = () => ask<{n: number}>("select count(*) as n from ledger.audience_sent");
const ask = <Row>(sql: string) => withSession(dir, ({warehouse}) => warehouse.rows<Row>(sql));

beforeAll(async () => {
  // Sendings stand on the real clock: here it shows the day after the last order.
  vi.useFakeTimers({toFake: ["Date"], now: new Date("2026-07-01T10:00:00Z")});
  writeFileSync(inDir("perennial.config.ts"), config(buyers));
  const csv = (file: string, rows: string[][]) => writeFileSync(inDir(file), csvFormatRows(rows));
  csv("people.csv", [
    ["customer id", "name", "email", "phone", "owner"],
    ...people.map(({key, name, email, phone}) => [key, name, email, phone, "Olga"])
  ]);
  csv("shop.csv", [
    ["order id", "customer id", "ordered at", "total"],
    ...people.map(({key}) => [`o${key}`, key, "2026-06-30 10:00:00", "10"])
  ]);
  csv("answers.csv", [
    ["customer id", "opted in", "recorded at"],
    ...people.filter(({answer}) => answer).map(({key, answer}) => [key, answer, "2026-06-01 10:00:00"])
  ]);
  const loaded = await runHere("ingest", "--project", dir);
  expect(loaded.code).toBe(0);
}, 120_000);

afterAll(() => vi.useRealTimers());

describe("exporting an audience", {timeout: 300_000}, () => {
  it("before a build is refused with what to do", async () => {
    expect(await audience("--for", "plain")).toMatchObject({
      code: 1,
      err: 'export: the marts are not built yet; run "perennial build" first\n'
    });
  });

  it("of an unknown name or for an unknown tool is refused with the near one", async () => {
    await rebuild();
    expect(await run("audience", "buyer", "--for", "plain")).toMatchObject({
      code: 1,
      err: 'export: unknown audience "buyer"; did you mean "buyers"?\n'
    });
  });

  it("writes who agreed, without anything personal, and remembers them", async () => {
    const file = inDir("plain.csv");
    const {code, out, err} = await audience("--for", "plain", "--out", file, "--campaign", "june");
    expect({code, err}).toEqual({code: 0, err: ""});
    expect(out).toContain("export  48 customers in");
    expect(out).toContain("left out of 60 members: 6 refused, 6 never asked");
    expect(out).toContain("pseudonyms only; --personal");
    expect(out).toContain("remembered as audience-000001 of campaign june");
    expect(out).toContain("consents are those of exports up to 2026-06-30, 1 day ago\n");
    expect(out).not.toContain("written today already");
    const text = textOf("plain.csv");
    expect(text.startsWith("\ufeffcustomer_id,audience,campaign,")).toBe(true);
    for (const {name, email} of people.filter(({name}) => name.length > 1)) {
      expect(text).not.toContain(email);
      expect(text).not.toContain(name);
    }
    expect(rowsOf("plain.csv")).toHaveLength(48);
    expect(await ask("select campaign_id, arm, count(*) as n from ledger_audience_members group by all")).toEqual([
      {campaign_id: "june", arm: "treated", n: 48}
    ]);
  });

  it("never writes who refused, nor who was never asked unless told to", async () => {
    const agreed = people.filter(({answer}) => answer === "yes").map(({email}) => email);
    const unasked = people.filter(({answer}) => answer === "").map(({email}) => email);
    const {out} = await audience("--for", "mailchimp", "--personal", "--out", inDir("mc.csv"));
    expect(out).toContain("written today already: audience-000001 for plain, 48 customers");
    expect(
      rowsOf("mc.csv")
        .map((row) => row["Email Address"])
        .sort()
    ).toEqual(agreed.sort());
    await audience("--for", "mailchimp", "--personal", "--unanswered", "--out", inDir("mc.csv"));
    expect(
      rowsOf("mc.csv")
        .map((row) => row["Email Address"])
        .sort()
    ).toEqual([...agreed, ...unasked].sort());
  });

  it("respects how many messages a customer may get, its own sendings of today among them", async () => {
    // Three have been written to all by now; the fourth is the last that is allowed.
    expect((await audience("--for", "plain", "--out", inDir("fourth.csv"))).code).toBe(0);
    const {code, err} = await audience("--for", "plain", "--out", inDir("fifth.csv"));
    expect(code).toBe(1);
    expect(err).toContain("48 with as many messages as are allowed); no file was written");
    expect(existsSync(inDir("fifth.csv"))).toBe(false);
    for (const {sent_id} of await ask<{sent_id: string}>("select sent_id from ledger.audience_sent"))
      expect((await run("forget", sent_id)).code).toBe(0);
    expect(await ask("from ledger.audience_members")).toEqual([]);
    expect((await run("forget", "audience-000001")).err).toContain('export: unknown sending "audience-000001"');
  });

  it("holds the same customers back each time and never writes them", async () => {
    const held = async (share: string) => {
      const {out} = await audience("--for", "plain", "--control", share, "--out", inDir("held.csv"));
      const id = /remembered as (\S+)/.exec(out)![1]!;
      const rows = await ask<{customer_id: string; arm: string}>(
        `select customer_id, arm from ledger_audience_members where sent_id = '${id}'`
      );
      await run("forget", id);
      const control = rows.filter(({arm}) => arm === "control").map(({customer_id}) => customer_id);
      const written = rowsOf("held.csv").map((row) => row.customer_id!);
      expect(written.sort()).toEqual(
        rows
          .filter(({arm}) => arm === "treated")
          .map(({customer_id}) => customer_id)
          .sort()
      );
      expect(written.filter((id) => control.includes(id))).toEqual([]);
      expect(written.length + control.length).toBe(48);
      return control.sort();
    };
    const [once, again, more] = [await held("0.3"), await held("0.3"), await held("0.5")];
    expect(once.length).toBeGreaterThan(4);
    expect(again).toEqual(once);
    expect(more).toEqual(expect.arrayContaining(once));
  });

  it("a dry run says who would be written and leaves nothing behind", async () => {
    const known = await sendings();
    const before = readdirSync(dir).sort();
    const {code, out} = await audience("--for", "hubspot", "--dry-run", "--out", inDir("dry.csv"));
    expect({code, out}).toMatchObject({
      code: 0,
      out: expect.stringContaining("48 customers would be written to") as string
    });
    expect(readdirSync(dir).sort()).toEqual(before);
    expect(await sendings()).toEqual(known);
  });

  it.each([
    ["zoho", false, "First Name,Last Name,Email,Phone,Perennial Customer,Perennial Audience,Perennial Campaign"],
    ["fxiaoke", true, "客户名称（必填）,电话,邮件,负责人,客户编号,受众,市场活动"],
    [
      "hubspot",
      false,
      "Email,First Name,Last Name,Phone Number,Perennial Customer,Perennial Audience,Perennial Campaign"
    ],
    ["mailchimp", false, "Email Address,First Name,Last Name,Phone Number,Tags,Perennial Customer"]
  ])(
    "for %s has its headers, no cell that runs as a formula, and is readable by its owner alone",
    async (tool, bom, head) => {
      const {out} = await audience("--for", tool, "--personal", "--out", inDir("tool.csv"));
      await run("forget", /remembered as (\S+)/.exec(out)![1]!);
      const text = textOf("tool.csv");
      expect(text.startsWith("\ufeff")).toBe(bom);
      expect(text.replace(/^\ufeff/, "").split("\r\n")[0]).toBe(head);
      expect(text.split("\r\n")).toHaveLength(50);
      expect(statSync(inDir("tool.csv")).mode & 0o777).toBe(0o600);
      const cells = rowsOf("tool.csv").flatMap((row) => Object.values(row) as string[]);
      expect(cells).toHaveLength(48 * head.split(",").length);
      const risky = cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^\+?\d+$/.test(cell));
      expect(risky).toEqual([]);
      expect(cells).toContain("+447700900001");
      expect(text).toContain("'+SUM(A1)");
      if (tool === "zoho") expect(cells.filter((cell) => /["|<>]/.test(cell))).toEqual([]);
      expect(cells.some((cell) => cell.includes("王芳"))).toBe(true);
    }
  );

  it("with exports that are older than a week says that later refusals are not known", async () => {
    vi.setSystemTime(new Date("2026-07-08T10:00:00Z"));
    const {out} = await audience("--for", "plain", "--dry-run");
    vi.setSystemTime(new Date("2026-07-01T10:00:00Z"));
    expect(out).toContain(
      "consents are those of exports up to 2026-06-30, 8 days ago; who has refused since is not known: load newer exports and build before sending"
    );
    expect(out).not.toContain("written today already");
  });

  it("over a file that is there is refused unless forced, and a part that a kill left gives no rights away", async () => {
    writeFileSync(inDir("kept.csv"), "work");
    const known = await sendings();
    expect((await anew("--for", "plain", "--out", inDir("kept.csv"))).err).toContain("is there already");
    expect(textOf("kept.csv")).toBe("work");
    expect(await sendings()).toEqual(known);
    writeFileSync(inDir("kept.csv.new"), "part", {mode: 0o644});
    const {out} = await audience("--for", "plain", "--personal", "--out", inDir("kept.csv"));
    await run("forget", /remembered as (\S+)/.exec(out)![1]!);
    expect(statSync(inDir("kept.csv")).mode & 0o777).toBe(0o600);
  });

  it("an audience of no channel carries addresses of those alone who agreed to e-mail", async () => {
    writeFileSync(inDir("perennial.config.ts"), config(`${buyers}, ${anybody}`));
    const {err} = await run("audience", "anybody", "--for", "mailchimp", "--personal", "--out", inDir("any.csv"));
    expect(err).toContain("sends email, but the audience's channel is none");
    const {out} = await run("audience", "anybody", "--for", "plain", "--personal", "--out", inDir("any.csv"));
    await run("forget", /remembered as (\S+)/.exec(out)![1]!);
    const rows = rowsOf("any.csv");
    expect(rows).toHaveLength(60);
    const agreed = people.filter(({answer}) => answer === "yes").map(({email}) => email);
    expect(rows.flatMap(({email}) => email || []).sort()).toEqual(agreed.sort());
    writeFileSync(inDir("perennial.config.ts"), config(buyers));
  });

  it("to a folder that is not there remembers nothing", async () => {
    const known = await sendings();
    const {code, err} = await audience("--for", "plain", "--out", inDir("none", "x.csv"));
    expect(code).toBe(1);
    expect(err).toContain("cannot be written");
    expect(err).toContain("name another file with --out");
    expect(await sendings()).toEqual(known);
  });

  it("over a folder of that name changes nothing either", async () => {
    const known = await sendings();
    mkdirSync(inDir("taken.csv"));
    chmodSync(inDir("taken.csv"), 0o755);
    const {code} = await audience("--for", "plain", "--out", inDir("taken.csv"));
    expect(code).toBe(1);
    expect(await sendings()).toEqual(known);
    expect(existsSync(inDir("taken.csv.new"))).toBe(false);
  });

  it("is known to the marts after the next build", async () => {
    await audience("--for", "plain", "--control", "0.2", "--out", inDir("last.csv"));
    await rebuild();
    expect(await ask("select distinct campaign_id, sent_at, sent_on from int_audience_sent")).toEqual([
      {
        campaign_id: "buyers-20260701",
        sent_at: new Date("2026-07-01T10:00:00Z"),
        sent_on: new Date("2026-07-01T00:00:00Z")
      }
    ]);
    const [row] = await ask<Record<string, unknown>>("select sendings, last_treated, last_control from mart_audience");
    const [sent] = await ask<{treated: number; control: number}>(
      "select count(*) filter (where arm = 'treated') as treated, count(*) filter (where arm = 'control') as control from int_audience_sent"
    );
    expect(row).toEqual({sendings: 1, last_treated: sent!.treated, last_control: sent!.control});
    expect(sent!.treated + sent!.control).toBe(48);
  });

  it("with a rule that is wrong is refused before anything happens", async () => {
    writeFileSync(inDir("perennial.config.ts"), config(buyers.replace("orders:", "ordres:")));
    expect((await audience("--for", "plain")).err).toBe(
      'config: audiences: buyers: where.ordres: unknown column "ordres"; did you mean "orders"?\n'
    );
    writeFileSync(inDir("perennial.config.ts"), config(buyers));
  });
});
