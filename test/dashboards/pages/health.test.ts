import {describe, expect, it} from "vitest";
import {finding} from "../../../dashboards/pages/health/finding.ts";
import {exact} from "../../../dashboards/pages/health/exact.ts";
import {strip} from "../../../dashboards/pages/health/strip.ts";
import {totalsOf} from "../../../dashboards/pages/health/totals.ts";
import {identities} from "../../../models/identities.ts";
import {checkWords} from "../../../dashboards/pages/health/checkWords.ts";
import {context, healthText, identity, load, passed, textOf} from "./healthRows.ts";

const en = context("en");
const zh = context("zh");
const kept = load({rows_read: 21_500, rows_loaded: 16_226, rows_rejected: 12, rows_set_aside: 5262});
const page = (data: Record<string, unknown[]>, c = en) => healthText(data, c);

describe("the finding of data health", () => {
  it("says how many checks passed and what became of every row", () => {
    expect(textOf(finding(totalsOf([kept], [passed("mart_abc"), identity("1", "1")], []), en))).toBe(
      "All 2 checks passed. 1 file loaded; of 21,500 rows 12 were rejected (0.06%), 5,262 set aside by named rules."
    );
    expect(textOf(finding(totalsOf([kept], [passed("mart_abc")], []), zh))).toBe(
      "1 项检查全部通过。 已载入 1 个文件，共 21,500 行：12 行被拒绝（0.06%），5,262 行按命名规则搁置。"
    );
  });

  it("names the first check that failed instead of praising the others", () => {
    const totals = totalsOf([kept], [passed("mart_abc"), identity("10", "11")], []);
    expect(textOf(finding(totals, en))).toMatch(
      /^Not yet: 1 of 2 checks failed: every row read is loaded, rejected or set aside\./
    );
    expect(textOf(finding(totals, zh))).toMatch(
      /^暂不可信：2 项检查中有 1 项未通过：读取行数 = 载入 \+ 拒绝 \+ 搁置。/
    );
  });

  it("says that nothing was checked, that nothing was loaded, and that rows do not add up", () => {
    expect(textOf(finding(totalsOf([kept], [], []), en))).toMatch(/^Nothing has been checked yet\./);
    expect(textOf(finding(totalsOf([], [], []), en))).toBe("No export has been loaded yet.");
    expect(textOf(finding(totalsOf([load({rows_loaded: 99})], [passed("a")], []), en))).toMatch(
      /^Not yet: the rows of the exports do not add up/
    );
  });
});

describe("the strip of data health", () => {
  it("counts a file that two sources read once as a file and twice in rows", () => {
    const totals = totalsOf([load(), load({load_id: "2", source: "shop_lines", kind: "order_lines"})], [], []);
    expect(totals).toMatchObject({files: 1, loads: 2, sources: 2, read: 200, loaded: 200});
    const text = textOf(strip(totals, en));
    expect(text).toContain("Files 1 2 sources, 2 loads");
    expect(text).toContain("200 read = 200 loaded + 0 rejected + 0 set aside");
    expect(text).toContain("A file that two sources read counts in both.");
  });

  it("shows both sides where rows read are not accounted for", () => {
    const text = textOf(strip(totalsOf([load({rows_loaded: 90, rows_rejected: 4, rows_set_aside: 3})], [], []), en));
    expect(text).toContain("The rows do not add up 100 ≠ 90 + 4 + 3 = 97");
  });

  it("counts the checks that passed, and says where none was run", () => {
    expect(textOf(strip(totalsOf([load()], [passed("a"), passed("b"), identity("1", "2")], []), en))).toContain(
      "Checks passed 2 of 3"
    );
    expect(textOf(strip(totalsOf([load()], [], []), en))).toContain("Checks passed – not run yet");
  });

  it("dates the last event against the as-of day", () => {
    const day = (text: string) => textOf(strip(totalsOf([load({last_event_at: new Date(text)})], [], []), en));
    expect(day("2026-06-24T03:00:00Z")).toContain("24 Jun on the as-of day");
    expect(day("2026-06-21T03:00:00Z")).toContain("21 Jun 3 days before as of");
    expect(day("2026-06-27T03:00:00Z")).toContain("after as of, so not counted");
    expect(textOf(strip(totalsOf([load({last_event_at: null, first_event_at: null})], [], []), en))).toContain(
      "Last event – no file carries times"
    );
  });
});

describe("checks", () => {
  it("put failed ones first, with both numbers exactly as computed", () => {
    const second = {...identity("5", "5"), name: identities[1]!.name.en};
    const text = page({ledger_loads: [load()], ledger_checks: [second, identity("482113.2500", "482113.2400")]});
    expect(text).toContain("1 of 2 identities hold");
    expect(text).toMatch(/set aside 482,113\.25 482,113\.24 ✕ failed .*raw table 5 5 ✓ passed/);
  });

  it("hold every model to its contract: each that breaks it by name, all by layer with rows and seconds", () => {
    const models = [
      {name: "stg_orders", rows: 40, seconds: 0.1},
      {name: "mart_abc", rows: 2160, seconds: 0.05},
      {name: "mart_rfm", rows: 1685, seconds: 0.25}
    ];
    const broken = {...passed("mart_rfm"), is_passed: false, detail: "invalid row: orders is empty in 2 of 9 rows"};
    const text = page({ledger_loads: [load()], ledger_models: models, ledger_checks: [passed("mart_abc"), broken]});
    expect(text).toContain("3 models, 0.4 seconds in all");
    expect(text).toMatch(/mart_rfm [^0-9]* 1,685 ✕ failed invalid row: orders is empty in 2 of 9 rows Models by layer/);
    expect(text).toContain("Staging 1 40 0.10 stg_orders, 0.10 s 1 not checked");
    expect(text).toContain("Marts 2 3,845 0.30 mart_rfm, 0.25 s ✕ failed 1 ✓ passed 1");
    expect(page({ledger_loads: [load()], ledger_models: models}, zh)).toContain(
      "集市 2 3,845 0.30 mart_rfm，0.25 秒 2 个未检查"
    );
  });

  it("name no model as broken where each keeps its contract", () => {
    const models = [{name: "mart_abc", rows: 2160, seconds: 0.05}];
    const text = page({ledger_loads: [load()], ledger_models: models, ledger_checks: [passed("mart_abc")]});
    expect(text).toContain("Marts 1 2,160 0.05 mart_abc, 0.05 s ✓ passed 1");
    expect(text).not.toContain("Models that break their contract");
  });

  it("of every identity have Chinese words", () => {
    for (const {name} of identities) {
      expect(checkWords({name: name.en, subject: "identity", is_passed: true, detail: ""}, zh)).toBe(name.zh);
    }
    expect(checkWords(passed("mart_abc"), zh)).toBe("mart_abc 符合合约与粒度");
  });

  it("write numbers of any length without rounding", () => {
    expect(exact("12345678901234567890.1200")).toBe("12,345,678,901,234,567,890.12");
    expect(exact("-3.5000")).toBe("−3.50");
    expect(exact("null")).toBe("–");
  });
});
