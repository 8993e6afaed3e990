import {describe, expect, test} from "vitest";
import {locale} from "../../../dashboards/format/locale.ts";
import {profile, unknownProfile} from "../../../dashboards/pages/customers/profile/profile.ts";
import {story} from "../../../dashboards/pages/customers/profile/story.ts";
import {daysLate, gapsOf} from "../../../dashboards/pages/customers/profile/view.ts";
import {choices, isShown, type Shown} from "../../../dashboards/pages/customers/profile/happened.ts";
import {consentWords, contactBits, contactTests} from "../../../dashboards/pages/customers/contact.ts";
import {timelineKinds} from "../../../models/marts/timelineKinds.ts";
import {company, everything, late, once, ordersAlone, prospect, viewOf} from "./customers/people.ts";

const en = locale("en", "GBP");
const zh = locale("zh", "GBP");

const text = (markup: unknown): string =>
  String(markup)
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/ ([.,;:])/g, "$1");
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

  test("shows segment, class, stage, since when, and consent as chips, and the rank", () => {
    for (const words of [
      "segment Can't lose",
      "class A+",
      "stage Slipping",
      "since Nov 2025",
      "may be mailed and called",
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

  test("gives reasons as facts with the usual, what raises the model's risk most first", () => {
    const reasons = page().slice(page().indexOf("Why is the risk high?"));
    expect(reasons).toContain(
      "A model that learnt from past customers foretells it: 81% chance of no order in the next 13 weeks."
    );
    expect(reasons).toContain(
      "no order for 94 days; own rhythm is 30 0 orders in the last 90 days; 3 in the 90 before last rating 2 of 10; before 9 5 orders so far 1 ticket in the last 90 days"
    );
  });

  test("without a model says that the share is that of past customers with such a warning, or with none", () => {
    const ruled = {...late, reasons: null};
    const shown = page(viewOf(ruled));
    expect(shown).toContain("Of past customers with such a warning, 81% placed no order in the next 13 weeks.");
    expect(shown).toMatch(/own rhythm is 30 last rating 2 of 10; before 9 5 orders so far/);
    expect(page(viewOf({...ruled, warnedOf: ""}))).toContain("Of past customers without a warning that tells, 81%");
    expect(page(viewOf({...late, risk: null, band: null}))).toContain("Nothing tells who leaves");
  });

  test("compares the windows, and opened messages are counted among those sent", () => {
    const shown = page();
    expect(shown).toContain("Windows that end on 24 Jun 2026, that day included");
    expect(shown).toContain(
      "Orders 0 0 5 5 Net revenue £0 £0 £513 £513 Tickets 0 1 2 2 Answers 0 1 1 1 Messages sent 0 2 2 2 of these, opened 0 1 1 1"
    );
    const ended = viewOf({
      ...late,
      events: [
        [6, 30, "M-1"],
        [6, 29, "M-2"],
        [6, 0, "M-3"],
        [6, -1, "M-4"]
      ]
    });
    expect(page(ended)).toContain("Messages sent 2 3 3 3");
  });

  test("says how things stand: contact, consent, service, answers, points, subscriptions, deals", () => {
    const shown = page();
    for (const words of [
      "Last contact 20 days ago; activity; 4 Jun 2026",
      "Next contact 30 Jun 2026; call",
      "Consent may be mailed and called",
      "Tickets 2; 1 open; 1 reopened",
      "Median time to solve 31.5 hours",
      "Last NPS answer 2 of 10; 18 Apr 2026",
      "Last CSAT answer 3; 9 Jan 2026",
      "Last public rating 5; 24 Dec 2025",
      "Buys most Tea, web",
      "Refunded on orders £20.00",
      "Points 340; Gold",
      "Active subscriptions 1; £25.00 a month",
      "Open deals 2; £4,000"
    ])
      expect(shown).toContain(words);
    expect(page(viewOf(late), zh)).toContain("下次联系 2026年6月30日；call");
    expect(page(viewOf(late), zh)).toContain("联系许可 可发邮件、致电");
  });

  test("says who the key is: records, links and how sure they are, former keys, without a name, mail or phone", () => {
    const shown = page();
    expect(shown).toContain("4 records, 1 customer key, 2 e-mail addresses");
    expect(shown).toContain("Merged from shop 2, 1 lead, 1 address named by events");
    expect(shown).toContain("Linked by 2 by a rule (99.8% or surer); 1 by likeness (93.0%); 1 by e-mail or phone");
    expect(shown).toContain("Formerly C-0000000000AA, C-0000000000BB");
    expect(shown).toContain("First seen 20 Nov 2025");
    expect(shown).toContain("Names, mail and phone are not on this site.");
    const many = Array.from({length: 8}, (_, i) => `C-00000000000${i}`);
    expect(page(viewOf({...late, formerKeys: many}))).toContain("C-000000000004 and 3 more");
    const named = viewOf({...late, customerName: "Ann <b>"});
    expect(String(profile(named, "all", 50, en))).toContain("Ann &lt;b&gt;");
    expect(page(named)).toContain("Some personal columns are not published.");
  });

  test("says of every field which rule chose its value, and from which source", () => {
    const shown = page();
    expect(shown).toContain("Country GB shop_customers 20 Jan 2026 the most frequent 1");
    expect(shown).toContain("E-mail shop_customers 20 Jan 2026 the newest 1");
    expect(shown).toContain("Phone – the only one 0");
    expect(page(viewOf({...late, values: [["accepts_marketing", "recent", "shop", null, 0, "true"]]}), zh)).toContain(
      "接受营销 是 shop 最新 0"
    );
    expect(page(viewOf({...late, values: []}))).not.toContain("Which source is believed?");
  });

  test("asked for by a key of old says which one it is now", () => {
    const moved = viewOf(late, everything, "C-0000000000AA");
    expect(page(moved)).toContain("C-0000000000AA is now C-4F19A2B3C4D5: both keys were found to be one customer.");
    expect(page(moved, zh)).toContain("C-0000000000AA 现为 C-4F19A2B3C4D5");
    expect(page()).not.toContain("is now");
  });
});

describe("consent", () => {
  const words = (mayEmail: boolean | null, mayCall: boolean | null, mayText: boolean | null, c = en) =>
    consentWords({mayEmail, mayCall, mayText}, c);

  test("is what was agreed to; else what was refused; else not known", () => {
    expect(words(true, true, true)).toBe("may be mailed, called and texted");
    expect(words(true, false, null)).toBe("may be mailed");
    expect(words(false, null, true)).toBe("may be texted");
    expect(words(false, null, null)).toBe("no marketing mail");
    expect(words(false, false, null)).toBe("not to be contacted");
    expect(words(null, false, null)).toBe("not to be contacted");
    expect(words(null, null, null)).toBeNull();
    expect(words(null, true, true, zh)).toBe("可致电、发短信");
  });

  test("in the list is the same as in the profile", () => {
    const states = [true, false, null];
    for (const mayEmail of states)
      for (const mayCall of states)
        for (const mayText of states) {
          const given = {mayEmail, mayCall, mayText};
          const bits = Object.entries(contactBits).reduce((sum, [channel, {agreed, refused}]) => {
            const may = given[channel as keyof typeof given];
            return sum + (may === null ? 0 : may ? agreed : refused);
          }, 0);
          const said = consentWords(given, en) ?? "";
          expect(contactTests.mail!(bits)).toBe(said.includes("mailed"));
          expect(contactTests.call!(bits)).toBe(said.includes("called"));
          expect(contactTests.text!(bits)).toBe(said.includes("texted"));
          expect(contactTests.refused!(bits)).toBe(said === "not to be contacted" || said === "no marketing mail");
        }
  });
});

describe("organisations", () => {
  test("list their people, who lead to their profiles, and say what they are", () => {
    const shown = page(viewOf(company));
    expect(shown).toContain("organisation");
    expect(shown).toContain("Linked by 3 by a rule (likeness as low as 0.3%)");
    expect(shown).toContain("Who belongs to it? 2 people");
    expect(shown).toContain("C-4F19A2B3C4D5 2 C-000000000002 1");
    expect(String(profile(viewOf(company), "all", 50, en))).toContain('data-key="C-4F19A2B3C4D5"');
    expect(page(viewOf({...company, peopleCount: 150}))).toContain("150 people; the 2 named most often");
  });

  test("are linked from their people, and a person alone has neither", () => {
    const linked = String(profile(viewOf({...late, organisations: [company.key, "C-0000000000DD"]}), "all", 50, en));
    for (const key of [company.key, "C-0000000000DD"]) expect(linked).toContain(`data-key="${key}"`);
    expect(page()).not.toMatch(/Belongs to|Who belongs to it/);
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
  const shown = (what: Shown, most = 50, c = en) => text(story(viewOf(late), what, most, c));

  test("begins with the silence and tells each event in words, newest first", () => {
    const words = shown("all");
    const order = [
      "94 days without an order. Own median is 30 days.",
      "Contact: call",
      "Message Spring return sent, opened after 2 days",
      "Message May letter sent, not opened",
      "Points redeemed −800 points",
      "NPS answer: 2 of 10",
      "Ticket T-1 solved after 6 days",
      "Ticket T-1 opened: delivery",
      "Order O-5, web £112.00",
      "Refund RF-1: broken −£20.00",
      "Order O-4, web £87.50",
      "Order O-X cancelled, web",
      "Order O-1, web £80.00",
      "Points earned +80 points",
      "Subscription S-1 began: wine club",
      "Agreed to be contacted by e-mail",
      "Came in as a lead: trade fair"
    ];
    const places = order.map((part) => words.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("tells every kind of event in words of both languages, and each belongs to one choice", () => {
    const one = (kind: number, c = en) =>
      text(story(viewOf({...once, events: [[kind, 3, "R-1", 12.5, 4, "detail", 7]]}), "all", 50, c));
    const told = timelineKinds.map((_, kind) => one(kind));
    expect(new Set(told)).toHaveProperty("size", timelineKinds.length);
    for (const [kind, words] of told.entries()) {
      expect(words).toMatch(/21 Jun [A-Z]/);
      expect(one(kind, zh)).toMatch(/6月21日 .*\p{Script=Han}/u);
      const belongs = choices.filter((choice) => choice !== "all" && isShown(timelineKinds[kind]!, choice));
      expect([timelineKinds[kind], belongs.length]).toEqual([timelineKinds[kind], 1]);
    }
    expect(told.join()).not.toMatch(/null|undefined/);
  });

  test("tells what became of a message with the message, and alone where the message is older than the exports", () => {
    const events = (...packed: (typeof late.events)[number][]) =>
      text(story(viewOf({...late, events: packed}), "marketing", 50, en)).trim();
    expect(events([8, 3, "M", null, null, "A"], [7, 3, "M", null, null, "A"], [6, 3, "M", null, null, "A"])).toBe(
      "21 Jun Message A sent, opened on the same day and clicked"
    );
    expect(events([7, 4, "M", null, null, "A"])).toBe("20 Jun Message A opened");
  });

  test("can be narrowed to orders, service, marketing or loyalty", () => {
    expect(shown("orders")).not.toMatch(/Ticket|Message|Points/);
    expect(shown("orders").match(/Order O-/g)).toHaveLength(6);
    expect(shown("service")).not.toMatch(/Order|without an order/);
    expect(shown("service")).toContain("Contact: call");
    expect(shown("marketing").match(/Message/g)).toHaveLength(2);
    expect(shown("marketing")).not.toMatch(/Order|Points|Ticket/);
    expect(shown("loyalty")).toMatch(/Points redeemed.*Points earned.*Subscription S-1/);
    expect(text(story(viewOf(once), "loyalty", 50, en))).toContain("Nothing of this kind yet");
  });

  test("offers only choices of which the company has loaded anything", () => {
    const offered = (has = everything) =>
      [...String(profile(viewOf(late, has), "all", 50, en)).matchAll(/data-value="(\w+)"/g)].map(([, value]) => value);
    expect(offered()).toEqual([...choices]);
    expect(offered(ordersAlone)).toEqual(["all", "orders", "service"]);
  });

  test("shows so many events and offers the earlier ones", () => {
    expect(shown("orders", 5)).toContain("Show 2 earlier events");
    expect(shown("orders", 6)).toContain("Show 1 earlier event");
    expect(shown("orders", 7)).not.toContain("earlier");
    expect(shown("marketing", 1)).toContain("Show 3 earlier events");
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
    expect(page(viewOf(once, ordersAlone))).toContain("Tickets – no help-desk export is loaded");
    expect(page(viewOf(once))).toContain("Last rating – never answered");
    expect(page(viewOf(once, ordersAlone))).toContain("Last rating – no feedback export is loaded");
  });

  test("what the company has not loaded has no row, and what it has says so", () => {
    const bare = page(viewOf(once, ordersAlone));
    expect(bare).not.toMatch(
      /Messages sent|Answers|Last contact|Next contact|Consent|Points|Active subscriptions|Open deals/
    );
    expect(bare).toContain("How do things stand? Nothing known yet");
    const full = page(viewOf(once));
    expect(full).toContain("Messages sent 0 0 0 0");
    expect(full).not.toContain("of these, opened");
    expect(full).toContain("Last contact none so far Next contact none planned Consent not known");
    expect(full).not.toMatch(/Active subscriptions|Open deals|Refunded/);
    expect(full).toContain("Linked by one record, nothing to link");
    for (const shown of [bare, full, page(viewOf(once, ordersAlone), zh)])
      expect(shown).not.toMatch(/NaN|null|undefined/);
  });

  test("an unknown key offers keys that begin like it, or says what keys look like", () => {
    expect(text(unknownProfile("C-4F1900000000", ["C-4F19A2B3C4D5"], en))).toContain(
      "No customer has the key C-4F1900000000. Keys that begin like it C-4F19A2B3C4D5"
    );
    expect(text(unknownProfile("<x>", [], zh))).toContain("没有编号为 &lt;x&gt; 的客户");
  });
});
