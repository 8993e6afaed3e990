import {describe, expect, it} from "vitest";
import {audiencesSchema, type AudienceRule} from "../../../ingest/audienceConfig.ts";
import {problemsOf, refuseBadAudiences} from "../../../models/audience/problems.ts";
import {UserError} from "../../../warehouse/error.ts";
import {settings} from "../warehouseOf.ts";

const messages = (where: AudienceRule) => problemsOf(where, settings).map(({path, message}) => `${path}: ${message}`);

describe("a rule of an audience", () => {
  it("may ask for every column in the way that fits its type", () => {
    const where: AudienceRule = {
      segment: "champions",
      stage: ["active", "loyal"],
      country: "GB",
      net_revenue: {at_least: 100, below: 1000.5},
      last_order_on: {at_least: "2026-01-01", within_days: 90},
      may_email: {not: false},
      last_nps_score: null,
      risk_share: {above: 0.5},
      any: [{orders: 1}, {not: {loyalty_tier: "gold"}}]
    };
    expect(messages(where)).toEqual([]);
  });

  it.each<[string, AudienceRule, string]>([
    ["an unknown column", {segmnt: "lost"}, 'where.segmnt: unknown column "segmnt"; did you mean "segment"?'],
    [
      "one far from every name",
      {colour_of_the_car: "red"},
      'where.colour_of_the_car: unknown column "colour_of_the_car"; the columns are those of mart_customer_360, which the glossary lists'
    ],
    ["an unknown stage", {stage: "dormnt"}, 'unknown value "dormnt"; did you mean "dormant"? stage is one of '],
    [
      "an unknown segment",
      {segment: ["champion"]},
      'unknown value "champion"; did you mean "champions"? segment is one of '
    ],
    ["text for a number", {orders: "3"}, 'where.orders: "3" is no number; write a number without quotes'],
    ["a number for text", {country: 44}, "where.country: 44 is no text; write it in quotes"],
    [
      "text for a flag",
      {may_email: "yes"},
      '"yes" is neither true nor false; write true, false or null, without quotes'
    ],
    [
      "a day in another spelling",
      {last_order_on: {at_least: "30/06/2026"}},
      'at_least: "30/06/2026" is no day; write it as "2026-06-30"'
    ],
    ["a day that does not exist", {last_order_on: "2026-02-30"}, '"2026-02-30" is no day'],
    [
      "bounds of a text",
      {country: {at_least: "A"}},
      "country holds text, which has no at_least; name the values instead"
    ],
    ["bounds of a flag", {may_call: {above: 0}}, "may_call holds true or false, which has no above"],
    [
      "days of a number",
      {orders: {within_days: 3}},
      "orders is a number, not a day; write at_least, at_most, above or below instead of within_days"
    ],
    ["a share in per cent", {risk_share: {above: 20}}, "risk_share is a share from 0 to 1; write 0.2 for 20 %, not 20"],
    ["five decimals of money", {net_revenue: 0.00001}, "has more than the four decimals of an amount; round it"],
    ["null for what is always known", {orders: null}, "orders is always known, so null matches nobody; leave it out"],
    [
      "bounds that cross",
      {orders: {at_least: 5, at_most: 3}},
      "nothing lies from 5 to 3; swap the bounds or take one off"
    ],
    [
      "days that cross",
      {last_order_on: {within_days: 30, older_than_days: 30}},
      "no day is within 30 days and older than 30"
    ],
    [
      "something wrong inside",
      {any: [{orders: 1}, {not: {ordrs: 1}}]},
      'where.any.1.not.ordrs: unknown column "ordrs"; did you mean "orders"?'
    ]
  ])("is refused with advice for %s", (_, where, message) => {
    const said = messages(where);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(message);
  });

  it("is refused as one error that names the audience and every problem", () => {
    const audiences = audiencesSchema
      .parse([{name: "a", en: "A", zh: "甲", where: {ordrs: 1, contry: "GB"}}])
      .map(({control_share, ...rest}) => ({...rest, controlShare: control_share}));
    expect(() => refuseBadAudiences({...settings, audiences})).toThrow(UserError);
    expect(() => refuseBadAudiences({...settings, audiences})).toThrow(
      'config: audiences: a: where.ordrs: unknown column "ordrs"; did you mean "orders"?\n' +
        'config: audiences: a: where.contry: unknown column "contry"; did you mean "country"?'
    );
  });
});
