import {beforeAll, describe, expect, it} from "vitest";
import {rawFeedback, rawTickets} from "../../../ingest/contracts/kinds.ts";
import {martTheme} from "../../../models/marts/mart_theme.ts";
import {martThemeExample} from "../../../models/marts/mart_theme_example.ts";
import {martThemeMonth} from "../../../models/marts/mart_theme_month.ts";
import {martVerbatim} from "../../../models/marts/mart_verbatim.ts";
import {martVerbatimLanguage} from "../../../models/marts/mart_verbatim_language.ts";
import {random} from "../../../models/statistics/learning/random.ts";
import {insert, ModelledWarehouse} from "../warehouseOf.ts";

const asked = [martTheme, martThemeExample, martThemeMonth, martVerbatim, martVerbatimLanguage];
const asOf = "2026-06-30T12:00:00";
const says = {
  delivery: ["fast delivery", "配送很快", "the courier was kind"],
  price: ["a fair price", "价格公道", "too expensive for me"],
  loyalty: ["my points are gone", "积分没了"],
  nothing: ["hello there", "没什么可说"]
};
const names = Object.keys(says) as (keyof typeof says)[];

interface Said {
  id: string;
  theme: keyof typeof says;
  age: number;
  score: number;
  comment: string;
}

/** Answers of people who are not known, each text once, so that each is a voice. */
const next = random(21);
const answers: Said[] = Array.from({length: 1200}, (_, i) => {
  const theme = names[Math.floor(names.length * next())]!;
  const age = Math.floor(400 * next());
  const texts = says[theme];
  const unhappy = next() < (theme === "delivery" ? 0.6 : 0.2);
  return {
    id: `a${i}`,
    theme: theme === "loyalty" && age >= 90 && next() < 0.8 ? "nothing" : theme,
    age,
    score: unhappy ? 3 : 10,
    comment: `${texts[Math.floor(texts.length * next())]!} n${i}`
  };
}).map((said) => (said.theme === "nothing" ? {...said, comment: `hello there n${said.id}`} : said));
const dayOf = (age: number) => new Date(Date.UTC(2026, 5, 30) - age * 86_400_000).toISOString().slice(0, 10);

describe("themes of 1,200 answers and a thousand equal texts", () => {
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    warehouse = await ModelledWarehouse.of(
      [
        insert(
          rawFeedback,
          answers.map(({id, age, score, comment}) => ({
            response_id: id,
            answered_at: `${dayOf(age)} 10:00:00`,
            instrument: "nps",
            score,
            comment
          }))
        ),
        insert(
          rawTickets,
          Array.from({length: 1000}, (_, i) => ({
            ticket_id: `t${i}`,
            opened_at: "2026-06-29 09:00:00",
            subject: "Refund now"
          }))
        )
      ],
      {asOf},
      asked
    );
  });

  it("count every verbatim once per theme and month", async () => {
    for (const theme of ["delivery", "price", "loyalty"] as const) {
      const own = answers.filter((said) => said.theme === theme);
      const within = (from: number, to: number) => own.filter(({age}) => age >= from && age < to).length;
      expect(
        await warehouse.row(
          `select mentions, mentions_365d, mentions_90d, mentions_previous_90d from mart_theme where theme = '${theme}'`
        )
      ).toEqual({
        mentions: own.length,
        mentions_365d: within(0, 365),
        mentions_90d: within(0, 90),
        mentions_previous_90d: within(90, 180)
      });
    }
    expect(await warehouse.row("select sum(mentions) as n from mart_theme_month")).toEqual(
      await warehouse.row("select count(*) as n from int_verbatim_theme")
    );
    expect(await warehouse.row("select sum(verbatims) as n from mart_verbatim_language")).toEqual({n: 2200});
  });

  it("go with detraction by the odds of the answers of a year", async () => {
    const year = answers.filter(({age}) => age < 365);
    const count = (naming: boolean, unhappy: boolean) =>
      year.filter(({theme, score}) => (theme === "delivery") === naming && score <= 6 === unhappy).length + 0.5;
    const odds = Math.log((count(true, true) * count(false, false)) / (count(true, false) * count(false, true)));
    const row = await warehouse.row("from mart_theme where theme = 'delivery'");
    expect(row.detraction_log_odds).toBeCloseTo(odds, 10);
    expect(row.is_detracting).toBe(true);
    expect((await warehouse.row("from mart_theme where theme = 'price'")).is_detracting).toBe(false);
  });

  it("emerge where more voices name them; a thousand equal texts are one voice", async () => {
    expect((await warehouse.row("from mart_theme where theme = 'loyalty'")).is_emerging).toBe(true);
    expect(await warehouse.row("select mentions_90d, is_emerging from mart_theme where theme = 'refund'")).toEqual({
      mentions_90d: 1000,
      is_emerging: false
    });
  });

  it("have at most five examples, none twice", async () => {
    expect(
      await warehouse.row("select count(*) as n, max(rank) as last from mart_theme_example where theme = 'refund'")
    ).toEqual({
      n: 1,
      last: 1
    });
    expect(
      await warehouse.row(
        "select max(n) as most, max(alike) as alike from (select count(*) as n, count(*) - count(distinct masked_text) as alike from mart_theme_example group by theme)"
      )
    ).toEqual({most: 5, alike: 0});
  });

  it("are told of the newest thousand verbatims", async () => {
    expect(await warehouse.row("select count(*) as n, min(said_on) as first from mart_verbatim")).toMatchObject({
      n: 1000
    });
  });
});
