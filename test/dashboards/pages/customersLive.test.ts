import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {chips} from "../../../dashboards/live/customers/chips.ts";
import {virtualColumns} from "../../../dashboards/live/customers/columns.ts";
import {isoWeek} from "../../../dashboards/pages/cohorts/customersOf.ts";
import {cohortOf} from "../../../dashboards/live/customers/cohortText.ts";
import {impossible, needsTrails} from "../../../dashboards/live/customers/filters.ts";
import {follow, isKey, nearKeys, normalKey, shardOf} from "../../../dashboards/live/customers/lookup.ts";
import {countWords, partWords, progressWords, unknownWords} from "../../../dashboards/live/customers/statusWords.ts";
import {loading} from "../../../dashboards/live/customers/loading.ts";
import {eventsCsv} from "../../../dashboards/live/customers/profileView.ts";
import {listColumns} from "../../../dashboards/pages/customers/listColumns.ts";
import {locale} from "../../../dashboards/format/locale.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {emptyBase, fillBase} from "./customers/base.ts";
import {chosen, filtersOf} from "./customers/filtersOf.ts";
import {late, viewOf} from "./customers/people.ts";
import {published, type Published} from "./customers/published.ts";

const en = locale("en", "GBP");
const zh = locale("zh", "GBP");
let warehouse: Warehouse;
let site: Published;

beforeAll(async () => {
  warehouse = await emptyBase();
  await fillBase(warehouse, 400);
  site = await published(warehouse);
});
afterAll(() => {
  site.remove();
  warehouse.close();
});

const count = async (where: string): Promise<number> =>
  (await warehouse.row<{n: number}>(`select count(*) as n from mart_customer_360 where ${where}`)).n;

describe("filters of the address", () => {
  test("choose together, as SQL would", async () => {
    const query = "?segment=at_risk&band=high&country=GB&channel=search";
    expect(chosen(site.base, query)).toHaveLength(
      await count("segment = 'at_risk' and risk_band = 'high' and country = 'GB' and acquisition_channel = 'search'")
    );
    expect(chosen(site.base, "?segment=at_risk").length).toBe(await count("segment = 'at_risk'"));
  });

  test.each([
    ["stage=loyal", "stage = 'loyal'"],
    ["contact=mail", "coalesce(may_email, accepts_marketing)"],
    ["contact=call", "may_call"],
    ["contact=text", "may_text"],
    [
      "contact=refused",
      `not coalesce(may_email, accepts_marketing, false) and not coalesce(may_call, false) and not coalesce(may_text, false)
       and (not coalesce(may_email, accepts_marketing, true) or not coalesce(may_call, true) or not coalesce(may_text, true))`
    ],
    ["tickets=open", "open_tickets > 0"],
    ["party=organisation", "party = 'organisation'"],
    ["country=CN", "country = 'CN'"]
  ])("%s chooses whom SQL would", async (query, where) => {
    const found = chosen(site.base, `?${query}`);
    expect(found).toHaveLength(await count(where));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(400);
  });

  test("a search finds keys by any part, in either case, and segments", async () => {
    const key = site.base.keys[7]!;
    expect(chosen(site.base, `?q=${key.slice(4, 11).toLowerCase()}`)).toEqual([key]);
    expect(chosen(site.base, "?q=champions")).toHaveLength(await count("segment = 'champions'"));
    expect(chosen(site.base, "?q=%20")).toHaveLength(400);
  });

  test("a search finds names, addresses and the digits of telephone numbers where they are published", async () => {
    const open = await published(warehouse, ["customer_name", "email", "phone"]);
    const who = open.base.keys[3]!;
    const {n} = await warehouse.row<{n: string}>(
      `select split_part(customer_name, ' ', 3) as n from mart_customer_360 where customer_id = '${who}'`
    );
    expect(chosen(open.base, `?q=${encodeURIComponent(`ann person ${n}`)}`)).toContain(who);
    expect(chosen(open.base, `?q=${encodeURIComponent(`ANN${n}@example`)}`)).toEqual([who]);
    const digits = `7946${n.padStart(6, "0")}`;
    for (const written of [digits, `7946 ${n.padStart(6, "0")}`, `+44 20-${digits}`, `(020) ${digits}`])
      expect(chosen(open.base, `?q=${encodeURIComponent(written)}`)).toEqual([who]);
    expect(chosen(open.base, "?q=7946")).toHaveLength(400);
    for (const key of chosen(open.base, "?q=794")) expect(key).toContain("794");
    expect(chosen(site.base, `?q=${digits}`)).toEqual([]);
    open.remove();
  });

  test("a month without a cohort is the elapsed month of every customer", async () => {
    const {n} = await warehouse.row<{n: number}>(`select count(distinct customer_id) as n
      from mart_customer_timeline join mart_customer_360 using (customer_id)
      where kind = 'order' and date_diff('month', first_order_on, event_on) = 2`);
    expect(chosen(site.base, "?month=2")).toHaveLength(n);
    expect(chosen(site.base, "?month=999")).toHaveLength(0);
  });

  test("values that cannot be fall back and are named", () => {
    expect(filtersOf("?segment=vip&abc=D&band=hot&recency=9&stage=vip&contact=fax&tickets=1&party=cat")).toMatchObject({
      segment: "",
      abc: "",
      stage: "",
      contact: "",
      tickets: "",
      party: "",
      band: "",
      recency: ""
    });
    expect(impossible(filtersOf("?cohort=2025-13&month=x"))).toEqual(["cohort", "month"]);
    expect(impossible(filtersOf("?cohort=2025-03&month=3"))).toEqual([]);
    expect(impossible(filtersOf("?cohort=2025-W54&week=-1&group=shoe:40"))).toEqual(["cohort", "week", "group"]);
    expect(impossible(filtersOf("?cohort=2025-Q4&quarter=1&rolling=2&group=country:GB"))).toEqual([]);
    expect(String(unknownWords(["band"], "?band=<hot>", en))).toContain(
      "Not known and left out: <b>band=&lt;hot&gt;</b>"
    );
  });

  test("a cohort is a month, a quarter or an ISO week, which belongs to the year of its Thursday", () => {
    expect(cohortOf("2025-03")).toEqual({kind: "month", index: 2025 * 12 + 2});
    expect(cohortOf("2025-Q1")).toEqual({kind: "quarter", index: 2025 * 4});
    expect(cohortOf("2025-W01")).toMatchObject({kind: "week", monday: "2024-12-30"});
    expect(cohortOf("2026-W53")).toMatchObject({kind: "week", monday: "2026-12-28"});
    expect(cohortOf("2025-3")).toBeNull();
    for (const monday of ["2024-12-30", "2025-03-10", "2026-12-28", "2021-01-04"])
      expect(cohortOf(isoWeek(monday))).toMatchObject({monday});
  });

  test("the days of orders are loaded only where a filter asks for more than months", () => {
    expect(needsTrails(filtersOf("?cohort=2025-03&month=3&counted=later"))).toBe(false);
    expect(needsTrails(filtersOf("?cohort=2025-Q1"))).toBe(false);
    for (const query of ["?cohort=2025-W10", "?week=1", "?quarter=1", "?rolling=1", "?group=country:GB"])
      expect(needsTrails(filtersOf(query))).toBe(true);
  });

  test("stand as chips in words of both languages", () => {
    const shown = (query: string, c = en) =>
      String(chips(filtersOf(query), c))
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " ")
        .replace(/&#39;/g, "'");
    expect(shown("?cohort=2025-03&month=3&abc=A-")).toBe(
      " class A− × : remove filter first order in Mar 2025 × : remove filter ordered in month 3 × : remove filter "
    );
    expect(shown("?segment=cannot_lose&month=3&counted=later", zh)).toContain("第 3 月或之后下单");
    expect(shown("?recency=5&frequency=4")).toContain("recency 5 of 5");
    const more = "?stage=slipping&contact=mail&tickets=open&party=organisation&country=GB";
    for (const words of ["stage Slipping", "may be mailed", "has open tickets", "organisations", "country GB"])
      expect(shown(more)).toContain(words);
    for (const words of ["阶段 渐冷", "可发邮件", "有未结工单", "组织", "国家 GB"])
      expect(shown(more, zh)).toContain(words);
  });
});

describe("the words of the list", () => {
  test("count what is shown, what is loaded and what is under way", () => {
    expect(countWords(23, 2_400, en)).toBe("23 of 2,400 customers");
    expect(countWords(1, 1, en)).toBe("1 customer");
    expect(partWords(4_000, 200_000, en)).toContain("the 4,000 most valuable");
    expect(progressWords(20_000, 200_000, en)).toBe("Loading 20,000 of 200,000 customers");
    expect(progressWords(20_000, 200_000, zh)).toBe("正在载入客户：20,000 / 200,000");
  });

  test("every column that is shown can be sorted by", () => {
    expect(virtualColumns(site.base, en)).toHaveLength(listColumns(en).length);
    for (const {value} of virtualColumns(site.base, en)) {
      const kinds = new Set(site.base.keys.map((_, row) => value(row)).filter((given) => given !== null));
      expect(new Set([...kinds].map((given) => typeof given)).size).toBe(1);
      expect(kinds.size).toBeGreaterThan(1);
    }
    const [key] = virtualColumns(site.base, en);
    const byNumber = [...site.base.keys.keys()].sort((a, b) => (key!.value(a) as number) - (key!.value(b) as number));
    expect(byNumber.map((row) => site.base.keys[row])).toEqual([...site.base.keys].sort());
  });
});

describe("what is taken away", () => {
  test("is the shown rows in their order, with as_of and filter, safe for spreadsheets", async () => {
    const {text} = await site.csv(Uint32Array.of(5, 2), '=1+1,"x"');
    const [head, first, second, end] = text.split("\r\n");
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(head).toMatch(/^\ufeffcustomer_id,/);
    expect(head).toMatch(/,as_of,filter$/);
    for (const column of ["stage", "net_revenue", "risk_share", "open_tickets", "may_email", "points_balance"])
      expect(head!.split(",")).toContain(column);
    expect(first!.startsWith(`${site.base.keys[5]},`)).toBe(true);
    expect(first).toMatch(/,2026-06-24,"'=1\+1,""x"""$/);
    expect(second!.startsWith(`${site.base.keys[2]},`)).toBe(true);
    expect(end).toBe("");
    expect((await site.csv(new Uint32Array())).text).toBe(`${head}\r\n`);
  });

  test("keeps a comma, a quote, a line break and what a spreadsheet would run", async () => {
    const odd = await emptyBase();
    await fillBase(odd, 3);
    await odd.run(`update mart_customer_360 set acquisition_channel = '=cmd,"a"' || chr(10) || 'b'`);
    const few = await published(odd);
    const {text} = await few.csv(Uint32Array.of(0, 1, 2));
    expect(text.match(/,"'=cmd,""a""\nb",/g)).toHaveLength(3);
    few.remove();
    odd.close();
  });

  test("of a customer is every event", () => {
    const lines = eventsCsv(viewOf(late), "2026-06-24").trimEnd().split("\r\n");
    expect(lines).toHaveLength(1 + late.events.length);
    expect(lines).toContain("C-4F19A2B3C4D5,2026-03-22,order,O-5,112,,web,,2026-06-24");
    expect(lines).toContain("C-4F19A2B3C4D5,2026-04-25,points,P-1,,,redeem,-800,2026-06-24");
  });
});

describe("keys", () => {
  test("are recognised in any case and without their prefix", () => {
    expect(normalKey(" c-4f19a2b3c4d5 ")).toBe("C-4F19A2B3C4D5");
    expect(normalKey("4f19a2b3c4d5")).toBe("C-4F19A2B3C4D5");
    expect([isKey("4f19a2b3c4d5"), isKey("C-4F19"), isKey("at risk")]).toEqual([true, false, false]);
  });

  test("lead to the shard that would hold them", () => {
    const shards = [
      {from: "C-10", file: "a"},
      {from: "C-50", file: "b"},
      {from: "C-90", file: "c"}
    ];
    expect(["C-00", "C-10", "C-4F", "C-50", "C-FF"].map((key) => shardOf(shards, key))).toEqual([
      "a",
      "a",
      "a",
      "b",
      "c"
    ]);
    expect(shardOf([], "C-00")).toBeNull();
  });

  test("that were merged in a circle lead nowhere", async () => {
    const shard = {fields: ["key" as const], customers: [["C-9"]], moved: {"C-1": "C-2", "C-2": "C-1", "C-3": "C-9"}};
    const ask = (key: string) => follow([{from: "C-0", file: "a"}], key, () => Promise.resolve(shard));
    expect(await ask("C-1")).toEqual({near: []});
    expect(await ask("C-3")).toEqual({profile: {key: "C-9"}});
    expect(await ask("constructor")).toEqual({near: []});
  });

  test("that are unknown have near ones: the longest common beginning first", () => {
    expect(nearKeys(["C-4A00", "C-4F10", "C-4F19", "C-5000"], "C-4F1A")).toEqual(["C-4F10", "C-4F19", "C-4A00"]);
    expect(nearKeys(["C-4A00"], "banana")).toEqual([]);
  });
});

test("a shard that failed is asked for again", async () => {
  let failures = 1;
  const manifest = {...site.manifest, lists: [{file: "x", customers: 1}], customers: 1};
  const shards = loading(manifest, () => {
    if (failures-- > 0) return Promise.reject(new Error("x: 503"));
    return Promise.reject(new Error("x: again"));
  });
  await expect(shards.more(1)).rejects.toThrow("503");
  await expect(shards.more(1)).rejects.toThrow("again");
  expect(shards.isComplete()).toBe(false);
});
