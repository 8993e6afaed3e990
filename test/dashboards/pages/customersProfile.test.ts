import {describe, expect, test} from "vitest";
import {locale} from "../../../dashboards/format/locale.ts";
import {profile, unknownProfile} from "../../../dashboards/pages/customers/profile/profile.ts";
import {story} from "../../../dashboards/pages/customers/profile/story.ts";
import {daysLate, gapsOf} from "../../../dashboards/pages/customers/profile/view.ts";
import {late, once, prospect, viewOf} from "./customers/people.ts";

const en = locale("en", "GBP");
const zh = locale("zh", "GBP");

const text = (markup: unknown): string =>
  String(markup)
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/ ([.,;])/g, "$1");
const page = (view = viewOf(late), c = en) => text(profile(view, "all", 50, c));

describe("the profile of a customer who is late", () => {
  test("says risk with interval, what is at stake and how long the silence is", () => {
    expect(page()).toContain(
      "Likely lost: 81% chance of no order in 13 weeks (70% to 88%), £318 at stake. Last order 94 days ago; the usual gap is 30 days."
    );
    expect(page(viewOf(late), zh)).toContain(
      "很可能流失： 未来 13 周内不再下单的概率为 81%（70% 至 88%），风险价值 £318。最近下单：94 天前；惯常间隔 30 天。"
    );
  });

  test("shows segment, class, since when, and consent as chips, and the rank", () => {
    for (const words of [
      "Can't lose",
      "class A+",
      "since Nov 2025",
      "may be mailed",
      "rank 12 of 1,000 by net revenue"
    ])
      expect(page()).toContain(words);
  });

  test("has six facts, each with what it is compared with", () => {
    const shown = page();
    expect(shown).toContain("Net revenue £513 5 orders, £103 each");
    expect(shown).toContain("Expected £393 in 13 weeks, at the pace of the last 365 days");
    expect(shown).toContain("Churn risk 81% high, 95% interval 70–88%");
    expect(shown).toContain("Rhythm 30 days median gap; now 94 days");
    expect(shown).toContain("Last rating 2 of 10, before 9");
    expect(shown).toContain("Tickets 2 1 open; 1 in the last 90 days");
  });

  test("is late by the silence beyond the median gap, and its gaps are those between purchase days", () => {
    expect(daysLate(late)).toBe(64);
    expect(page()).toContain("64 days late");
    expect(gapsOf(viewOf(late).events)).toEqual([30, 29, 30, 31]);
    expect(page()).toContain("Longer than all 4 gaps so far.");
    expect(daysLate({...late, silentDays: 30})).toBeNull();
  });

  test("gives reasons as facts with the usual, those that count first", () => {
    const reasons = page().slice(page().indexOf("Why is the risk high?"));
    expect(reasons).toContain(
      "Of past customers as silent and with as many orders, 81% placed none in the next 13 weeks."
    );
    expect(reasons).toContain(
      "no order for 94 days; own rhythm is 30 5 orders so far 0 orders in the last 90 days; 3 in the 90 before last rating 2 of 10; before 9 1 ticket in the last 90 days"
    );
  });

  test("says so where no past customer was alike", () => {
    expect(page(viewOf({...late, isBandSeen: false}))).toContain("No past customer was as silent with as many orders");
  });

  test("says who the key is, without a name, mail or phone", () => {
    expect(page()).toContain("Merged from 1 customer key, 2 e-mail addresses");
    expect(page()).toContain("Names, mail and phone are not on this site.");
    const named = viewOf({...late, customerName: "Ann <b>"});
    expect(String(profile(named, "all", 50, en))).toContain("Ann &lt;b&gt;");
    expect(page(named)).toContain("Some personal columns are not published.");
  });
});

describe("who looks after the customer", () => {
  test("stands in a profile only where the operator publishes it", () => {
    expect(page()).not.toContain("Looked after by");
    expect(page(viewOf({...late, owner: "Chen Y."}))).toContain("Looked after by Chen Y.");
    expect(page(viewOf({...late, owner: null}))).toContain("Looked after by –");
    expect(page(viewOf({...late, owner: "Chen Y."}))).toContain("Names, mail and phone are not on this site.");
  });
});

describe("the timeline", () => {
  const shown = (what: "all" | "orders" | "service", most = 50) => text(story(viewOf(late), what, most, en));

  test("begins with the silence and tells each event in words, newest first", () => {
    const words = shown("all");
    const order = [
      "94 days without an order. Own median is 30 days.",
      "NPS answer: 2 of 10",
      "Ticket T-1 solved after 6 days",
      "Ticket T-1 opened: delivery",
      "Order O-5, web £112.00",
      "Order O-X cancelled, web"
    ];
    const places = order.map((part) => words.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("can be narrowed to orders or service", () => {
    expect(shown("orders")).not.toContain("Ticket");
    expect(shown("orders").match(/Order O-/g)).toHaveLength(6);
    expect(shown("service")).not.toMatch(/Order|without an order/);
  });

  test("shows so many events and offers the earlier ones", () => {
    expect(shown("orders", 4)).toContain("Show 2 earlier events");
    expect(shown("orders", 5)).toContain("Show 1 earlier event");
    expect(shown("orders", 6)).not.toContain("earlier");
  });
});

describe("customers of whom little is known", () => {
  test("a prospect has no number that is not there", () => {
    const shown = page(viewOf(prospect));
    expect(shown).toContain("No order yet. First seen 2 Jan 2026.");
    expect(shown).toContain("Net revenue – no order yet");
    expect(shown).toContain("There is a risk from the first order on.");
    expect(shown).toContain("Nothing happened yet");
    expect(shown).not.toMatch(/NaN|null|undefined|Infinity/);
    expect(page(viewOf(prospect), zh)).not.toMatch(/NaN|null|undefined|Infinity/);
  });

  test("one order is no rhythm", () => {
    const shown = page(viewOf(once));
    expect(shown).toContain(
      "In doubt: 55% chance of no order in 13 weeks (50% to 60%), £6 at stake. Last order 40 days ago, the only one so far."
    );
    expect(shown).toContain("Net revenue £40 one order so far");
    expect(shown).toContain("Rhythm – one purchase day so far; 40 days ago");
    expect(shown).toContain("Fewer than three gaps between orders");
    expect(shown).toContain("no order for 40 days; others usually return after 45");
    expect(shown).not.toContain("late");
    expect(shown).not.toMatch(/NaN|null|undefined/);
  });

  test("none and not known are told apart", () => {
    expect(page(viewOf(once))).toContain("Tickets 0 none so far");
    expect(page(viewOf(once, {tickets: false, feedback: false}))).toContain("Tickets – no help-desk export is loaded");
    expect(page(viewOf(once))).toContain("Last rating – never answered");
    expect(page(viewOf(once, {tickets: false, feedback: false}))).toContain(
      "Last rating – no feedback export is loaded"
    );
  });

  test("an unknown key offers keys that begin like it, or says what keys look like", () => {
    expect(text(unknownProfile("C-4F1900000000", ["C-4F19A2B3C4D5"], en))).toContain(
      "No customer has the key C-4F1900000000. Keys that begin like it C-4F19A2B3C4D5"
    );
    expect(text(unknownProfile("<x>", [], zh))).toContain("没有编号为 &lt;x&gt; 的客户");
  });
});
