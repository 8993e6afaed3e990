import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {ingest} from "../../ingest/ingest.ts";
import {rejectFileOf} from "../../ingest/loading/rejectFile.ts";
import {makeProject, type Sources} from "./project.ts";
import {xlsx, zip} from "./tables.ts";

const tickets: Sources[string] = {
  kind: "tickets",
  files: "in/**",
  fixed: {opened_at: "2026-01-01"},
  nulls: [],
  max_rejected_share: 0.9
};
const header = "ticket_id,subject\n";

/** Everything under a folder with what it holds. */
const listing = (dir: string): string[] =>
  readdirSync(dir, {recursive: true, withFileTypes: true})
    .map(
      (entry) =>
        join(entry.parentPath, entry.name) +
        (entry.isFile() ? `: ${readFileSync(join(entry.parentPath, entry.name), "latin1")}` : "")
    )
    .sort();

/**
 * Loads files into a project that lies in a folder with other things, which must stay as they are; gives the report and the tickets.
 * Whatever is thrown fails the test: a file is never a reason to end.
 */
async function load(
  files: Record<string, string | Buffer>,
  source: Partial<Sources[string]> = {},
  also?: (dir: string) => void
) {
  const outside = mkdtempSync(join(tmpdir(), "perennial-outside-"));
  writeFileSync(join(outside, "canary.csv"), `${header}secret,outside\n`);
  const {project, open} = makeProject({desk: {...tickets, ...source}});
  const dir = join(outside, "company", "project");
  const put = (name: string, contents: string | Buffer) => {
    mkdirSync(dirname(join(dir, name)), {recursive: true});
    writeFileSync(join(dir, name), contents);
  };
  Object.assign(project, {
    dir,
    warehouse: join(dir, "data/w.duckdb"),
    scratch: join(dir, ".perennial"),
    dist: join(dir, "dist")
  });
  mkdirSync(dir, {recursive: true});
  for (const [name, contents] of Object.entries(files)) put(name, contents);
  also?.(dir);
  const others = () => listing(outside).filter((path) => !path.startsWith(dir));
  const before = others();
  const warehouse = await open();
  try {
    const report = await ingest(warehouse, project);
    expect(others()).toEqual(before);
    const rows = await warehouse.rows<{ticket_id: string; subject: string | null}>(
      "select ticket_id, subject from raw_tickets order by load_rank, load_row"
    );
    const rejects = await warehouse.rows<{
      header: string | null;
      value: string | null;
      record: string | null;
      reason: string;
    }>("select header, value, record, reason from ledger.rejects");
    const rejectFiles = report.loaded
      .filter(({rows_rejected}) => rows_rejected)
      .map((it) => readFileSync(join(dir, rejectFileOf(project, it)), "utf8"));
    const left = readdirSync(dir, {recursive: true}).map(String).sort();
    return {report, rows, rejects, rejectFiles, left, messages: report.failed.map(({message}) => message)};
  } finally {
    warehouse.close();
    rmSync(outside, {recursive: true, force: true});
  }
}

describe("a cell is text and nothing else", () => {
  const formulas = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    `=cmd|' /C calc'!A0`,
    "\t=1+1",
    '=HYPERLINK("http://example.com")'
  ];

  it("a formula in the warehouse and in the file of rejected rows", async () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const text = formulas
      .map((formula, i) => `${i},${quoted(formula)},2026-01-01\nx${i},${quoted(formula)},never\n`)
      .join("");
    const {rows, rejects, rejectFiles} = await load({"in/a.csv": `ticket_id,subject,opened_at\n${text}`}, {fixed: {}});
    expect(rows.map(({subject}) => subject)).toEqual(formulas.map((formula) => formula.trim()));
    expect(rejects.length).toBe(formulas.length);
    for (const formula of formulas) expect(rejectFiles[0]).toContain(quoted(formula).slice(1, -1));
  });

  it("code, templates and placeholders", async () => {
    const texts = [
      "$1",
      "{{x}}",
      "${process.exit(1)}",
      "'; drop table ledger.loads; --",
      "%s%n",
      "<script>alert(1)</script>",
      "\\copy",
      "getenv('HOME')"
    ];
    const {rows} = await load({"in/a.csv": header + texts.map((text, i) => `${i},${text}\n`).join("")});
    expect(rows.map(({subject}) => subject)).toEqual(texts);
  });

  it("with NUL, which the engine keeps or the row is rejected", async () => {
    const csv =
      `${header}1,a\0b\n2,fine\n`.repeat(1) + Array.from({length: 50}, (_, i) => `n${i},a longer text\n`).join("");
    const text = await load({"in/a.csv": csv});
    expect(text.messages).toEqual([]);
    expect(text.report.loaded[0]!.rows_read).toBe(52);
    const json = [
      {ticket_id: "1", subject: "a\0b"},
      {ticket_id: "2", "sub\0ject": "x"},
      {ticket_id: "3", subject: "fine"}
    ];
    const lines = await load({"in/a.ndjson": json.map((it) => `${JSON.stringify(it)}\n`).join("")});
    expect(lines.messages).toEqual([]);
    const [load0] = lines.report.loaded;
    expect(load0!.rows_loaded + load0!.rows_rejected).toBe(3);
    expect(lines.rows.at(-1)).toEqual({ticket_id: "3", subject: "fine"});
  });

  it("of ten megabytes, or the row or the file is refused", async () => {
    const long = "x".repeat(10 << 20);
    const csv = await load({"in/a.csv": `${header}1,${long}\n2,b\n`});
    expect(csv.rows.map(({subject}) => subject!.length)).toEqual([10 << 20, 1]);
    const json = await load({
      "in/a.ndjson": `{"ticket_id":"1","subject":"${long}"}\n{"ticket_id":"2","subject":"b"}\n`
    });
    expect(json.rows.map(({subject}) => subject!.length)).toEqual([10 << 20, 1]);
    const list = await load({"in/a.json": `[{"ticket_id":"1","subject":"${long}"},{"ticket_id":"2","subject":"b"}]`});
    expect(list.rows.map(({subject}) => subject!.length)).toEqual([10 << 20, 1]);
    const sheet = await xlsx({
      a: {
        names: ["ticket_id", "subject"],
        rows: [
          ["1", long],
          ["2", "b"]
        ]
      }
    });
    const book = await load({"in/a.xlsx": sheet});
    expect(book.rows.map(({subject}) => subject!.length)).toEqual([10 << 20, 1]);
  });

  it("of twenty megabytes too, or it alone is rejected, or the file is refused", async () => {
    const long = "x".repeat(20 << 20);
    for (const [name, text] of [
      ["in/a.csv", `${header}1,${long}\n2,b\n3,c\n`],
      ["in/a.csv", `${header}1,"${long}"\n2,b\n3,c\n`],
      ["in/a.ndjson", `{"ticket_id":"1","subject":"${long}"}\n{"ticket_id":"2","subject":"b"}\n{"ticket_id":"3"}\n`],
      ["in/a.json", `[{"ticket_id":"1","subject":"${long}"},{"ticket_id":"2","subject":"b"},{"ticket_id":"3"}]`]
    ] as const) {
      const {report, rows, messages} = await load({[name]: text});
      if (messages.length) expect([messages.length, rows]).toEqual([1, []]);
      else {
        const [it] = report.loaded;
        expect([it!.rows_read, it!.rows_loaded + it!.rows_rejected], name).toEqual([3, 3]);
        expect(it!.rows_loaded).toBeGreaterThan(1);
      }
    }
  });
});

describe("a header is a name and nothing else", () => {
  const strange = [
    "__proto__",
    "constructor",
    "toString",
    '"; drop table ledger.loads; --',
    "'; drop table ledger.loads; --",
    "$1",
    "?",
    "{{x}}",
    "a.b",
    "*",
    "select",
    "row",
    "problems",
    "text_subject",
    "\u202egnirts",
    "zero\u200bwidth",
    "tab\there",
    "line\nbreak",
    "back\\slash",
    "😀",
    "x".repeat(5000)
  ];
  const spelled = (names: readonly string[]) => names.map((name) => `"${name.replaceAll('"', '""')}"`).join(",");

  it.each(strange.map((name) => [JSON.stringify(name).slice(0, 40), name]))("%s", async (_, name) => {
    const cells = (id: number) => `${id},value ${id}\n`;
    const text = `${spelled(["ticket_id", name])}\n${cells(1)}${cells(2)}`;
    const lines = [1, 2].map((id) =>
      JSON.stringify(
        Object.fromEntries([
          ["ticket_id", String(id)],
          [name, `value ${id}`]
        ])
      )
    );
    const sheet = {
      names: ["ticket_id", name],
      rows: [
        ["1", "value 1"],
        ["2", "value 2"]
      ]
    };
    const forms: Record<string, string | Buffer>[] = [
      {"in/a.csv": text},
      {"in/a.ndjson": lines.join("\n")},
      {"in/a.xlsx": await xlsx({a: sheet})}
    ];
    for (const files of forms) {
      const {rows, messages} = await load(files, {map: {subject: name}});
      expect(messages).toEqual([]);
      expect(rows).toEqual([
        {ticket_id: "1", subject: "value 1"},
        {ticket_id: "2", subject: "value 2"}
      ]);
    }
    const idle = await load({"in/a.csv": text});
    expect(idle.rows.length).toBe(2);
  });

  it("that repeats, is empty or differs in case alone", async () => {
    const {rows, messages} = await load({"in/a.csv": "ticket_id,,Subject,subject,SUBJECT,,subject_2\n1,a,b,c,d,e,f\n"});
    expect([messages, rows]).toEqual([[], [{ticket_id: "1", subject: "b"}]]);
    const objects =
      '{"ticket_id":"1","a":{"x":1},"A":{"y":2},"a.x":3,"":4,"b":{"":5}}\n{"ticket_id":"2","A":{"x":1},"a":{"x":7}}\n';
    const json = await load({"in/a.ndjson": objects}, {map: {subject: "a.x"}});
    expect(json.messages).toEqual([]);
    expect(json.rows).toEqual([
      {ticket_id: "1", subject: "1"},
      {ticket_id: "2", subject: "7"}
    ]);
  });

  it("among five thousand", async () => {
    const names = Array.from({length: 5000}, (_, i) => `column ${i}`);
    const row = (id: number) => ["ticket_id", ...names].map((_, i) => (i ? i : id)).join(",");
    const started = performance.now();
    const {rows, messages} = await load(
      {"in/a.csv": `${["ticket_id", ...names].join(",")}\n${row(1)}\n${row(2)}\n`},
      {map: {subject: "column 4999"}}
    );
    expect([messages, rows]).toEqual([
      [],
      [
        {ticket_id: "1", subject: "5000"},
        {ticket_id: "2", subject: "5000"}
      ]
    ]);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it("of a megabyte, whole or as many names", async () => {
    const one = await load({"in/a.csv": `ticket_id,subject,${"x".repeat(1 << 20)}\n1,a,b\n`});
    expect([one.messages, one.rows]).toEqual([[], [{ticket_id: "1", subject: "a"}]]);
  });

  it("nested without end", async () => {
    const deep = `${'{"a":'.repeat(20000)}1${"}".repeat(20000)}`;
    const {report, messages} = await load({
      "in/a.ndjson": `{"ticket_id":"1","subject":"s","deep":${deep}}\n{"ticket_id":"2"}\n`
    });
    expect(messages.length + report.loaded.length).toBe(1);
  });
});

describe("a name is a name and nothing else", () => {
  it("of a file", async () => {
    const names = [
      "it's.csv",
      'say "hi".csv',
      "a;b.csv",
      "--.csv",
      "x'; drop table ledger.loads; --.csv",
      "100%.csv",
      "%41%00.csv",
      "客户.csv",
      "😀.csv",
      "$1.csv",
      "{{x}}.csv",
      "a{b,c}.csv",
      "[ab].csv",
      "(x|y).csv",
      "!no.csv",
      "#1.csv",
      "back\\slash.csv",
      " blank .csv",
      "constructor",
      "__proto__",
      "~.csv",
      "\u202egnp.csv",
      `${"long".repeat(50)}.csv`
    ];
    const files = names.map((name, i): [string, string] => [`in/${name}`, `${header}${i},a\n,empty\n`]);
    const {rows, messages, report, rejectFiles} = await load(Object.fromEntries(files));
    expect(messages).toEqual([]);
    expect(report.loaded.length).toBe(names.length);
    expect(rejectFiles.length).toBe(names.length);
    expect(rows.map(({ticket_id}) => Number(ticket_id)).sort((a, b) => a - b)).toEqual(names.map((_, i) => i));
  });

  it("of a sheet, which only chooses", async () => {
    const names = ["it's", 'a "b"', "x; drop", "客户", "{a,b}", "(a|b)", "#1", "%", "&<>"];
    const sheets = names.map((name, i) => [
      name,
      {
        names: ["ticket_id", "subject"],
        rows: [
          [String(i), name],
          ["", "empty"]
        ]
      }
    ]);
    const book = await xlsx(Object.fromEntries(sheets));
    const all = await load({"in/a.xlsx": book}, {sheet: "*"});
    expect([all.messages, all.rows.map(({subject}) => subject)]).toEqual([[], expect.arrayContaining(names)]);
    // 2026-11-22: a glob with ! chose every other sheet, whatever else the source asked for.
    const some = await load({"in/a.xlsx": book}, {sheet: ["*", "!客*", "!x; drop"]});
    expect(some.rows.length).toBe(names.length - 2);
    for (const name of names) {
      const one = await load({"in/a.xlsx": book}, {sheet: name});
      expect([name, one.messages, one.rows.map(({subject}) => subject)]).toEqual([name, [], [name]]);
    }
  });

  it("of an archive's member, under which nothing is ever written", async () => {
    const good = `${header}1,a\n,empty\n`;
    const labels = ["__________a.csv", "_tmp_perennial-canary.csv", "C__evil.csv", "a_b.csv"];
    const evil = ["../../../a.csv", "/tmp/perennial-canary.csv", "C:\\evil.csv", "a\0b.csv"];
    const bytes = await zip(
      Object.fromEntries(
        labels.map((label, i) => [
          label.padEnd(evil[i]!.length, "_").slice(0, evil[i]!.length),
          good.replace("1", String(i))
        ])
      )
    );
    for (const [i, label] of labels.entries()) {
      const from = Buffer.from(label.padEnd(evil[i]!.length, "_").slice(0, evil[i]!.length));
      for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1))
        Buffer.from(evil[i]!).copy(bytes, at);
    }
    const {rows, messages, left, rejectFiles} = await load({"in/a.zip": bytes});
    expect(messages).toEqual([]);
    expect(rows.length).toBe(4);
    expect(rejectFiles.length).toBe(4);
    expect(left.filter((path) => !/^(in|data|\.perennial)(\/|$)/.test(path))).toEqual([]);
    expect(readdirSync("/tmp")).not.toContain("perennial-canary.csv");
  });
});

describe("a file that unpacks without end", () => {
  const zeros = Buffer.alloc(300 << 20, "a");
  const bomb = gzipSync(Buffer.concat([Buffer.from(header), zeros]), {level: 9});

  it("is refused as gzip and as a member of an archive, and leaves nothing behind", async () => {
    const files = {
      "in/a.csv.gz": bomb,
      "in/b.zip": await zip({"b.csv": gunzipSync(bomb)}),
      "in/c.zip": await zip({"storedc.csv.gz": bomb})
    };
    const {rows, messages, left} = await load(files);
    expect(rows).toEqual([]);
    expect(messages.length).toBe(3);
    for (const message of messages) expect(message).toMatch(/^ingest: in\/.*unpacks to more than 200 times its size/);
    expect(left.filter((path) => path.startsWith(".perennial/ingest/"))).toEqual([]);
  });

  it("nor is an archive within an archive unpacked", async () => {
    const inner = await zip({"x.csv": `${header}1,a\n`});
    const {messages, rows} = await load({
      "in/a.zip": await zip({"inner.zip": inner}),
      "in/b.gz": gzipSync(inner),
      "in/c.gz": gzipSync(gzipSync(header))
    });
    expect(rows).toEqual([]);
    expect(messages.map((message) => /an archive within|gzip|archive/.test(message))).toEqual([true, true, true]);
  });
});

// Open: the engine reads a file where it lies, after its hash was taken.
it("a file that changes while it is read is not loaded under the hash of what it was", async () => {
  const {project, write, open} = makeProject({desk: tickets}, {"in/a.csv": `${header}1,before\n`});
  const warehouse = await open();
  const run = warehouse.run.bind(warehouse);
  warehouse.run = (sql) => {
    if (sql.startsWith("create table store.")) write("in/a.csv", `${header}1,after\n`);
    return run(sql);
  };
  const {loaded} = await ingest(warehouse, project);
  warehouse.close();
  expect(loaded).toEqual([]);
});

describe("what a glob finds", () => {
  const good = {"in/a.csv": `${header}1,a\n`};

  it("is no folder, pipe or socket, and nothing waits for one", async () => {
    const {rows, messages} = await load(good, {}, (dir) => {
      mkdirSync(join(dir, "in/folder.csv"));
      execFileSync("mkfifo", [join(dir, "in/pipe.csv")]);
      symlinkSync("pipe.csv", join(dir, "in/link.csv"));
      symlinkSync("nowhere", join(dir, "in/broken.csv"));
      symlinkSync("loop.csv", join(dir, "in/loop.csv"));
      symlinkSync("/dev/zero", join(dir, "in/zero.csv"));
    });
    expect([messages, rows]).toEqual([[], [{ticket_id: "1", subject: "a"}]]);
  });

  it("may be a link to a file elsewhere, which is read and not written", async () => {
    const {rows} = await load(good, {}, (dir) => symlinkSync("../../../canary.csv", join(dir, "in/link.csv")));
    expect(rows.map(({ticket_id}) => ticket_id)).toEqual(["1", "secret"]);
  });

  it("may lie beside the project folder when the configuration says so", async () => {
    const {rows, messages} = await load({}, {files: "../../canary.csv"});
    expect([messages, rows.length]).toEqual([[], 1]);
  });

  it("may be three hundred files", async () => {
    const files = Array.from({length: 300}, (_, i): [string, string] => [`in/${i}.csv`, `${header}${i},a\n`]);
    const {rows, messages} = await load(Object.fromEntries(files));
    expect([messages, rows.length]).toEqual([[], 300]);
  });

  it("and cannot be read is told, and the others are loaded", async () => {
    // Reading its own memory from nothing is an error for anyone.
    const {rows, messages} = await load(good, {}, (dir) => symlinkSync("/proc/self/mem", join(dir, "in/b.csv")));
    expect(messages).toEqual([expect.stringMatching(/^ingest: in\/b\.csv: cannot be read: EIO/)]);
    expect(rows.length).toBe(1);
  });
});
