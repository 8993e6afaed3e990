import {describe, expect, test} from "vitest";
import {pageContext} from "../../../dashboards/build/pageContext.ts";
import type {Language} from "../../../dashboards/context.ts";
import {customers} from "../../../dashboards/pages/customers.ts";
import {finding} from "../../../dashboards/pages/customers/finding.ts";
import {segmentName, stageName, stages} from "../../../dashboards/pages/customers/words.ts";
import {stages as lifecycle} from "../../../models/intermediate/int_customer_stage.ts";
import {asOf} from "./customers/people.ts";

const build = {company: "Toy", currency: "GBP", asOf, minCell: 10, callsPerDay: 12, personal: []};
const context = (lang: Language) => pageContext("/customers", lang, build);

const row = (place: number, of = 80) => ({
  place,
  customers: of,
  buyers: of - 5,
  customer_id: `C-${String(place).padStart(12, "0")}`,
  segment: place % 2 ? "cannot_lose" : null,
  abc_class: "A-",
  stage: "slipping",
  net_revenue: 5_000 - place,
  orders: 12,
  days_since_last_order: 30,
  risk_share: place === 2 ? null : 0.812,
  risk_band: place === 2 ? null : "high",
  clv: place === 2 ? null : 1204.5,
  value_at_risk: place === 2 ? null : 318.3,
  open_tickets: place % 3,
  cohort_month: new Date("2025-03-01"),
  acquisition_channel: null,
  country: "GB"
});
const data = (rows: ReturnType<typeof row>[]) => ({
  mart_best_customer: rows,
  mart_pareto: [{top_percent: 20, customers: 15, net_revenue: 1, revenue_share: 0.604, gini: 0.5}],
  mart_segment: [
    {segment: "lost", position: 2},
    {segment: "cannot_lose", position: 1}
  ]
});
const render = (rows: ReturnType<typeof row>[], lang: Language = "en"): string =>
  String(customers.render(data(rows) as never, context(lang)));
const text = (markup: unknown): string =>
  String(markup)
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, "|")
    .replace(/&#39;/g, "'")
    .replace(/[|\s]+/g, " ");

const fifty = Array.from({length: 50}, (_, i) => row(i + 1));

describe("the page without JavaScript", () => {
  test("answers first: how many customers, how many ordered, what the best fifth holds", () => {
    expect(text(render(fifty))).toContain(
      "80 customers ; 75 of them have ordered. The best 15, a fifth of the buyers, hold 60% of net revenue."
    );
    expect(text(render(fifty, "zh"))).toContain(
      "共 80 位客户 ，其中 75 位下过单。净收入最高的 15 位（买家的五分之一）占净收入的 60%。"
    );
  });

  test("says nothing of a best fifth of fewer than ten customers", () => {
    const few = {...data(fifty), mart_pareto: [{top_percent: 20, customers: 9, revenue_share: 0.604}]};
    expect(text(customers.render(few as never, context("en")))).not.toContain("a fifth of the buyers");
  });

  test("has the fifty most valuable customers with every number, and says what needs JavaScript", () => {
    const page = render(fifty);
    expect(page.match(/<tr>/g)).toHaveLength(51);
    expect(text(page)).toContain(
      "C-000000000001 Can't lose £4,999 12 30 days ago high 81% £318 £1,205 1 Slipping A− Mar 2025 – GB"
    );
    expect(text(page)).toContain("C-000000000002 – £4,998 12 30 days ago – – – 2 Slipping A− Mar 2025 – GB");
    expect(text(page)).toContain("The 50 most valuable of 80 customers");
    expect(page).toMatch(/<noscript><p class="banner">Search, filters and profiles need JavaScript/);
    expect(page).toContain('href="?key=C-000000000001"');
  });

  test("offers the company's segments in its order", () => {
    expect(render(fifty).indexOf('value="cannot_lose"')).toBeLessThan(render(fifty).indexOf('value="lost"'));
    expect(customers.live!.data!(data(fifty) as never, context("en"))).toEqual({
      lang: "en",
      currency: "GBP",
      asOf: "2026-06-24",
      buyers: 75,
      segments: ["cannot_lose", "lost"]
    });
  });

  test("has a filter for all that the list can be chosen by, and says what the search looks through", () => {
    const page = render(fifty);
    for (const name of ["q", "segment", "abc", "stage", "band", "channel", "country", "contact", "tickets", "party"])
      expect(page).toContain(`data-filter="${name}"`);
    expect(page).toMatch(/<span data-parties hidden ?>/);
    expect(page).toContain('placeholder="key or segment"');
    const open = pageContext("/customers", "en", {...build, personal: ["customer_name", "email", "phone"]});
    expect(String(customers.render(data(fifty) as never, open))).toContain(
      'placeholder="key, segment, name, e-mail or phone"'
    );
  });

  test("says what to add where nobody is known", () => {
    expect(text(render([]))).toContain(
      "No customers yet Add an export of orders or customers to perennial.config.ts and run perennial run ."
    );
    expect(text(render([], "zh"))).toContain("尚无客户");
  });

  test.each(["en", "zh"] as const)("leaves no gap in %s", (lang) => {
    for (const page of [render(fifty, lang), render([row(1, 1)], lang), render([], lang)]) {
      expect(text(page)).not.toMatch(/NaN|undefined|null|Infinity/);
    }
  });
});

test("the finding counts one, all and few customers in words that fit", () => {
  const say = (customers: number, buyers: number, lang: Language = "en") =>
    text(finding({customers, buyers, best: {customers: 1, share: 0.5}}, context(lang))).trim();
  expect(say(1, 1)).toBe("1 customer , who has ordered.");
  expect(say(3, 3)).toBe("3 customers , all of whom have ordered.");
  expect(say(3, 1)).toBe("3 customers ; 1 of them has ordered.");
  expect(say(3, 3, "zh")).toBe("共 3 位客户 ，均下过单。");
});

test("a company's own segment is called as it is written", () => {
  expect(segmentName("key_accounts", (en) => en)).toBe("Key accounts");
  expect(segmentName("at_risk", (_, zh) => zh)).toBe("有风险");
});

test("every stage of the lifecycle has a name in both languages", () => {
  expect(stages.map((stage) => stageName(stage, (en) => en))).toHaveLength(8);
  for (const stage of lifecycle) {
    expect(stages).toContain(stage);
    expect(stageName(stage, (_, zh) => zh)).toMatch(/^\p{Script=Han}+$/u);
  }
});
