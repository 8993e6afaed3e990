import {describe, expect, it} from "vitest";
import {usualSurvivorship} from "../../ingest/identityConfig.ts";
import {parseConfig} from "../../ingest/project.ts";

const parse = (identity: object) =>
  parseConfig(
    {
      company: {name: "C", currency: "GBP"},
      sources: {
        shop: {kind: "customers", files: "shop.csv"},
        crm: {preset: ["zoho-leads", "zoho-deals"], files: "crm.xlsx"}
      },
      identity
    },
    "config"
  ).identity;

describe("the golden record", () => {
  it("has a rule for every field without being told, and a told one overrules it", () => {
    expect(parse({}).survivorship).toEqual(usualSurvivorship);
    expect(parse({survivorship: {owner: "trusted"}}).survivorship).toEqual({...usualSurvivorship, owner: "trusted"});
  });

  it("trusts all that a preset makes of a source, in the order of the list", () => {
    expect(parse({trusted: ["crm", "shop"]}).trusted).toEqual(["crm_zoho_leads", "crm_zoho_deals", "shop"]);
    expect(parse({trusted: ["crm_zoho_deals"]}).trusted).toEqual(["crm_zoho_deals"]);
  });

  it.each([
    [
      {trusted: ["shpo"]},
      'config: config: identity.trusted: unknown source "shpo"; did you mean "shop"? The sources are shop, crm'
    ],
    [{trusted: ["shop", "shop"]}, 'config: config: identity.trusted: duplicate source "shop"; name it once']
  ])("refuses %j", (identity, message) => {
    expect(() => parse(identity)).toThrow(message);
  });

  it("refuses a rule or a field that there is not", () => {
    expect(() => parse({survivorship: {owner: "oldest"}})).toThrow(/identity\.survivorship\.owner/);
    expect(() => parse({survivorship: {shoe_size: "recent"}})).toThrow(/shoe_size/);
  });
});
