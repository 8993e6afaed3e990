import {describe, expect, test} from "vitest";
import {driverWords} from "../../../dashboards/pages/voice/driverWords.ts";
import {shownDrivers} from "../../../dashboards/pages/voice/driverPanel.ts";
import {roundsOf} from "../../../dashboards/pages/voice/rounds.ts";
import {byDay, byValue, pack, saidOf, unpack} from "../../../dashboards/pages/voice/said.ts";
import {filterWords, passing, saidSpec} from "../../../dashboards/pages/voice/saidFilter.ts";
import {scoreGroupsOf} from "../../../dashboards/pages/voice/scoreGroups.ts";
import {scoreTable} from "../../../dashboards/pages/voice/scoreTable.ts";
import {voiceStart} from "../../../dashboards/pages/voice/voiceStart.ts";
import {scoreChange, scoreRange, scoreText} from "../../../dashboards/pages/voice/words.ts";
import type {VoiceData} from "../../../dashboards/pages/voice/body.ts";
import {broken, findingOf, panelOf, words} from "./said.ts";
import {data, driver, en, render, score, sentiment, theme, verbatim, zh} from "./voicePage.ts";

describe("the finding", () => {
  test("the last score with its interval and change, and what goes most clearly with detraction", () => {
    expect(findingOf(render())).toBe(
      "NPS is +18 in 2026 Q2 (95% interval +9 to +27, n 240): −3 since the one before. Detraction goes most with any bad service event: £12.4k of yearly revenue stands behind it."
    );
    expect(findingOf(render({}, zh))).toContain("2026 Q2的 NPS 为 +18");
  });

  test("a running round is not the last one", () => {
    const scores = [
      score("nps", "quarter", "2026-01-01", 20, {from_on: new Date("2026-01-01")}),
      score("nps", "quarter", "2026-04-01", 90, {from_on: new Date("2026-04-01"), is_partial: true})
    ];
    expect(findingOf(render({scores}))).toContain("NPS is +20 in Q1 2026");
  });

  test("any ticket is too broad to be named; nothing clear is said so", () => {
    expect(findingOf(render({drivers: [driver("ticket", 1)]}))).toContain(
      "Nothing recorded goes clearly with detraction."
    );
  });

  test("too few answers give no score", () => {
    const scores = [score("nps", "month", "2026-05-01", 50, {answers: 29})];
    expect(findingOf(render({scores}))).toContain("Too few answers give a score yet.");
  });
});

describe("rounds", () => {
  test("surveys before quarters before months; the next instrument where the first has none", () => {
    const month = score("nps", "month", "2026-05-01", 20, {from_on: new Date("2026-05-01")});
    const quarters = [1, 2].map((i) =>
      score("csat", "quarter", `${i}`, 80, {from_on: new Date(Date.UTC(2026, i * 3, 1))})
    );
    expect(roundsOf([month, ...quarters])).toMatchObject({instrument: "nps", dimension: "month"});
    expect(roundsOf(quarters)).toMatchObject({instrument: "csat", dimension: "quarter"});
    expect(roundsOf(data.scores)).toMatchObject({instrument: "nps", dimension: "survey"});
    expect(roundsOf([])).toBeUndefined();
  });

  test("surveys lose the first word that all of them share", () => {
    const rounds = roundsOf(data.scores)!;
    expect(rounds.rows.map((row) => rounds.name(row, en))).toEqual([
      "2025 Q2",
      "2025 Q3",
      "2025 Q4",
      "2026 Q1",
      "2026 Q2"
    ]);
    const mixed = [score("nps", "survey", "Spring", 1), score("nps", "survey", "Autumn", 2)];
    expect(
      roundsOf(mixed)!
        .rows.map((row) => roundsOf(mixed)!.name(row, en))
        .sort()
    ).toEqual(["Autumn", "Spring"]);
  });
});

test("a score is written as its instrument counts: points, per cent, mean", () => {
  expect([scoreText("nps", 18, en), scoreText("csat", 84, en), scoreText("ces", 5.25, en)]).toEqual([
    "+18",
    "84%",
    "5.25"
  ]);
  expect([scoreRange("nps", -4, 9, en), scoreRange("csat", 80, 88, en)]).toEqual(["−4 to +9", "80–88%"]);
  expect([scoreChange("nps", -3, en), scoreChange("rating", 0.2, en)]).toEqual(["−3", "+0.20"]);
});

describe("drivers", () => {
  test("odds with their interval, few exposed withheld, themes by their names", () => {
    const said = panelOf(render(), "drivers");
    expect(said).toContain("any bad service event2.4×1.6 to 3.612015%44£12.4k");
    expect(said).toContain("first reply that came late2.4×not clear");
    expect(said).not.toContain("a refund2.4");
    const others = (exposed: number) => shownDrivers([driver("refund", 1, {exposed, detractors: 44})], 10).length;
    expect([others(44), others(53), others(54)]).toEqual([0, 0, 1]);
    expect(driverWords({driver: "theme", value: "delivery"}, en, {delivery: "Delivery"})).toBe(
      "writing about delivery"
    );
    expect(driverWords({driver: "category", value: "late_parcel"}, zh)).toBe("关于late parcel的工单");
  });

  test("no NPS at all: which export to add", () => {
    const scores = data.scores.filter(({instrument}) => instrument !== "nps");
    expect(panelOf(render({drivers: [], scores}), "drivers")).toContain(
      "No NPS answersAdd an export of kind feedback with instrument nps"
    );
  });
});

test("without a known contact nobody can say who is still to come back to", () => {
  const said = words(render({loop: {...data.loop!, has_activities: false}}));
  expect(said).toContain("To come back to");
  expect(said).toContain("320 cases, no contacts on record");
});

describe("who answers", () => {
  test("response rate with its interval, who is heard more, and the score weighted for it", () => {
    const said = panelOf(render(), "response");
    expect(said).toContain("NPS 2026 Q215.0%&nbsp;13.3–16.8% of 1,600 invited");
    expect(said).toContain("At risk30%20%0.67×");
    expect(said).toContain("NPS is +12 (+2 to +22) instead of +18");
  });

  test("without invitations the rate is unknown, and the export that tells it is named", () => {
    const responses = data.responses.map((row) => ({
      ...row,
      invited: null,
      response_share: null,
      low: null,
      high: null
    }));
    expect(panelOf(render({responses}), "response")).toContain("add an export of kind survey_invitations.");
    expect(words(render({responses}))).toContain("no export of invitations");
  });
});

describe("scores by group", () => {
  test("a difference is named only where it clears its interval; few answers are withheld", () => {
    const groups = scoreGroupsOf(data.scores, 10);
    expect(groups.map(({key}) => key)).toEqual(["nps:segment", "csat:language"]);
    const said = words(String(scoreTable(groups[0]!, en)));
    expect(said).toContain("At risk+2−7 to +11−20240");
    expect(said).toContain("New+20+11 to +29no clear240");
    expect(said).not.toContain("Lost");
    // One small group alone could be found as the total less the rest.
    const alone = scoreGroupsOf(
      data.scores.filter(({value}) => value !== "hibernating"),
      10
    );
    expect(alone[0]!.rows).toHaveLength(2);
  });
});

describe("themes", () => {
  test("counts, odds, marks of what is found and what grows; few customers withheld", () => {
    const said = panelOf(render(), "themes");
    expect(said).toContain("Delivery&nbsp;new420105, 8440%6.82.5×");
    expect(said).toContain("corked, bottle&nbsp;found4010, –40%6.8–");
    expect(said).not.toContain("Tiny");
    expect(render()).toContain('href="./voice.html?theme=delivery#verbatims"');
  });

  test("odds that do not hold among many themes are grey", () => {
    const page = render({
      themes: [theme("price", "Price", "价格", 50, {detraction_p_adjusted: 0.2, is_detracting: false})]
    });
    expect(page).toContain('<span class="muted">2.5×</span>');
  });

  test("what few answers stand behind is withheld, on the page and in the CSV", () => {
    const few = theme("price", "Price", "价格", 50, {nps_answers: 14, detractors: 9, judged_365d: 7});
    const start = voiceStart({scores: [], themes: [few], verbatims: [], drivers: []}, en).themeTable;
    const row = Object.fromEntries(start.columns.map((name, i) => [name, start.rows[0]![i]]));
    expect(row).toMatchObject({
      mentions_90d: 13,
      mentions_previous_90d: 10,
      value_at_stake: null,
      mean_score: null,
      detraction_log_odds: null,
      detraction_low: null,
      negative_share: null
    });
    expect(panelOf(render({themes: [few]}), "themes")).not.toContain("8,200");
    expect(panelOf(render({themes: [{...few, detractors: 10}]}), "themes")).toContain("8,200");
  });

  test("months: shares in per cent, the running one marked", () => {
    const said = panelOf(render(), "theme-months");
    expect(said).toContain("Jun*");
    expect(said).toContain("Delivery303234303234");
  });

  test("segments: cells of few customers are withheld", () => {
    expect(panelOf(render(), "theme-tiers")).toContain("Staff151515– withheld");
  });

  test("what is found comes with a typical text", () => {
    expect(panelOf(render(), "new")).toContain(
      "corked, bottleFound: 10 texts in 90 days, fewer than 10 in the 90 before"
    );
    expect(panelOf(render(), "new")).toContain("Two bottles were corked.");
  });
});

describe("texts", () => {
  const said = data.verbatims.map(saidOf);
  const any = {theme: "", sentiment: "", language: "", order: "value"};

  test("highest revenue first, nobody known last; or newest first", () => {
    expect(byValue(said).map(({revenue}) => revenue)[0]).toBe(5000);
    expect(byValue(said).at(-1)!.customer).toBeNull();
    const days = byDay(said).map(({on}) => on);
    expect(days).toEqual(days.toSorted().reverse());
  });

  test("filters by theme, sentiment, language", () => {
    expect(passing(said, {...any, theme: "staff"}).map(({text}) => text)).toEqual(["Lovely tea, wonderful staff."]);
    expect(passing(said, {...any, language: "zh"})).toHaveLength(1);
    expect(passing(said, {...any, sentiment: "positive"})).toHaveLength(1);
    expect(passing(said, any)).toHaveLength(said.length);
    expect(filterWords({...any, theme: "staff", sentiment: "positive"}, [{theme: "staff", label: "Staff"}], en)).toBe(
      "Only theme Staff, positive"
    );
    expect(saidSpec([{theme: "staff", label: "Staff"}], ["en"]).theme.known).toEqual(["", "staff"]);
  });

  test("what is packed for the file is unpacked as it was", () => {
    for (const one of said) expect(unpack(JSON.parse(JSON.stringify(pack(one))))).toEqual(one);
  });

  test("each in its own language, masked, with its mood in words", () => {
    const page = render();
    expect(page).toContain('<blockquote lang="zh-CN" class="bad">');
    expect(page).toContain('<span class="mask" title="masked">[number]</span>');
    expect(panelOf(page, "verbatims")).toContain(
      "negativeNPS 2C-00AA12Champions£5,000 a year3 Jun 2026DeliveryQuality"
    );
  });

  test("the operator keeps them: said, and nothing of them in what the browser starts with", () => {
    expect(panelOf(render({verbatims: []}), "verbatims")).toContain("Texts are not published");
    const start = voiceStart(
      {scores: data.scores, themes: data.themes, verbatims: data.verbatims, drivers: data.drivers},
      en
    );
    expect(JSON.stringify(start)).not.toContain("parcel");
    expect(JSON.stringify(start.themeTable)).not.toContain("Tiny");
  });

  test("same texts are counted", () => {
    expect(words(render({verbatims: [verbatim(1, {same_texts: 10_000})]}))).toContain("× 10,000, alike");
  });
});

describe("the sentiment model", () => {
  test("held-out accuracy beside the majority and the word list, and a verdict", () => {
    const said = panelOf(render(), "sentiment");
    expect(said).toContain(
      "Englishlearned from own ratings90.1%88.6–91.4%72.2%77.0%0.9510.8300.8301,800500 negativebetter than the majority"
    );
    expect(said).toContain("Chineseword list: too few ratings–");
    expect(said).toContain("Texts read1,020: English 900, Chinese 120");
  });

  test("a language that the model of all judges is not said to be judged by the word list; tickets are untested", () => {
    const said = panelOf(render({sentiment: [sentiment("zh", {state: "too_few", judge: "all"})]}), "sentiment");
    expect(said).toContain("Chinesemodel of all texts: too few ratings90.1%");
    expect(said).not.toContain("Chineseword list");
    expect(said).toContain("Tickets carry no score: they are judged by what feedback taught, untested");
  });

  test("no better than the majority: said", () => {
    expect(panelOf(render({sentiment: [sentiment("all", {majority_share: 0.89})]}), "sentiment")).toContain(
      "no better than the majority"
    );
  });
});

describe("states", () => {
  const nothing: Partial<VoiceData> = {
    scores: [],
    responses: [],
    bias: [],
    weighted: undefined,
    drivers: [],
    themes: [],
    themeMonths: [],
    themeTiers: [],
    examples: [],
    verbatims: [],
    languages: [],
    sentiment: [],
    loop: undefined,
    hasKano: false
  };

  test("no feedback: which export to add, and the command", () => {
    const said = words(render(nothing));
    expect(said).toContain("No feedbackAdd an export of kind feedback (who, when, score, comment)");
    expect(said).toContain("then run perennial run.");
  });

  test("whatever is missing, no broken number in either language", () => {
    const changes: Partial<VoiceData>[] = [
      {},
      nothing,
      ...Object.entries(nothing).map(([name, value]) => ({[name]: value}))
    ];
    changes.push({...nothing, languages: data.languages}, {...nothing, scores: data.scores});
    for (const change of changes) for (const c of [en, zh]) expect(render(change, c)).not.toMatch(broken);
  });
});
