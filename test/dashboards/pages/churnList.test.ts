import {describe, expect, test} from "vitest";
import {capacity} from "../../../dashboards/pages/churn/capacity.ts";
import {countWords, firstShown} from "../../../dashboards/pages/churn/countWords.ts";
import {seventh} from "../../../dashboards/pages/churn/seventh.ts";
import {watchCsv} from "../../../dashboards/pages/churn/watchCsv.ts";
import {watched as watchedBy} from "../../../dashboards/pages/churn/watched.ts";
import {callsOf, filterSpec, filterWords, offeredBy, passing} from "../../../dashboards/pages/churn/watchFilter.ts";
import {watchList} from "../../../dashboards/pages/churn/watchList.ts";
import {readFilters} from "../../../dashboards/live/urlState.ts";
import type {WatchRow} from "../../../dashboards/pages/churn/rows.ts";
import {en, row, words, zh} from "./churnRows.ts";

const watched = (row: WatchRow) => watchedBy(60, en)(row);

describe("the capacity line", () => {
  const list = [row(1, {risk_share: 0.9, value_at_risk: 180}), row(2, {risk_share: 0.3}), row(3)].map(watched);
  const ask = {calls: 2, horizon: "13 weeks", isCompared: true};

  test("sums the risks above it and names what silence alone would find", () => {
    expect(capacity(list, ask, en)).toEqual({
      after: 2,
      text: "Your team can call 2 a day. Above this line 1.2 of 2 are expected to leave within 13 weeks (the sum of their risks), £280 at risk; by silence alone the first 2 would hold 1.8 who leave, but £6 at risk."
    });
    expect(capacity(list, ask, zh)!.text).toContain("此线以上 2 位中预计 1.2 位");
  });

  test("does not compare a filtered list", () => {
    expect(capacity(list, {...ask, isCompared: false}, en)!.text).toMatch(/£280 at risk\.$/);
  });

  test("closes a list that is shorter than a day", () => {
    expect(capacity(list, {...ask, calls: 12}, en)).toMatchObject({after: 3});
    expect(capacity(list, {...ask, calls: 12}, en)!.text).toContain("Your team can call 12 a day: all of these.");
    expect(capacity([], ask, en)).toBeNull();
  });
});

describe("the list", () => {
  const addressOf = (id: string) => `./customers.html?key=${id}`;
  const view = {uses: "model" as const, shown: 2, calls: 1, horizon: "13 weeks", isWhole: true, addressOf};
  const three = [row(1), row(2, {risk_band: "high"}), row(3)].map(watched);

  test("shows risk, interval, value of expected, and leads to the customer", () => {
    const html = String(watchList({...view, list: three}, en));
    expect(html).toContain('<a href="./customers.html?key=C-000000000001">C-000000000001</a>');
    expect(words(html)).toContain("Champions · A+ 50% medium, 40–60% £100 of £200 no order for 82 days");
    expect(html.match(/class="place-cell right"/g)).toHaveLength(3);
    expect(html.indexOf("capacity")).toBeLessThan(html.indexOf("C-000000000002"));
  });

  test("says the capacity under the rows where its line is not in sight", () => {
    const html = String(watchList({...view, list: three, calls: 3}, en));
    expect(html).not.toContain('class="capacity"');
    expect(html).toContain('<p class="note">Your team can call 3 a day.');
  });

  test("by rules is sorted by no column and not held against silence", () => {
    const rules = String(watchList({...view, uses: "rules", list: three}, en));
    expect(rules).not.toContain("aria-sort");
    expect(words(rules)).not.toContain("by silence alone");
    expect(String(watchList({...view, list: three}, en))).toMatch(/value-cell right"\s+aria-sort="descending"/);
  });

  test("nobody at risk, and nobody behind a filter, are different states", () => {
    expect(words(watchList({...view, list: []}, en))).toContain("Nobody is at risk");
    expect(words(watchList({...view, list: [], isWhole: false}, en))).toContain("Nobody on the list matches");
  });

  test("its last column is the owner, else the consent, else the orders", () => {
    const head = (rows: WatchRow[]) => seventh(rows.map(watched), en).head;
    expect(head([row(1, {owner: "Chen Y."}), row(2)])).toBe("Owner");
    expect(head([row(1, {accepts_marketing: false})])).toBe("Mail");
    expect(head([row(1)])).toBe("Orders");
    const no = watched(row(1, {accepts_marketing: false}));
    expect(words(watchList({...view, list: [no]}, en))).toContain("no consent");
  });

  test("counts what is shown of what there is", () => {
    expect(countWords(16, 300, 300, {all: 1146, uses: "model"}, en)).toBe(
      "Rows 1–16 of 300; the list holds the first 300 of 1,146 customers with revenue at risk."
    );
    expect(countWords(16, 43, 300, {all: 300, uses: "rules"}, en)).toBe("Rows 1–16 of 43 among the 300 on the list.");
    expect(countWords(1, 1, 1, {all: 1, uses: "rules"}, en)).toBe("Row 1 of 1.");
    expect(countWords(16, 300, 300, {all: 960, uses: "rules"}, zh)).toContain("名单为 960 位被预警客户中的前 300 位");
    expect([firstShown(2), firstShown(14), firstShown(100)]).toEqual([16, 18, 20]);
  });
});

describe("filters", () => {
  const list = [
    row(1, {owner: "Chen Y.", warned_of: "silence complaints"}),
    row(2, {segment: "lost", abc_class: "B", risk_band: "high", warned_of: "complaints"}),
    row(3, {segment: null})
  ].map(watched);
  const spec = filterSpec(offeredBy(list), 12);
  const places = (query: string) => passing(list, readFilters(spec, query).values).map(({place}) => place);

  test("segment, class, risk, warning and owner stand in the address", () => {
    expect(places("")).toEqual([1, 2, 3]);
    expect(places("?segment=lost")).toEqual([2]);
    expect(places("?abc=A%2B")).toEqual([1, 3]);
    expect(places("?band=high&segment=champions")).toEqual([]);
    expect(places("?warning=complaints")).toEqual([1, 2]);
    expect(places("?warning=silence&owner=Chen+Y.")).toEqual([1]);
  });

  test("offer what occurs on the list", () => {
    expect(offeredBy(list)).toEqual({
      segments: ["champions", "lost"],
      owners: ["Chen Y."],
      warnings: ["silence", "complaints"]
    });
    expect(offeredBy([])).toEqual({segments: [], owners: [], warnings: []});
  });

  test("an unknown value falls back to all", () => {
    expect(readFilters(spec, "?segment=gold&owner=Nobody").unknown).toEqual(["segment", "owner"]);
    expect(places("?segment=gold")).toEqual([1, 2, 3]);
  });

  test("are said in words", () => {
    const {values} = readFilters(spec, "?segment=lost&abc=B&band=high&warning=complaints");
    expect(filterWords(values, en)).toBe("Only segment Lost, class B, risk high, warned of: Complaints");
    expect(filterWords(readFilters(spec, "").values, en)).toBe("");
  });

  test("calls a day are a whole number above zero, else the company's", () => {
    expect([callsOf("20", 12), callsOf("", 12), callsOf("-3", 12), callsOf("2.5", 12), callsOf("x", 12)]).toEqual([
      20, 12, 12, 12, 12
    ]);
  });
});

test("the CSV holds what is shown: plain numbers, pseudonyms, reasons, warnings, no formula, as_of and filter", () => {
  const one = watched(row(1, {owner: "=cmd()", tickets_90d: 2, warned_of: "silence value_fall"}));
  const text = watchCsv([one], {asOf: "2026-06-24", rankedBy: "trees", filter: "segment=lost"});
  const [head, line, ...rest] = text.slice(1).trimEnd().split("\r\n");
  expect(rest).toEqual([]);
  const cells = Object.fromEntries(head!.split(",").map((name, i) => [name, line!.split(",")[i]]));
  expect(cells).toMatchObject({
    place: "1",
    customer_id: "C-000000000001",
    risk_share: "0.5",
    value_at_risk: "100",
    expected_revenue: "200",
    recency_days: "82",
    owner: "'=cmd()",
    reasons: "no order for 82 days; own rhythm is 26 | orders of £31 lately; £64 before",
    warnings: "silence | value_fall",
    ranked_by: "trees",
    as_of: "2026-06-24",
    filter: "segment=lost"
  });
});
