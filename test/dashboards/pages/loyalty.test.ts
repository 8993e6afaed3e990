import {describe, expect, test} from "vitest";
import type {LoyaltyData} from "../../../dashboards/pages/loyalty/body.ts";
import {curvesOf} from "../../../dashboards/pages/loyalty/cohortPanel.ts";
import {loyaltyStart} from "../../../dashboards/pages/loyalty/loyaltyStart.ts";
import {cohort, data, effect, en, fault, months, move, render, summary, tier, zh} from "./loyaltyPage.ts";
import {broken, findingOf, panelOf, words} from "./said.ts";

const of = (change: Partial<typeof summary>) => ({summary: {...summary, ...change}});
const nothing: Partial<LoyaltyData> = {
  ages: [],
  cohorts: [],
  expiring: [],
  tiers: [],
  moves: [],
  effects: [],
  faults: []
};

describe("the finding", () => {
  test("what points cost, and what members bought beside their like", () => {
    expect(findingOf(render())).toBe(
      "1,200 members hold 70,000 points, of which 30% are expected to be redeemed: a liability of £210. Over 180 days after joining they spent £12.50 more each than customers alike (association)."
    );
    expect(findingOf(render({}, zh))).toContain("1,200 位会员持有 70,000 积分，预计其中 30% 会被兑换：负债 £210");
  });

  test("without a value of points, without experience, without a clear difference", () => {
    const said = findingOf(
      render({
        ...of({point_value: null, face_value: null, liability: null, breakage_share: null, breakage_source: "none"}),
        effects: [effect("net_revenue", {is_clear: false})]
      })
    );
    expect(said).toContain("too few points have run their course to say how many will be redeemed");
    expect(said).toContain("what a point is worth is not configured");
    expect(said).toContain("no clearly different amount");
  });
});

describe("the account", () => {
  test("the bridge is of the twelve months that are over, and adds up", () => {
    const said = panelOf(render(), "account");
    expect(said).toContain("Points from the beginning of Jun 2025 to the end of May 2026");
    expect(said).toContain("+36,000");
    expect(said).not.toContain("do not add up");
    expect(said).not.toContain("Lapsed");
  });

  test("months that do not add up are shown as an error; what lapsed has a step of its own", () => {
    const wrong = months.map((row, i) => (i === 5 ? {...row, earned_points: 1} : row));
    expect(panelOf(render({months: wrong}), "account")).toContain("The steps do not add up");
    const lapsing = months.map((row) => ({...row, expired_points: 0, lapsed_points: -700}));
    expect(panelOf(render({months: lapsing}), "account")).toContain("Lapsed: past their date and unused, oldest first");
  });
});

describe("what points will cost", () => {
  test("ages in quarters with what will be redeemed of them; few members are withheld, another with them", () => {
    const said = panelOf(render(), "age");
    expect(said).toContain("0–8920,00030%£60");
    expect(said).toContain("360 and more–––");
    expect((said.match(/–––/g) ?? []).length).toBe(2);
    expect(said).toContain("Learnt from 48,000 points of 480 members");
  });

  test("without a value: points, and how to give one", () => {
    const said = panelOf(render(of({point_value: null, liability: null, face_value: null})), "age");
    expect(said).toContain("loyalty: {point_value: 0.01}");
    expect(said).toContain("6,000");
    expect(words(render(of({point_value: null, liability: null, face_value: null})))).toContain(
      "set loyalty.point_value"
    );
  });
});

describe("points redeemed by age", () => {
  test("an age counts where every month of the half-year has reached it, a running one not", () => {
    const rows = [
      ...cohort(8, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
      ...cohort(7, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
    ];
    expect(curvesOf(rows, 10)).toEqual([
      {
        name: "2025 H2",
        points: [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65].map((share, age) => [age, expect.closeTo(share)])
      }
    ]);
  });

  test("of few members there is none; nor of a month alone", () => {
    expect(curvesOf(cohort(8, [0.1, 0.2, 0.3], 9), 10)).toEqual([]);
    expect(panelOf(render({cohorts: cohort(1, [0.1, 0.2])}), "cohorts")).toContain("Too short a history");
  });
});

describe("points that expire", () => {
  test("months ahead with their members; few are withheld", () => {
    const said = panelOf(render(), "expiring");
    expect(said).toContain("Jun 20265,000 · 50 members");
    expect(said).toContain("Aug 2026–Sep 2026–");
    expect(said).toContain("Later5,000");
  });

  test("overdue ones stand first; without any date it says how to give one", () => {
    const overdue = [{...data.expiring[0]!, expires_month: new Date("2026-01-01"), is_overdue: true}, ...data.expiring];
    expect(panelOf(render({expiring: overdue}), "expiring")).toContain("Overdue5,000");
    expect(panelOf(render({expiring: []}), "expiring")).toContain("loyalty: {expiry_days: 365}");
  });
});

describe("tiers", () => {
  test("highest first, per member; few are withheld with the smallest other", () => {
    const tiers = [tier("Leaf", 1, 900), tier("Blossom", 2, 250), tier("Estate", 3, 9)];
    const said = panelOf(render({tiers}), "tiers");
    expect(said).toContain("Estate750 points–––––Blossom500 points–––––Leaf0 points90078%80%100£80");
    expect(JSON.stringify(loyaltyStart({months, tiers}, en).tiers.rows)).not.toMatch(/Estate|Blossom/);
  });

  test("none: how to name them", () => {
    expect(panelOf(render({tiers: [], moves: []}), "tiers")).toContain("No tiersMap tier in the export of the ledger");
    expect(render({tiers: [], moves: []})).not.toContain('id="moves"');
  });

  test("moves sum to the members of both days; the matrix that tells most is shown", () => {
    const said = panelOf(render(), "moves");
    expect(said).toContain("30 Jun 2025 → 24 Jun 2026");
    expect(said).toContain("New members040370410");
    expect(said).toContain("1,200");
    const both = [
      ...data.moves.map((row) => ({...row, months_before: 3, from_on: new Date("2026-03-31"), members: 5})),
      ...data.moves
    ];
    expect(panelOf(render({moves: both}), "moves")).toContain("30 Jun 2025 →");
    expect(panelOf(render({moves: [move("Leaf", "Leaf", 4)]}), "moves")).not.toMatch(/Leaf4/);
  });
});

describe("members beside their like", () => {
  test("an association with its interval", () => {
    const said = panelOf(render(), "effect");
    expect(said).toContain("240 members from the day of their first points");
    expect(said).toContain("Association, not an effect");
    expect(said).toContain("+0.40+0.10 to +0.70");
  });

  test("too few: said, not shown", () => {
    const few = [effect("purchase_days", {state: "too_few", difference: null, low: null, high: null, pairs: 12})];
    expect(panelOf(render({effects: few}), "effect")).toContain("Too few to compare");
    expect(findingOf(render({effects: few}))).toContain("Too few members joined long enough ago");
  });
});

describe("faults", () => {
  test("what is wrong and what is done about it; small numbers are not told", () => {
    const said = panelOf(render(), "faults");
    expect(said).toContain(
      "Redeemed more than was thereEarlier entries are missing; taken from what is earned next.2424240"
    );
    expect(said).toContain("under 10under 10–");
    expect(said).toContain("Not found: entries that name nobody.");
  });

  test("none: said", () => {
    expect(panelOf(render({faults: [fault("overdue", 0)]}), "faults")).toContain("Every entry adds up");
  });
});

describe("states", () => {
  test("no ledger: which export to add, and the command", () => {
    const said = words(render({...nothing, summary: undefined, months: []}));
    expect(said).toContain("No points accountAdd an export of kind loyalty_ledger to perennial.config.ts");
    expect(said).toContain("then run perennial run.");
  });

  test("whatever is missing, no broken number in either language", () => {
    const blank = Object.fromEntries(
      Object.entries(summary).map(([name, value]) => [
        name,
        /share|low$|high$|rate|value|liability/.test(name) ? null : value
      ])
    ) as typeof summary;
    const cases: Partial<LoyaltyData>[] = [
      {},
      nothing,
      {...nothing, summary: blank},
      {...nothing, months: months.slice(-1)}
    ];
    for (const change of cases) for (const c of [en, zh]) expect(render(change, c)).not.toMatch(broken);
  });

  test("the page keeps its budget of elements, frame of about 200 included", () => {
    expect((render().match(/<[a-z]/g) ?? []).length).toBeLessThan(1_300);
  });
});
