import {describe, expect, test} from "vitest";
import type {PipelineData} from "../../../dashboards/pages/pipeline/body.ts";
import {deal} from "../../../dashboards/pages/pipeline/deal.ts";
import {dealSpec, filterWords, offeredBy, passing} from "../../../dashboards/pages/pipeline/dealFilter.ts";
import {groupsCsv, groupsOf} from "../../../dashboards/pages/pipeline/groups.ts";
import {pipelineStart} from "../../../dashboards/pages/pipeline/pipelineStart.ts";
import {reasonsOf} from "../../../dashboards/pages/pipeline/reasons.ts";
import {
  data,
  dealRow,
  en,
  forecast,
  group,
  reason,
  render,
  stage,
  summary,
  target,
  withOwners,
  zh
} from "./pipelinePage.ts";
import {broken, findingOf, panelOf, words} from "./said.ts";

const of = (change: Partial<typeof summary>) => ({summary: {...summary, ...change}});

describe("the finding", () => {
  test("what is open and expected with its interval, the target, the win rate", () => {
    expect(findingOf(render())).toBe(
      "120 deals are open, worth £240k; to the end of Aug 2026 £95.0k are expected (£70k to £120k); 62% of the target for Q2 2026 are won, 74% with what is expected. Of 380 that ended in the last 365 days 47% were won (42–52%)."
    );
    expect(findingOf(render({}, zh))).toContain("未结商机 120 个，可能带来 £24.0万");
  });

  test("where more of the same was as near, both errors are told and none is called better", () => {
    expect(findingOf(render(of({mean_error: 15_000})))).toContain(
      "Past forecasts were off by £15.0k on average, more of the same by £14.0k."
    );
    expect(findingOf(render())).not.toContain("Past forecasts");
    expect(panelOf(render(), "forecast")).not.toContain("better");
  });

  test("without past outcomes there is no forecast, and none is invented", () => {
    const none = forecast(0, {expected_value: null, low: null, high: null});
    expect(findingOf(render({forecasts: [none], targets: []}))).toContain(
      "too little has been closed to foretell what comes of them"
    );
  });
});

describe("the win rate", () => {
  const rate = (won: number, lost: number, previous_won: number, previous_lost: number) =>
    words(
      render(
        of({
          won_365d: won,
          lost_365d: lost,
          win_share: won / (won + lost),
          previous_won,
          previous_lost,
          previous_win_share: previous_won / (previous_won + previous_lost)
        })
      )
    );

  test("a change is clear where the interval of the difference leaves nought out, though both intervals overlap", () => {
    const [fell, same] = [rate(15, 38, 20, 18), rate(20, 33, 20, 18)].map((said) => said.split("Sales cycle")[0]!);
    expect(fell).toContain("vs 53% the year before");
    expect(fell).not.toContain("no clear change");
    expect(same).toContain("no clear change");
  });
});

describe("what is expected", () => {
  test("this month is what is won and what is expected of the rest", () => {
    const said = panelOf(render(), "forecast");
    expect(said).toContain("Jun 2026 (so far and expected)£38.0k£26.0k to £50.0k£37.0k");
    expect(said).toContain("Jul 2026 (expected)£30.0k£18.0k to £42.0k£29.0k");
    expect(said).toContain(
      '15 past forecasts of three months, which overlap, were off by £9,000 on average, "as the three months before" by £14.0k; 12 of the 15 were too high.'
    );
    expect(said).toContain("11 of 12 came within their interval.");
  });

  test("a target that reaches beyond the forecast has no expectation, and says so", () => {
    const ahead = target("2026-Q3", {state: "ahead", reached_ratio: 0, expected_value: null, foretold_ratio: null});
    const said = panelOf(render({targets: [target("2026-Q2"), ahead]}), "targets");
    expect(said).toContain("not begun0%");
    expect(said).toContain("What reaches beyond the forecast has no expectation.");
    expect(panelOf(render(), "targets")).not.toContain("beyond the forecast");
  });

  test("few past forecasts are not judged", () => {
    expect(panelOf(render(of({tested_forecasts: 3})), "forecast")).toContain(
      "3 past forecasts can be checked; 6 are needed"
    );
  });

  test("targets: made, missed, running, and where to set one", () => {
    const said = panelOf(
      render({
        targets: [
          target("2026-Q2"),
          target("2026-01", {state: "over", reached_ratio: 1.1, foretold_ratio: null}),
          target("2026-02", {state: "over", team: "North", foretold_ratio: null})
        ]
      }),
      "targets"
    );
    expect(said).toContain("of £100k, 74% expected62%");
    expect(said).toContain("made110%");
    expect(said).toContain("North");
    expect(said).toContain("A target of a team has no forecast of its own.");
    expect(panelOf(render({targets: []}), "targets")).toContain("No target is setSay in perennial.config.ts");
  });

  test("the past: what was believed, what came, beside the naive forecast", () => {
    const said = panelOf(render(), "belief");
    expect(said).toContain("24 Mar 202611041.240£95.0k£70k to £120k£90.0k£93.0k");
    expect(panelOf(render({forecasts: [forecast(0), forecast(3)]}), "belief")).toContain(
      "No past forecast can be checked yet"
    );
  });
});

describe("stages", () => {
  test("conversion and win rate with intervals, beside what the CRM says; too few are withheld", () => {
    const said = panelOf(render(), "stages");
    expect(said).toContain("Aim5003064% 59–68%50% 45–55%20%9.130.23");
    expect(said).toContain("Sign5003064% 59–68%too few");
  });

  test("no history: what is open now, and which export tells more", () => {
    const said = panelOf(render(of({has_history: false})), "stages");
    expect(said).toContain("No history of stages");
    expect(said).toContain("add an export of kind opportunity_stages");
    expect(said).not.toContain("64%");
  });

  test("an order that nobody knows is named", () => {
    expect(panelOf(render({stages: [stage("Aim", null, {order_from: "unknown"})]}), "stages")).toContain(
      "The order of some stages is not known"
    );
  });
});

describe("groups", () => {
  test("owners only where their names are published", () => {
    expect(groupsOf(data.groups, 10, []).map(({dimension}) => dimension)).toEqual(["team", "source"]);
    expect(render()).not.toMatch(/Ann Field|S-77AA11/);
    expect(JSON.stringify(pipelineStart(data as never, en))).not.toMatch(/Ann Field|S-77AA11/);
    expect(panelOf(render({}, withOwners), "groups")).toContain("Ann Field");
  });

  test("few deals or customers are withheld, on the page and in the CSV", () => {
    const [, sources] = groupsOf(data.groups, 10, []);
    expect(sources!.rows.map(({value}) => value)).toEqual(["Fair", "Web"]);
    expect(groupsCsv(sources!).rows).toHaveLength(2);
    expect(JSON.stringify(pipelineStart(data as never, en))).not.toMatch(/Fax|Walk in/);
  });

  test("one group alone is no comparison", () => {
    expect(render({groups: [group("all", "all"), group("team", "North")]})).not.toContain('id="groups"');
  });
});

describe("why deals are lost", () => {
  test("shares with intervals; reasons of few deals are one, and the sum is all", () => {
    expect(panelOf(render(), "reasons")).toContain("Price60%");
    expect(render()).not.toContain("Rude");
    const reasons = reasonsOf(data.reasons, 10);
    expect(reasons.map(({name, lost}) => [name, lost])).toEqual([
      ["Price", 120],
      ["No reply", 60],
      [null, 20]
    ]);
  });

  test("shares of few the year before are withheld, and one more where the rest would give it away", () => {
    const rows = [
      reason("Price", 19, {lost_before: 3, share_before: 3 / 30}),
      reason("No reply", 15, {lost_before: 12, share_before: 12 / 30}),
      reason("Moved away", 12, {lost_before: 15, share_before: 15 / 30})
    ];
    expect(reasonsOf(rows, 10).map(({before}) => before)).toEqual(["few", "few", 0.5]);
    const said = panelOf(render({reasons: rows}), "reasons");
    expect(said).toContain("too few");
    expect(said).not.toMatch(/Price1910%10–60%10%/);
  });

  test("none given, none lost, too few: each is said", () => {
    expect(panelOf(render({reasons: [reason("unknown", 200)]}), "reasons")).toContain(
      "None of 200 lost deals says why. Map the column loss_reason."
    );
    expect(panelOf(render({reasons: []}), "reasons")).toContain("Nothing was lost in the last 365 days");
    expect(panelOf(render({reasons: [reason("Price", 4)]}), "reasons")).toContain("Fewer than 10 were lost");
  });
});

describe("open deals", () => {
  const deals = data.deals.map(deal);
  test("why each needs attention, and the way to its customer", () => {
    const said = panelOf(render(), "deals");
    expect(said).toContain("D-1001Cups14 days overdueBid31 days61 days31 days10 Jun 2026£4,99943%NorthC-00AA11");
    expect(said).toContain("quietBid");
    expect(said).toContain("slow in its stageBid");
    expect(said).toContain("Rows 1–12 of 30; 120 are open.");
    expect(render()).toContain('href="./customers.html?key=C-00AA11"');
    expect(render()).toContain('href="./data/pipeline/perennial-open-deals-2026-06-24.csv"');
    expect(render({}, zh)).toContain('href="../data/pipeline/perennial-open-deals-2026-06-24.csv"');
  });

  test("a deal without amount, owner, customer or day is said so", () => {
    const bare = dealRow(9, {
      amount: null,
      team: null,
      customer_id: null,
      expected_close_on: null,
      age_days: null,
      chance: null
    });
    const said = panelOf(render({deals: [bare, dealRow(1)]}), "deals");
    expect(said).toContain("usual–not givenunknown");
  });

  test("filters choose by need, team and stage, and say so", () => {
    const none = {owner: "", team: "", stage: "", need: ""};
    expect(passing(deals, none)).toHaveLength(30);
    expect(passing(deals, {...none, need: "slipped"})).toHaveLength(3);
    expect(passing(deals, {...none, need: "stale"}).map(({id}) => id)).toEqual(["D-1004"]);
    expect(passing(deals, {...none, team: "North"})).toHaveLength(15);
    expect(filterWords({...none, team: "North", need: "slow"}, en)).toBe("Only team North, slow in its stage");
    expect(dealSpec(offeredBy(deals)).team.known).toEqual(["", "North", "South"]);
  });
});

describe("states", () => {
  const nothing: Partial<PipelineData> = {
    forecasts: [],
    belief: [],
    months: [],
    stages: [],
    moves: [],
    past: [],
    groups: [],
    deals: [],
    reasons: [],
    targets: []
  };

  test("no opportunity: which export to add, and the command", () => {
    const said = words(render({...nothing, ...of({opportunities: 0})}));
    expect(said).toContain("No opportunitiesAdd an export of kind opportunities (and opportunity_stages");
    expect(said).toContain("then run perennial run.");
  });

  test("all open, and none won", () => {
    const rates = {win_share: null, win_low: null, win_high: null, previous_win_share: null};
    const open = {won: 0, lost: 0, won_365d: 0, lost_365d: 0, ...rates, velocity: null, median_cycle_days: null};
    expect(words(render({...nothing, ...of(open)}))).toContain(
      "All deals are open: which of them are won is not known yet"
    );
    expect(findingOf(render({...nothing, ...of(open)}))).toContain("None has been won or lost yet.");
    expect(words(render({...nothing, ...of({won: 0})}))).toContain("No deal has been won");
  });

  test("faults of the records are counted and named", () => {
    const said = panelOf(
      render(
        of({
          backward_moves: 3,
          closed_before_created: 2,
          closed_undated: 4,
          amount_state: "at_close",
          unordered_stages: 1,
          undelivered: 7
        })
      ),
      "records"
    );
    expect(said).toContain("named by the history or a lead, but not delivered7");
    expect(said).toContain("moves back to an earlier stage (Bid to Aim 3)3");
    expect(said).toContain("ended before they were created2");
    expect(said).toContain("ended nobody knows when4");
    expect(said).toContain("Amounts are written when a deal closes");
    expect(panelOf(render(), "records")).toContain(
      "Nothing: every deal that is named is there, dated, valued and owned."
    );
  });

  test("whatever is missing, no broken number in either language", () => {
    const blank = {...summary} as Record<string, unknown>;
    for (const name of Object.keys(blank)) if (/share|low$|high$|cycle|velocity|mean/.test(name)) blank[name] = null;
    const cases: Partial<PipelineData>[] = [
      {},
      nothing,
      {...nothing, summary: blank as never},
      {...nothing, months: data.months, belief: data.belief.map((row) => ({...row, low: null, high: null}))}
    ];
    for (const change of cases) for (const c of [en, zh]) expect(render(change, c)).not.toMatch(broken);
  });

  test("the page keeps its budget of elements, frame of about 200 included", () => {
    expect((render().match(/<[a-z]/g) ?? []).length).toBeLessThan(1_300);
  });
});
