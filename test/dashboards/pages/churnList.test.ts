import {describe, expect, test} from "vitest";
import {capacity} from "../../../dashboards/pages/churn/capacity.ts";
import {countWords, firstShown} from "../../../dashboards/pages/churn/countWords.ts";
import {reasonsOf} from "../../../dashboards/pages/churn/reasonsOf.ts";
import {seventh} from "../../../dashboards/pages/churn/seventh.ts";
import {watchCsv} from "../../../dashboards/pages/churn/watchCsv.ts";
import {watched} from "../../../dashboards/pages/churn/watched.ts";
import {callsOf, filterSpec, filterWords, passing, segmentsOf} from "../../../dashboards/pages/churn/watchFilter.ts";
import {watchList} from "../../../dashboards/pages/churn/watchList.ts";
import {readFilters} from "../../../dashboards/live/urlState.ts";
import type {WatchRow} from "../../../dashboards/pages/churn/rows.ts";
import {en, noRisk, row, words, zh} from "./churnRows.ts";

const reasons = (change: Partial<WatchRow>, c = en) =>
  reasonsOf(watched(row(1, change)), c).map(({text}) => String(text).replaceAll("\u00a0", " "));

describe("a reason says the fact, then the usual", () => {
  test("silence, against the own rhythm", () => {
    expect(reasons({})).toEqual(["no order for 82 days; own rhythm is 26"]);
    expect(reasons({}, zh)).toEqual(["82 天未下单；自身节奏 26 天"]);
  });

  test("silence of a one-time buyer, against the return of others", () => {
    const once = {orders: 1, has_own_rhythm: false, usual_gap_days: 35};
    expect(reasons(once)).toEqual(["bought once, 82 days ago; others usually return after 35"]);
    expect(reasons({...once, recency_days: 0})).toEqual(["bought once, today; others usually return after 35 days"]);
    expect(reasons(once, zh)).toEqual(["仅购一次，82 天前；他人通常 35 天后再购"]);
  });

  test("silence of who bought twice in a day, against the return of others", () => {
    expect(reasons({orders: 2, has_own_rhythm: false, usual_gap_days: 35})).toEqual([
      "no order for 82 days; others usually return after 35"
    ]);
  });

  // 2026-11-22: a long silence inside a long rhythm of their own was marked as lowering a risk that it raises.
  test("the mark of the silence follows the risk, which does not count the own rhythm", () => {
    const late = {recency_days: 150, usual_gap_days: 200, silence_ratio: 0.75, risk_band: "high" as const};
    expect(reasonsOf(watched(row(1, late)), en)[0]).toMatchObject({
      text: "ordered 150 days ago; own rhythm is 200",
      lowers: false,
      weight: 1
    });
    const soon = {recency_days: 12, usual_gap_days: 9, silence_ratio: 1.33, risk_band: "low" as const};
    expect(reasonsOf(watched(row(1, soon)), en)[0]).toMatchObject({
      text: "no order for 12 days; own rhythm is 9",
      lowers: true
    });
  });

  test("fewer orders than before, tickets, a low or falling rating; each paler than what the risk counts", () => {
    const all = {orders_90d: 1, orders_previous_90d: 3, tickets_90d: 2, last_nps_score: 2, previous_nps_score: 9};
    expect(reasons(all).slice(1)).toEqual([
      "orders 1 in 90 days; 3 in the 90 before",
      "2 tickets in 90 days",
      "last rating 2 of 10; before 9"
    ]);
    expect(reasonsOf(watched(row(1, all)), en).map(({weight}) => weight < 1)).toEqual([false, true, true, true]);
  });

  test("nothing is said of what is not worse, and nothing of what is not known", () => {
    expect(reasons({orders_90d: 3, orders_previous_90d: 3})).toHaveLength(1);
    expect(reasons({last_nps_score: 9, previous_nps_score: 7})).toHaveLength(1);
    expect(reasons({last_nps_score: 6})).toContain("last rating 6 of 10");
    expect(reasons({last_nps_score: 7, previous_nps_score: 10})).toContain("last rating 7 of 10; before 10");
    expect(reasons({tickets_90d: 1})).toContain("1 ticket in 90 days");
  });

  test("a band without a past is named", () => {
    expect(reasons({is_band_seen: false})).toContain("nobody was ever in this band; mean of all");
  });
});

describe("the capacity line", () => {
  const list = [row(1, {risk_share: 0.9, value_at_risk: 180}), row(2, {risk_share: 0.3}), row(3)].map(watched);
  const ask = {calls: 2, horizon: "13 weeks", isWhole: true};

  test("sums the risks above it and names what silence alone would find", () => {
    expect(capacity(list, ask, en)).toEqual({
      after: 2,
      text: "Your team can call 2 a day. Above this line 1.2 of 2 are expected to leave within 13 weeks (the sum of their risks), £280 at risk; by silence alone the first 2 would hold 1.8 who leave, but £6 at risk."
    });
    expect(capacity(list, ask, zh)!.text).toContain("此线以上 2 位中预计 1.2 位");
  });

  test("does not compare a filtered list", () => {
    expect(capacity(list, {...ask, isWhole: false}, en)!.text).toMatch(/£280 at risk\.$/);
  });

  test("closes a list that is shorter than a day", () => {
    expect(capacity(list, {...ask, calls: 12}, en)).toMatchObject({after: 3});
    expect(capacity(list, {...ask, calls: 12}, en)!.text).toContain("Your team can call 12 a day: all of these.");
    expect(capacity([], ask, en)).toBeNull();
  });

  test("expects nothing where there is no risk", () => {
    expect(capacity([watched(row(1, noRisk))], {...ask, calls: 1}, en)!.text).toBe("Your team can call 1 a day.");
  });
});

describe("the list", () => {
  const addressOf = (id: string) => `./customers.html?key=${id}`;
  const view = {shown: 2, calls: 1, horizon: "13 weeks", isWhole: true, addressOf};
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

  test("without a risk stands by silence and claims none", () => {
    const text = words(watchList({...view, list: [watched(row(1, noRisk))]}, en));
    expect(text).toContain("Silence ÷ rhythm");
    expect(text).toContain("× 3.2 £800 no order for 82 days");
    expect(text).not.toMatch(/%|at risk/);
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
    expect(countWords(16, 300, 300, 1146, en)).toBe(
      "Rows 1–16 of 300; the list holds the first 300 of 1,146 customers with revenue at risk."
    );
    expect(countWords(16, 43, 300, 300, en)).toBe("Rows 1–16 of 43 among the 300 on the list.");
    expect(countWords(1, 1, 1, 1, en)).toBe("Row 1 of 1.");
    expect([firstShown(2), firstShown(14), firstShown(100)]).toEqual([16, 18, 40]);
  });
});

describe("filters", () => {
  const list = [
    row(1),
    row(2, {segment: "lost", abc_class: "B", risk_band: "high"}),
    row(3, {segment: null, silence_ratio: 0.4})
  ].map(watched);
  const spec = filterSpec(segmentsOf(list), 12);
  const places = (query: string) => passing(list, readFilters(spec, query).values).map(({place}) => place);

  test("segment, class, risk and silence stand in the address", () => {
    expect(places("")).toEqual([1, 2, 3]);
    expect(places("?segment=lost")).toEqual([2]);
    expect(places("?abc=A%2B")).toEqual([1, 3]);
    expect(places("?band=high&segment=champions")).toEqual([]);
    expect(places("?silence=late")).toEqual([1, 2]);
  });

  test("an unknown value falls back to all", () => {
    expect(readFilters(spec, "?segment=gold").unknown).toEqual(["segment"]);
    expect(places("?segment=gold")).toEqual([1, 2, 3]);
  });

  test("are said in words", () => {
    const {values} = readFilters(spec, "?segment=lost&abc=B&band=high");
    expect(filterWords(values, en)).toBe("Only segment Lost, class B, risk high");
    expect(filterWords(readFilters(spec, "").values, en)).toBe("");
  });

  test("calls a day are a whole number above zero, else the company's", () => {
    expect([callsOf("20", 12), callsOf("", 12), callsOf("-3", 12), callsOf("2.5", 12), callsOf("x", 12)]).toEqual([
      20, 12, 12, 12, 12
    ]);
  });
});

test("the CSV holds what is shown: plain numbers, pseudonyms, no formula, as_of and filter", () => {
  const text = watchCsv([watched(row(1, {owner: "=cmd()", tickets_90d: 2}))], "2026-06-24", "segment=lost", en);
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
    reasons: "no order for 82 days; own rhythm is 26 | 2 tickets in 90 days",
    as_of: "2026-06-24",
    filter: "segment=lost"
  });
});
