import {describe, expect, test} from "vitest";
import {reasonsOf} from "../../../dashboards/pages/churn/reasons/reasonsOf.ts";
import type {WatchRow} from "../../../dashboards/pages/churn/rows.ts";
import {en, row, zh} from "./churnRows.ts";

const complaintDays = 60;
const told = (change: Partial<WatchRow>, c = en) =>
  reasonsOf(row(1, change), complaintDays, c).map(([text]) => text.replaceAll("\u00a0", " "));
const of = (group: string, change: Partial<WatchRow> = {}, c = en) =>
  told({reasons: JSON.stringify([[group, 1]]), ...change}, c)[0];

describe("a reason says the fact, then the usual", () => {
  test("silence, against the own rhythm", () => {
    expect(of("silence")).toBe("no order for 82 days; own rhythm is 26");
    expect(of("silence", {}, zh)).toBe("82 天未下单；自身节奏 26 天");
    expect(of("silence", {silence_ratio: 0.7})).toBe("ordered 82 days ago; own rhythm is 26");
  });

  test("silence of a one-time buyer, against the return of others", () => {
    const once = {orders: 1, has_own_rhythm: false, usual_gap_days: 35};
    expect(of("silence", once)).toBe("bought once, 82 days ago; others usually return after 35");
    expect(of("silence", {...once, recency_days: 0})).toBe("bought once, today; others usually return after 35 days");
    expect(of("silence", once, zh)).toBe("仅购一次，82 天前；他人通常 35 天后再购");
    expect(of("silence", {...once, orders: 2})).toBe("no order for 82 days; others usually return after 35");
  });

  test.each([
    ["frequency", {}, "bought on 6 days so far; 2 of them in the last 180 days"],
    ["tenure", {}, "a customer for 400 days"],
    ["order_value", {}, "orders of £31 lately; £64 before"],
    ["order_value", {earlier_orders_value: null}, "orders of £31; £800 in 365 days"],
    ["order_value", {earlier_orders_value: 20}, "orders of £31; £800 in 365 days"],
    ["trend", {orders_90d: 1, orders_previous_90d: 3}, "1 order in 90 days; 3 in the 90 before"],
    ["trend", {}, "£31 in 90 days; £64 in the 90 before"],
    ["trend", {orders_90d: 0, orders_previous_90d: 0}, "no order in 180 days"],
    ["rhythm", {}, "last gap was 60 days; usual is 26"],
    ["rhythm", {last_gap_days: 20}, "usually buys every 26 days"],
    ["rhythm", {median_gap_days: null}, "no rhythm of their own yet"],
    ["complaints", {complaints: 3, tickets_365d: 3}, "3 complaints in 60 days; usual: 0"],
    ["complaints", {}, "no ticket in 60 days"],
    ["service", {unsolved_tickets: 1, tickets_365d: 2}, "1 ticket not solved"],
    ["service", {tickets_365d: 2, resolution_hours: 31}, "2 tickets in 365 days; solved in 31 hours"],
    ["service", {tickets_365d: 1}, "1 ticket in 365 days"],
    ["service", {}, "no ticket in 365 days"],
    ["score", {last_nps_score: 2, previous_nps_score: 9}, "last rating 2 of 10; before 9"],
    ["score", {last_nps_score: 2, last_nps_days: 12}, "last rating 2 of 10, 12 days ago"],
    ["score", {last_nps_score: 2}, "last rating 2 of 10"],
    ["score", {last_rating: 2}, "last satisfaction 2 of 5"],
    ["score", {}, "never answered a survey"],
    ["marketing", {touches_90d: 6}, "opened 0 of 6 mails in 90 days"],
    ["marketing", {}, "no campaign reached them in 90 days"],
    ["points", {points_balance: 0}, "points balance 0"],
    ["points", {}, "not in the loyalty programme"],
    ["refunds", {refunds_365d: 45}, "£45 refunded in 365 days"],
    ["refunds", {}, "nothing refunded in 365 days"],
    ["season", {}, "did not buy at this time last year"],
    ["season", {season_purchase_days: 2}, "bought on 2 days at this time last year"],
    ["season", {season_purchase_days: null}, "no customer yet at this time last year"]
  ] as [string, Partial<WatchRow>, string][])("%s of %j: %s", (group, change, text) => {
    expect(of(group, change)).toBe(text);
    expect(of(group, change, zh)).toMatch(/[\u4e00-\u9fff]/);
  });

  test("the usual number of complaints is that of the time before, in as many days, where it was less than half", () => {
    const year = {complaints: 1, tickets_365d: 11, tenure_days: 400};
    expect(of("complaints", year)).toBe("1 complaint in 60 days");
    expect(of("complaints", {...year, complaints: 5, tickets_365d: 15})).toBe("5 complaints in 60 days; usual: 2");
    expect(of("complaints", {...year, tickets_365d: 1})).toBe("1 complaint in 60 days; usual: 0");
    expect(of("complaints", {...year, tenure_days: 120, tickets_365d: 2})).toBe("1 complaint in 60 days");
    expect(of("complaints", {...year, tenure_days: 60})).toBe("1 complaint in 60 days");
  });
});

describe("the reasons of a customer", () => {
  const weights = (change: Partial<WatchRow>) => reasonsOf(row(1, change), complaintDays, en);

  test("are the greatest contributions, three at most, weighed against the first", () => {
    const list = weights({reasons: '[["silence",0.8],["trend",0.4],["score",0.2],["points",0.1]]'});
    expect(list.map(([, weight]) => weight)).toEqual([1, 0.5, 0.25]);
    expect(list[1]![0]).toContain("in 90 days");
  });

  test("leave out what lowers the risk and what has no words", () => {
    expect(weights({reasons: '[["silence",0.8],["trend",-0.4],["moon",0.3]]'})).toHaveLength(1);
  });

  test("end with warnings that none of them tells, at no weight", () => {
    const list = weights({warned_of: "silence value_fall", reasons: '[["silence",0.8]]'});
    expect(list).toEqual([
      ["no order for 82 days; own rhythm is 26", 1],
      ["orders of £31 lately; £64 before", 0]
    ]);
  });

  test("without a model are the warnings, each as full", () => {
    const list = weights({
      reasons: null,
      warned_of: "silence complaints low_score",
      complaints: 2,
      tickets_365d: 2,
      last_nps_score: 3
    });
    expect(list).toEqual([
      ["no order for 82 days; own rhythm is 26", 1],
      ["2 complaints in 60 days; usual: 0", 1],
      ["last rating 3 of 10", 1]
    ]);
  });

  test("are the silence where nothing raises the risk, and no reason is made up", () => {
    expect(weights({reasons: "[]"})).toEqual([["no order for 82 days; own rhythm is 26", 0]]);
    expect(weights({reasons: null, warned_of: "unheard_of"})).toHaveLength(1);
  });
});
