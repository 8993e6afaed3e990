import {describe, expect, test} from "vitest";
import {ruleWords} from "../../../dashboards/pages/audiences/ruleWords.ts";
import type {AudienceRule} from "../../../ingest/audienceConfig.ts";
import {audienceColumns, kindOf} from "../../../models/audience/columns.ts";
import {ruleText} from "../../../models/audience/ruleText.ts";
import {audience, data, en, months, render, zh} from "./audiencesPage.ts";
import {broken, findingOf, panelOf} from "./said.ts";

const words = (rule: AudienceRule, c = en) => ruleWords(JSON.parse(ruleText(rule)) as AudienceRule, c);

describe("a rule in words", () => {
  test("names columns by what they mean, with their units", () => {
    expect(words({segment: ["champions", "loyal"], net_revenue: {at_least: 100, below: 500.5}})).toBe(
      "RFM segment: Champions or Loyal; net revenue so far at least £100 and below £500.50"
    );
    expect(words({risk_share: {above: 0.5}, last_order_on: {older_than_days: 90}, may_email: {not: false}})).toBe(
      "risk of no order within the horizon above 50%; day of the last order more than 90 days ago; agreed to marketing by e-mail not no"
    );
    expect(words({points_balance: {at_least: 200}, last_nps_score: null})).toBe(
      "points outstanding at least 200; last answer to the NPS question not known"
    );
    expect(words({first_order_on: {at_least: "2026-01-01"}}, zh)).toBe("首单日期 不早于 2026年1月1日");
  });

  test("joins rules as they are joined", () => {
    expect(words({country: "GB", any: [{orders: 1}, {stage: "lost"}], not: {orders_30d: {above: 2}}})).toBe(
      "country: GB; (orders: 1) or (stage of life: Lost); not (orders in the last 30 days above 2)"
    );
  });

  test("never says a personal value", () => {
    const personal = words({owner: "Olga", email: {not: ["a@x.com"]}, phone: {not: null}, customer_name: null});
    expect(personal).toBe(
      "who looks after the customer: (a personal value, not shown); e-mail address not (a personal value, not shown); telephone number as written known; name not known"
    );
  });

  test("can be said for every column in both languages", () => {
    for (const [name, column] of audienceColumns) {
      const kind = kindOf(column);
      const value = {text: "x", flag: true, number: 1, day: "2026-01-01"}[kind];
      for (const c of [en, zh]) expect(words({[name]: value}, c)).toMatch(/^\S.*[:：].*\S$/);
    }
  });
});

test("the finding names the largest list, whom it reaches and the last sending", () => {
  expect(findingOf(render())).toBe(
    "One audience; the largest, List 1, holds 200 customers (20.0%), of whom 120 may be reached. None has been sent yet."
  );
  const sent = audience(2, {sendings: 2, last_sent_on: new Date("2026-06-20"), last_treated: 90, last_control: 5});
  expect(findingOf(render({audiences: [audience(1), sent]}))).toContain("The last sending was List 2 on 20 Jun 2026.");
  expect(panelOf(render({audiences: [audience(1), sent]}), "lists")).toContain("20 Jun 2026to 90, a few held back");
});

describe("the table", () => {
  test("size, past, reach and worth; the size leads to the list", () => {
    expect(panelOf(render(), "lists")).toContain(
      "List 1 list_1RFM segment: Champions or Loyal; net revenue so far at least £10020020.0%140 in Mar 2026120by e-mail; 50 refused, 30 never asked£12.0k£90010%never"
    );
    expect(render()).toContain('href="./data/audiences/perennial-audience-list_1-2026-06-24.csv"');
    expect(render({}, zh)).toContain('href="../data/audiences/perennial-audience-list_1-2026-06-24.csv"');
  });

  test("a past that is not kept says why", () => {
    const rows = [
      audience(1, {past: "unknown_columns", without_past: "may_email"}),
      audience(2, {past: "without_order"}),
      audience(3)
    ];
    const said = panelOf(render({audiences: rows}), "lists");
    expect(said).toContain("not kept for may_email");
    expect(said).toContain("not kept for customers without an order");
    expect(said).toContain("too short");
  });

  test("a list of too few says no number, and parts are told as the linked list has them", () => {
    const few = panelOf(render({audiences: [audience(1, {customers: 7, reachable: 5})]}), "lists");
    expect(few).toContain("fewer than 10");
    expect(few).not.toContain("12.0k");
    expect(render({audiences: [audience(1, {customers: 7})]})).not.toContain(".csv");
    const parts = panelOf(render({audiences: [audience(1, {customers: 123, refused: 3, no_answer: 0})]}), "lists");
    expect(parts).toContain("120by e-mail; 3 refused");
  });
});

test("nothing is broken, and nothing saved says how to save a list", () => {
  for (const c of [en, zh]) {
    for (const change of [{}, {audiences: []}, {months: []}, {audiences: [audience(1, {customers: 0, reachable: 0})]}])
      expect(render(change, c)).not.toMatch(broken);
  }
  expect(findingOf(render({audiences: []}))).toBe("No audience is saved yet.");
  expect(data.months).toBe(months);
});
