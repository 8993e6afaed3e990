import {describe, expect, test} from "vitest";
import {churn} from "../../../dashboards/pages/churn.ts";
import {en, method, row, state, summary, words, zh} from "./churnRows.ts";
import {data, render, finding, panelOf} from "./churnPage.ts";

const untested = {
  mart_churn_method: [],
  mart_churn_backtest: [],
  mart_churn_calibration: [],
  mart_churn_lift: [],
  mart_churn_driver: []
};
const rules = (change: Parameters<typeof state>[0] = {}) => ({
  mart_churn_state: [state({uses: "rules", method: null, reason: "not_better", brier: 0.23, ...change})],
  mart_churn_watch: [row(1, {reasons: null, warned_of: "complaints silence", complaints: 3, tickets_365d: 3})]
});
const useless = {
  mart_churn_state: [
    state({
      uses: "nothing",
      method: null,
      reason: "one_time_only",
      one_time_share: 0.994,
      churn_share: 0.989,
      customers: 96_096
    })
  ],
  mart_churn_watch: [],
  mart_churn_driver: []
};

describe("the finding", () => {
  test("says how many are expected to leave, with what at stake, and how often such a list was right", () => {
    expect(finding()).toBe(
      "About 21 of the 40 customers who bought in the last 365 days are expected not to order again within 13 weeks: £250 at risk, 95% interval £220 to £280. At past month ends 81% (95% interval 76–86%) of the 40 riskiest, whom five days of calls reach, did leave, against 44% of all."
    );
    expect(finding({}, zh)).toContain("近 365 天的 40 位买家中，预计约 21 位在 13 周内不再下单：风险价值 £250");
  });

  test("a horizon that is not whole weeks is in days", () => {
    expect(finding({mart_churn_summary: summary({horizon_days: 30})})).toContain("within 30 days");
  });

  test("tells no precision of fewer calls than may be published, and no interval that is not known", () => {
    expect(finding({mart_churn_method: [method("trees", {calls: 4})]})).not.toContain("days of calls");
    expect(finding({mart_churn_summary: summary({value_low: null, value_high: null})})).toContain("£250 at risk. At");
  });

  test("nothing at risk, and nobody warned of, are states", () => {
    expect(finding({mart_churn_watch: []})).toBe("Nobody who bought in the last 365 days puts revenue at risk.");
    expect(finding({...rules(), mart_churn_watch: []})).toBe("No buyer shows a warning sign today.");
    expect(words(render({mart_churn_watch: []}))).toContain("Nobody is at risk");
  });

  test("without orders the page says which export to add", () => {
    for (const none of [
      {mart_churn_state: []},
      {mart_churn_summary: []},
      {mart_churn_summary: summary({customers: 0})}
    ]) {
      const page = words(render({...untested, mart_churn_watch: [], mart_churn_warning_test: [], ...none}));
      expect(page).toContain("No customer has ordered yet.");
      expect(page).toContain("Add an orders export");
    }
  });
});

describe("model or rules: the page says which of the two, and why", () => {
  test("a model, with what it beat", () => {
    expect(words(render())).toContain(
      "The risk is foretold by a model (boosted trees): on 4 later month ends it told who leaves better than days of silence alone (AUC 0.743 against 0.684) and its percentages erred less (Brier 0.203 against 0.225)."
    );
    expect(render()).not.toContain('class="banner"');
  });

  test.each([
    ["not_better", "the better model erred no less than days of silence alone (Brier 0.230 against 0.225)"],
    ["no_skill", "the better model hardly told who leaves (AUC 0.743, 0.5 is chance; it erred 17.0% less"],
    ["one_time_only", "where nearly nobody comes back there is no rhythm that could be broken"],
    ["too_few", "60 customers with an order, and the months in which it is known who left, are too few"],
    ["no_closed_horizon", "no month end is 13 weeks old, so nobody knows yet who left"],
    ["one_class", "so far nobody left, so there is nothing to tell apart"]
  ] as const)("rules, because %s", (reason, why) => {
    const banner = /<p class="banner">(.*?)<\/p>/.exec(render(rules({reason})))![1]!;
    expect(banner).toContain("Warning rules rank the list, not a model: ");
    expect(banner).toContain(why);
    expect(/<p class="banner">(.*?)<\/p>/.exec(render(rules({reason}), zh))![1]).toContain(
      "名单按预警规则而非模型排列"
    );
  });

  test("with rules the warnings are the reasons, and nothing is said to drive a model", () => {
    const page = words(render({...rules(), mart_churn_driver: []}));
    expect(page).toContain(
      "28 of 60 customers show a warning sign today. Judged by what such signs foretold in the past, about 21 of the 40 customers who bought in the last 365 days are expected not to order again within 13 weeks: £250 at risk, 95% interval £220 to £280."
    );
    expect(page).toContain("3 complaints in 60 days; usual: 0 no order for 82 days; own rhythm is 26");
    expect(page).toContain("No model, so no drivers");
    expect(page).toContain("Ranked by number of warnings × usual revenue of 13 weeks.");
    expect(render(rules())).not.toContain('aria-sort="descending"');
  });

  test("where a ranking would be near useless there is none, only its tests", () => {
    const page = render(useless);
    expect(finding(useless)).toBe(
      "A ranking would be near useless: 99.4% of 96,096 customers bought on one day alone. Neither a model nor a rule ranks here: where nearly nobody comes back there is no rhythm that could be broken; at past month ends 98.9% left, whoever they were."
    );
    expect(page).not.toMatch(/id="watch|data-filter=|id="take"/);
    expect(words(page)).toContain("What to do without a list?");
    expect(panelOf("evidence", useless)).toContain("Does it beat simple rules?");
    expect(finding(useless, zh)).toContain("排名几乎没有用处：96,096 位客户中 99.4% 只在一天购买过。");
  });

  test("nothing is not ranked by a list that is there all the same", () => {
    expect(render({...useless, mart_churn_watch: [row(1)]})).not.toContain("C-000000000001");
    const start = churn.live!.data!({...data, ...useless, mart_churn_watch: [row(1)]} as never, en);
    expect((start as {list: unknown[]}).list).toEqual([]);
  });

  test("a base that repeats, but of which nothing is known, has another sentence", () => {
    const blind = {
      ...useless,
      mart_churn_state: [{...useless.mart_churn_state[0], one_time_share: 0.3, reason: "no_skill" as const}]
    };
    expect(finding(blind)).toContain("near useless: nothing known of the customers told who leaves.");
  });

  test("before a horizon has closed there is no risk, no list, and the reason", () => {
    const young = {
      ...untested,
      ...useless,
      mart_churn_state: [state({uses: "nothing", method: null, reason: "no_closed_horizon", one_time_share: 0.2})]
    };
    expect(finding(young)).toBe(
      "No risk can be told yet. Neither a model nor a rule ranks here: no month end is 13 weeks old, so nobody knows yet who left."
    );
    expect(words(render(young))).toContain("Nothing could be tested");
    expect(words(render(young))).not.toMatch(/expected to leave|How is the risk spread/);
  });

  test("a row without a risk is not listed", () => {
    const page = render({mart_churn_watch: [row(1), row(2, {risk_share: null, risk_band: null})]});
    expect(page).toContain("C-000000000001");
    expect(page).not.toContain("C-000000000002");
  });
});

test("bands of risk stand with their sum and its interval", () => {
  const bands = (c = en, buyers = [10, 14, 16, 40]) =>
    words(
      /<table id="bands">.*?<\/table>/.exec(
        render({mart_churn_summary: summary().map((row, i) => ({...row, buyers: buyers[i]!}))}, c)
      )![0]
    );
  expect(bands(en, [3, 15, 22, 40])).toMatch(/22 12 £180 £165 to £195 medium, 40–70% – – – – low, under 40% – – – –/);
  expect(bands(zh, [3, 15, 22, 40])).not.toContain("£10 ");
  expect(bands()).toMatch(/low, under 40% 10 1 £10 £5 to £15 All 40 21 £250 £220 to £280/);
});

test("browser code starts with what the page shows, reasons in words of its language", () => {
  const start = churn.live!.data!(data as never, zh);
  expect(start).toMatchObject({
    calls: 2,
    horizonDays: 91,
    all: 40,
    uses: "model",
    rankedBy: "trees",
    asOf: "2026-06-24",
    customer: "./customers.html?key="
  });
  const {list} = start as {list: {reasons: [string, number][]}[]};
  expect(list).toHaveLength(3);
  expect(list[0]!.reasons[0]![0].replaceAll("\u00a0", " ")).toBe("82 天未下单；自身节奏 26 天");
});

test("no state shows NaN, undefined or null", () => {
  const onlyOnce = [row(1, {orders: 1, has_own_rhythm: false, segment: null, reasons: "[]"})];
  const quiet = summary({customers: 1, buyers: 0, expected_leavers: null, value_at_risk: null, value_low: null});
  const blank = state({
    reason: "too_few",
    uses: "rules",
    one_time_share: null,
    churn_share: null,
    auc: null,
    brier: null,
    skill: null,
    trained_rows: null,
    trained_churned: null,
    trained_from_on: null,
    trained_to_on: null,
    first_tested_on: null,
    last_tested_on: null
  });
  const noScore = {auc: null, auc_low: null, auc_high: null, pr_auc: null, lift_top_tenth: null, auc_gain_low: null};
  const states = [
    {},
    useless,
    {...rules(), ...untested},
    {mart_churn_watch: onlyOnce},
    {mart_churn_watch: [], mart_churn_summary: quiet},
    {mart_churn_calibration: [], mart_churn_lift: []},
    {mart_churn_method: [method("trees", noScore)], mart_churn_backtest: []},
    {...untested, mart_churn_state: [blank], mart_churn_warning_test: []}
  ];
  for (const c of [en, zh])
    for (const change of states) expect(words(render(change, c))).not.toMatch(/NaN|undefined|null|Infinity/);
});
