import {describe, expect, test} from "vitest";
import {cardMarkdown} from "../../../dashboards/pages/churn/cardMarkdown.ts";
import {cardJson, cardNumbers} from "../../../dashboards/pages/churn/cardNumbers.ts";
import {cardRows} from "../../../dashboards/pages/churn/cardRows.ts";
import {churnData} from "../../../dashboards/pages/churn/churnData.ts";
import {evidenceOf} from "../../../dashboards/pages/churn/evidence.ts";
import {en, state, zh} from "./churnRows.ts";
import {data, panelOf, render} from "./churnPage.ts";

const all = churnData(data);
const evidence = evidenceOf(all, 10);
const asOf = new Date("2026-06-24");

describe("the model card", () => {
  test("says what is foretold, from what, how it was tested, and when not to use it", () => {
    const card = panelOf("card");
    expect(card).toContain("whether a customer places no order within 13 weeks (91 days) after a month end");
    expect(card).toContain("2,300 customer-months: month ends 30 Jun 2025 to 28 Feb 2026, 44.0% of them left");
    expect(card).toContain("1,000 customer-months of 4 later month ends, 30 Nov 2025 to 28 Feb 2026, split by time");
    expect(card).toContain("Does not look at name, contact, address, country, gender, age");
    expect(card).toContain("customers who bought on one day alone (42.0% of all)");
    expect(card).toContain("Not to be used to refuse service");
  });

  test("links the files of its build, in its language", () => {
    expect(render()).toContain('href="./data/churn/card-en.md"');
    expect(render({}, zh)).toContain('href="../data/churn/card-zh.md"');
    expect(render({}, zh)).toContain('href="../data/churn/card.json"');
  });

  test("before a model there is nothing trained or tested, and it says so", () => {
    const untrained = churnData({
      ...data,
      mart_churn_method: [],
      mart_churn_state: [state({uses: "rules", method: null, reason: "no_closed_horizon", trained_rows: null})]
    });
    const rows = new Map(cardRows(untrained, null, 10, en));
    expect(rows.get("Trained on")).toBe("nothing yet");
    expect(rows.get("Tested on")).toBe("nothing yet: no later month end is known");
    expect(rows.get("Method")).toBe("warning rules alone, set in the configuration");
  });

  test("as Markdown holds the same terms and the table of methods", () => {
    const rows = cardRows(all, evidence, 10, en);
    const text = cardMarkdown(rows, evidence, {asOf, minCell: 10}, en);
    expect(text).toMatch(/^# Model card: churn\n\nAs of 24 Jun 2026\.\n/);
    for (const [term] of rows) expect(text).toContain(`- **${term}**: `);
    expect(text).toContain("| Boosted trees | 0.743 | 0.690 | 0.203 | 0.591 | 81.0% | × 1.84 |");
    expect(text).toContain("| One share for all | – | – | 0.246 | 0.686 | – | – |");
    expect(text).not.toMatch(/undefined|NaN|\u00a0/);
  });

  test("as JSON holds every test and driver but those of too few customers", () => {
    const card = JSON.parse(cardJson(cardNumbers(all, evidence, asOf, 10)));
    expect(card).toMatchObject({as_of: "2026-06-24", state: {uses: "model", first_tested_on: "2025-11-30"}});
    expect(card.methods).toHaveLength(5);
    expect(card.backtest).toHaveLength(20);
    expect(card.drivers.map(({customers}: {customers: number}) => customers)).not.toContain(4);
    expect(card.drivers).toHaveLength(5);
  });
});
