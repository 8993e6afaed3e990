import {describe, expect, test} from "vitest";
import {campaignsCsv, segmentsCsv, takenOf} from "../../../dashboards/pages/campaigns/csvFiles.ts";
import {defined} from "../../../dashboards/pages/campaigns/defined.ts";
import {dimensionOf} from "../../../dashboards/pages/campaigns/segmentBody.ts";
import {viewsOf} from "../../../dashboards/pages/campaigns/views.ts";
import {arm, data, effect, en, fault, render, response, segment, summary, tenth, zh} from "./campaignsPage.ts";
import {broken, findingOf, panelOf, words} from "./said.ts";

/** What the finding says where no campaign is measured. */
const alone = {...summary, campaigns: 1, measured: 0, clear: 0, cost: null, without_cost: 1};

describe("the finding", () => {
  test("how many are clear, and what the last did with its intervals", () => {
    expect(findingOf(render())).toBe(
      "1 of 1 campaigns with a control group clearly changed who orders or what they spend. The last, Win back: +6.1 pts of customers ordering (2.0 to 10.2), +£2.50 a customer (+£0.50 to +£4.50)."
    );
    expect(findingOf(render({}, zh))).toContain("1 个留有对照组的活动中，1 个明确");
  });

  test("nothing clear is said so", () => {
    const unclear = {...effect, share_low: -0.01, adjusted_low: -1, is_share_clear: false, is_revenue_clear: false};
    const said = findingOf(render({campaigns: [unclear], summary: {...summary, clear: 0}}));
    expect(said).toContain("none of them clearly changed who orders");
    expect(said).toContain("no clear change.");
  });

  test("without any control group nothing is judged, and it says how to get one", () => {
    const said = findingOf(render({campaigns: [response], summary: alone, segments: [], tenths: []}));
    expect(said).toContain("No campaign can be judged yet: none held back a control group");
    expect(said).toContain("perennial export audience");
  });
});

test("the window is the day of the message and the days after it", () => {
  expect(panelOf(render(), "campaigns")).toContain("Orders on the day of the message and the 30 days after it;");
  expect(panelOf(render({}, zh), "campaigns")).toContain("发送当日及其后 30 天的订单");
  expect(defined("campaign-effect", en).text).toContain("the day of the message, from the message on, and the 30 days");
  expect(defined("campaign-effect", zh).text).toContain("发送当日（自消息发出起）及其后 30 天");
});

describe("the list", () => {
  test("a campaign with a control group has an effect, a cost and a return; one without has a response", () => {
    const said = panelOf(render(), "campaigns");
    expect(said).toContain("Win back16 Apr 2026 · email1,000");
    expect(said).toContain("+6.1 pts2.0 to 10.2");
    expect(said).toContain("+£2.50+£0.50 to +£4.50");
    expect(said).toContain("£4006.31.3 to 11.3");
    const line = said.slice(said.indexOf("Gifts 2025"));
    expect(line).toContain("17.7%16–20%");
    expect(line).toContain("none–no control group");
    expect(line).not.toMatch(/Gifts.*pts.*Without/);
  });

  test("the newest is first", () => {
    const said = panelOf(render(), "campaigns");
    expect(said.indexOf("Win back")).toBeLessThan(said.indexOf("Gifts 2025"));
  });

  test("where no cost is known it says so and names the column, and never zero", () => {
    const campaigns = [response, {...effect, cost: null, revenue_per_cost: null}];
    const said = words(render({campaigns, summary: {...summary, cost: null, without_cost: 2}}));
    expect(said).toContain("no cost known");
    expect(said).toContain("map the column cost");
    expect(panelOf(render({campaigns}), "campaigns")).not.toMatch(/£0(?![.\d])/);
    expect(words(render({campaigns}, zh))).toContain("所有活动都没有成本数据");
  });

  test("every state has its words", () => {
    for (const [state, text] of [
      ["mismatch", "arms off plan: not read"],
      ["too_few", "too few to compare"],
      ["undated", "date not known"],
      ["ahead", "sent after this report"],
      ["no_list", "list not known"]
    ] as const) {
      const row = {...response, state, control: 20, control_ordered_share: 0.1, control_low: 0.02, control_high: 0.3};
      expect(panelOf(render({campaigns: [row], summary: alone}), "campaigns")).toContain(text);
    }
  });

  test("numbers so far are marked", () => {
    expect(panelOf(render({campaigns: [{...effect, is_partial: true}]}), "campaigns")).toContain("so far");
  });
});

describe("privacy", () => {
  test("a control group of three is neither counted nor rated", () => {
    const row = {...response, state: "too_few" as const, control: 3, control_ordered: 1, control_ordered_share: 0.3333};
    const page = render({campaigns: [row], summary: alone, segments: [], tenths: []});
    expect(panelOf(page, "campaigns")).toContain("fewer than 10");
    expect(page).not.toContain("33.3");
    const {columns, rows} = campaignsCsv(takenOf([row], en.minCell));
    expect(rows[0]![columns.indexOf("control")]).toBeNull();
    expect(rows[0]![columns.indexOf("response_share")]).toBeNull();
    expect(rows[0]![columns.indexOf("campaign")]).toBe("Gifts 2025");
  });

  test("a small segment goes, and with it the smallest other, which would give it away", () => {
    const segments = [
      segment("never", {control: 4, is_measured: false, share_difference: null}),
      segment("days_0_90", {control: 80}),
      segment("days_91_365"),
      segment("days_over_365", {control: 150})
    ];
    const [view] = viewsOf({...data, segments}, en);
    expect(view!.dimensions[0]!.segments.map(({group_name}) => group_name)).toEqual(["days_91_365", "days_over_365"]);
    expect(segmentsCsv(view!).rows).toHaveLength(2);
  });

  test("few faulty customers are not counted", () => {
    expect(panelOf(render({faults: [fault({found: 4})]}), "faults")).toContain("fewer than 10");
    expect(panelOf(render(), "faults")).toContain("Reached and held back251,455 customersleft out");
  });

  test("the sum of a campaign's customers, which less both arms would be a withheld fault, is withheld in every row of it", () => {
    const faults = [
      fault({found: 4, of_all: 1434}),
      fault({fault: "overlapping", found: 60, of_all: 1434, is_left_out: false}),
      fault({fault: "unknown_customer", unit: "touches", found: 3, of_all: 1440}),
      fault({campaign_id: "e2", campaign: "Other", found: 25, of_all: 917})
    ];
    for (const c of [en, zh]) {
      const said = panelOf(render({faults}, c), "faults");
      expect(said).not.toContain("1,434");
      expect(said).toContain("1,440");
      expect(said).toContain("917");
    }
    expect(panelOf(render({faults}), "faults")).toContain("Reached and held backfewer than 10withheldleft out");
    expect(panelOf(render(), "faults")).not.toContain("withheld");
  });
});

describe("details", () => {
  test("parts of tenths and whether they differ", () => {
    const said = panelOf(render(), "uplift");
    expect(said).toContain("1–2");
    expect(said).toContain("do not differ by more than chance (p 0.70)");
    const differ = [1, 6].map((first) => tenth(first, {last_tenth: first + 4, interaction_p: 0.01}));
    expect(panelOf(render({tenths: differ}), "uplift")).toContain("Parts differ by more than chance (p 0.01)");
  });

  test("a campaign too small to split says what is needed", () => {
    expect(panelOf(render({tenths: []}), "uplift")).toContain("thirty customers reached and thirty held back");
  });

  test("segments stand under the dimension in which they differ most surely; colour waits for the adjusted test", () => {
    const segments = [
      ...data.segments,
      segment("orders_0", {dimension: "frequency", interaction_p_adjusted: 0.01}),
      segment("orders_1", {dimension: "frequency", interaction_p_adjusted: 0.01, share_low: 0.01})
    ];
    const [view] = viewsOf({...data, segments}, en);
    expect(dimensionOf(view!)!.dimension).toBe("frequency");
    expect(dimensionOf(view!, "recency")!.dimension).toBe("recency");
    const page = render({segments});
    expect(panelOf(page, "by-segment")).toContain("Segments differ by more than chance (p 0.010).");
    expect(page.split('id="by-segment"')[1]!.split("</section>")[0]).not.toContain("nowrap good");
  });

  test("versions, each held against the control, with adjusted p-values", () => {
    const arms = [
      arm("A"),
      arm("B", {share_p_adjusted: 0.4}),
      arm("", {arm: "control", compared_with: "nothing", share_difference: null})
    ];
    const said = panelOf(render({arms}), "versions");
    expect(said).toContain("Win backA50020.0%17.0–24.0%held back+6.0 pts");
    expect(said).toContain("0.400");
    expect(render({arms: arms.slice(1)})).not.toContain('id="versions"');
  });

  test("fairness: sizes against the plan, or that none was planned; uneven arms are named", () => {
    expect(panelOf(render(), "trust")).toContain("30.1%planned 30%as drawnp 0.95as drawnp 0.61");
    const unplanned = {...effect, planned_share: null, ratio_p: null};
    expect(panelOf(render({campaigns: [unplanned]}), "trust")).toContain("none plannedno ratio was planned");
    const off = {...effect, state: "mismatch" as const, ratio_p: 1e-9};
    expect(panelOf(render({campaigns: [off]}), "trust")).toContain("unevenp &lt; 0.001");
  });

  test("what could have been seen", () => {
    expect(panelOf(render(), "power")).toContain("+6.6 pts+6.4 pts±£2.90630");
  });
});

describe("states", () => {
  test("no campaign: which exports to add, and the command", () => {
    const said = words(render({summary: undefined, campaigns: []}));
    expect(said).toContain("No campaigns");
    expect(said).toContain("as kind campaigns");
    expect(said).toContain("perennial run");
    expect(words(render({summary: undefined, campaigns: []}, zh))).toContain("没有营销活动");
  });

  test("nothing is broken, whatever is missing", () => {
    const pages = [
      render(),
      render({}, zh),
      render({campaigns: [response], summary: alone, segments: [], tenths: [], faults: []}),
      render(
        {
          campaigns: [
            {
              ...response,
              started_on: null,
              state: "no_list",
              treated: 0,
              recipients: null,
              response_share: null,
              response_low: null,
              response_high: null,
              revenue_per_customer: null
            }
          ],
          summary: alone,
          segments: [],
          tenths: []
        },
        zh
      )
    ];
    for (const page of pages) expect(words(page)).not.toMatch(broken);
  });
});
