import {describe, expect, it} from "vitest";
import {parseConfig} from "../../ingest/project.ts";
import {growthSettings} from "../../models/growthSettings.ts";
import {usualGrowth} from "../models/growth.ts";

const parse = (given: object) =>
  parseConfig(
    {
      company: {name: "C", currency: "GBP", zone: "Europe/London"},
      sources: {shop: {kind: "customers", files: "shop.csv"}},
      ...given
    },
    "config"
  );

it("what a configuration does not say is usual", () => {
  expect(growthSettings(parse({}))).toEqual(usualGrowth);
});

describe("is refused, and where and why is told", () => {
  const refused: [given: object, ...said: string[]][] = [
    [{pipeline: {targets: [{period: "2026-13", amount: 1}]}}, "pipeline.targets.0.period", "a quarter, 2026-Q2"],
    [
      {
        pipeline: {
          targets: [
            {period: "2026-Q1", amount: 1},
            {period: "2026-Q1", amount: 2}
          ]
        }
      },
      "pipeline.targets.1.period",
      "a second target of all for 2026-Q1"
    ],
    [{pipeline: {stages: {Trade: ["Qualification"]}}}, "pipeline.stages.Trade"],
    [{campaigns: {window_days: 0}}, "campaigns.window_days"],
    [{loyalty: {breakage: 1.2}}, "loyalty.breakage"],
    [{loyalty: {tiers: [{tier: "Gold"}]}}, "loyalty.tiers.0", "by points or by revenue; give one of them"],
    [
      {
        loyalty: {
          tiers: [
            {tier: "Gold", points: 200},
            {tier: "Silver", points: 100}
          ]
        }
      },
      "loyalty.tiers.1",
      "put the lowest first"
    ],
    [
      {
        loyalty: {
          tiers: [
            {tier: "Gold", points: 200},
            {tier: "Platinum", revenue: 1000}
          ]
        }
      },
      "loyalty.tiers.1",
      "all by points or all by revenue"
    ],
    [
      {
        loyalty: {
          tiers: [
            {tier: "Gold", points: 200},
            {tier: "Gold", points: 300}
          ]
        }
      },
      "loyalty.tiers.1.tier",
      'a second tier "Gold"'
    ],
    [{baskets: {most_items: 9}}, "baskets.most_items"],
    [{audiences: [{name: "all", en: "All", zh: "全部", where: {}}]}, "audiences.0.where", "name a column"],
    [{audiences: [{name: "A b", en: "A", zh: "甲", where: {orders: 1}}]}, "audiences.0.name", "lower case"],
    [{audiences: [{name: "rich", en: "R", zh: "富", where: {orders: {}}}]}, "audiences.0.where.orders"],
    [
      {
        audiences: [
          {name: "rich", en: "R", zh: "富", where: {orders: 1}},
          {name: "rich", en: "R", zh: "富", where: {orders: 2}}
        ]
      },
      "audiences.1.name",
      'a second audience "rich"'
    ],
    [
      {
        audiences: [
          {name: "rich", en: "Rich", zh: "富", where: {orders: 1}},
          {name: "rich_too", en: " Rich", zh: "富裕", where: {orders: 2}}
        ]
      },
      "audiences.1.en",
      'a second audience is called "Rich"'
    ],
    [
      {
        audiences: [
          {name: "rich", en: "Rich", zh: "富", where: {orders: 1}},
          {name: "rich_too", en: "Rich too", zh: "富", where: {orders: 2}}
        ]
      },
      "audiences.1.zh",
      'a second audience is called "富"'
    ],
    [{actions: {pressure: {messages: 0, days: 30}}}, "actions.pressure.messages"]
  ];
  it.each(refused)("%j", (given, ...said) => {
    for (const words of said) expect(() => parse(given)).toThrow(words);
  });
});

it("a rule of an audience is read as it is written, however deep", () => {
  const where = {
    segment: ["champions", "loyal"],
    net_revenue_365d: {at_least: 500},
    owner: null,
    any: [{last_order_on: {older_than_days: 90}}, {not: {risk_band: "low"}}]
  };
  const {audiences} = growthSettings(parse({audiences: [{name: "best", en: "Best", zh: "最佳", where}]}));
  expect(audiences).toEqual([{name: "best", en: "Best", zh: "最佳", where, channel: "email", controlShare: 0}]);
});
