import {beforeAll, describe, expect, it} from "vitest";
import {rawCustomers, rawFeedback, rawOrderLines, rawTickets} from "../../../ingest/contracts/kinds.ts";
import {intText} from "../../../models/intermediate/int_text.ts";
import {intVerbatimTheme} from "../../../models/intermediate/int_verbatim_theme.ts";
import {martSentimentModel} from "../../../models/marts/mart_sentiment_model.ts";
import {martTheme} from "../../../models/marts/mart_theme.ts";
import {martThemeExample} from "../../../models/marts/mart_theme_example.ts";
import {martThemeMonth} from "../../../models/marts/mart_theme_month.ts";
import {martVerbatim} from "../../../models/marts/mart_verbatim.ts";
import {martVerbatimLanguage} from "../../../models/marts/mart_verbatim_language.ts";
import {insert, ModelledWarehouse, settings} from "../warehouseOf.ts";

const asked = [
  intText,
  intVerbatimTheme,
  martSentimentModel,
  martTheme,
  martThemeExample,
  martThemeMonth,
  martVerbatim,
  martVerbatimLanguage
];
const asOf = "2026-06-30T12:00:00";
const answer = (id: string, comment: string | null, more: Record<string, unknown> = {}) => ({
  response_id: id,
  answered_at: "2026-06-01 10:00:00",
  instrument: "nps",
  score: 9,
  comment,
  ...more
});

describe("odd texts", () => {
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    warehouse = await ModelledWarehouse.of(
      [
        insert(rawFeedback, [
          answer("none", null),
          answer("blank", " \n\t "),
          answer("emoji", "😀👍🎉"),
          answer("mixed", "delivery 很慢很慢 but the tea 非常好喝 thanks"),
          answer("zh", "包装很好，绿茶很新鲜"),
          answer("brand", "用了Alexa之后生活很方便"),
          answer("en", "Lovely tea"),
          answer("fr", "Le produit est arrivé cassé et personne ne répond jamais"),
          answer("ru", "Очень хороший чай"),
          answer("ja", "とても美味しいお茶でした"),
          ...Array.from({length: 30}, (_, i) => answer(`same${i}`, i % 2 ? "Great  tea!!" : "great tea"))
        ]),
        insert(rawTickets, [
          {
            ticket_id: "t1",
            opened_at: "2026-06-02 09:00:00",
            subject: "Parcel broken",
            description: "Call 07700 900123"
          }
        ])
      ],
      {asOf},
      asked
    );
  });

  it("have a language each, none where there is no letter; answers without text are no verbatims", async () => {
    const rows = await warehouse.rows(
      "select source_key, language from int_verbatim where not starts_with(source_key, 'same') order by source_key"
    );
    expect(Object.fromEntries(rows.map(({source_key, language}) => [source_key, language]))).toEqual({
      brand: "zh",
      emoji: "none",
      en: "en",
      fr: "other",
      ja: "other",
      mixed: "mixed",
      ru: "other",
      t1: "en",
      zh: "zh"
    });
  });

  it("are counted by language, and those of which nothing can be said apart", async () => {
    expect(
      await warehouse.rows(
        "select language, verbatims, texts, masked, unjudged, by_lexicon from mart_verbatim_language order by language"
      )
    ).toEqual([
      {language: "en", verbatims: 32, texts: 3, masked: 1, unjudged: 0, by_lexicon: 32},
      {language: "mixed", verbatims: 1, texts: 1, masked: 0, unjudged: 0, by_lexicon: 1},
      {language: "none", verbatims: 1, texts: 1, masked: 0, unjudged: 1, by_lexicon: 0},
      {language: "other", verbatims: 3, texts: 3, masked: 0, unjudged: 3, by_lexicon: 0},
      {language: "zh", verbatims: 2, texts: 2, masked: 0, unjudged: 0, by_lexicon: 2}
    ]);
  });

  it("that say the same are counted as such, whatever their marks and blanks", async () => {
    expect(
      await warehouse.row("select distinct same_texts from int_verbatim where starts_with(source_key, 'same')")
    ).toEqual({
      same_texts: 30
    });
  });

  it("are too few to learn from, which is said", async () => {
    expect(
      await warehouse.rows(
        "select language, state, texts, negative, accuracy, auc from mart_sentiment_model order by language"
      )
    ).toEqual([
      {language: "all", state: "too_few", texts: 37, negative: 0, accuracy: null, auc: null},
      {language: "en", state: "too_few", texts: 31, negative: 0, accuracy: null, auc: null},
      {language: "zh", state: "too_few", texts: 2, negative: 0, accuracy: null, auc: null}
    ]);
  });

  it("are published without telephone numbers", async () => {
    expect(await warehouse.row("select masked_text from mart_verbatim where origin = 'ticket'")).toEqual({
      masked_text: "Parcel broken\nCall [number]"
    });
  });

  it("have the themes of their words, in both languages", async () => {
    const rows = await warehouse.rows(
      `select source_key, string_agg(theme, ' ' order by theme) as themes from int_verbatim_theme join int_verbatim using (verbatim_id)
       where source_key in ('mixed', 'zh', 't1') group by all order by all`
    );
    expect(rows).toEqual([
      {source_key: "mixed", themes: "delivery delivery_late taste"},
      {source_key: "t1", themes: "delivery quality quality_fault"},
      {source_key: "zh", themes: "packaging taste"}
    ]);
  });

  it("give no number that is none", async () => {
    for (const relation of ["mart_theme", "mart_sentiment_model", "mart_theme_month"]) {
      for (const row of await warehouse.rows(`from ${relation}`)) {
        for (const value of Object.values(row))
          if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
      }
    }
  });
});

describe("names", () => {
  it("of the writer and of agents are masked; those of others are not known", async () => {
    const warehouse = await ModelledWarehouse.of(
      [
        insert(rawCustomers, [
          {customer_key: "c1", email: "a@example.com", customer_name: "Harriet Osborn"},
          {customer_key: "c2", email: "b@example.com", customer_name: "王小明", family_name: "王", given_name: "小明"}
        ]),
        insert(rawOrderLines, [
          {order_id: "o1", customer_key: "c1", ordered_at: "2026-05-01", quantity: 1, unit_price: 5},
          {order_id: "o2", customer_key: "c2", ordered_at: "2026-05-01", quantity: 1, unit_price: 5}
        ]),
        insert(rawFeedback, [
          answer("a", "Harriet here. Sian was kind, Bartholomew too", {customer_key: "c1"}),
          answer("b", "我是小明，客服很好", {customer_key: "c2"}),
          answer("c", "Harriet here. Sian was kind, Bartholomew too")
        ]),
        insert(rawTickets, [{ticket_id: "t", opened_at: "2026-06-02 09:00:00", agent: "Sian Pryce"}])
      ],
      {asOf},
      asked
    );
    expect(await warehouse.rows("select source_key, masked_text from int_verbatim order by source_key")).toEqual([
      {source_key: "a", masked_text: "[name] here. [name] was kind, Bartholomew too"},
      {source_key: "b", masked_text: "我是[姓名]，客服很好"},
      {source_key: "c", masked_text: "Harriet here. [name] was kind, Bartholomew too"}
    ]);
  });
});

describe("verbatims that are not to be published", () => {
  it("are in no mart", async () => {
    const warehouse = await ModelledWarehouse.of(
      [insert(rawFeedback, [answer("a", "Lovely tea, fast delivery")])],
      {asOf, feedback: {...settings.feedback, verbatims: false}},
      asked
    );
    expect(await warehouse.row("select count(*) as n from mart_verbatim")).toEqual({n: 0});
    expect(await warehouse.row("select count(*) as n from mart_theme_example")).toEqual({n: 0});
    expect(await warehouse.row("select mentions from mart_theme where theme = 'delivery'")).toEqual({mentions: 1});
  });
});

describe("configured themes", () => {
  it("stand in for the usual ones", async () => {
    const themes = [
      {
        theme: "brew",
        en: "Brewing",
        zh: "冲泡",
        terms: ["brew", "冲泡"],
        sub: [{theme: "brew_time", en: "Time", zh: "时间", terms: ["minutes"]}]
      }
    ];
    const warehouse = await ModelledWarehouse.of(
      [
        insert(rawFeedback, [
          answer("a", "Brewing takes minutes"),
          answer("b", "冲泡方便"),
          answer("c", "fast delivery")
        ])
      ],
      {asOf, feedback: {...settings.feedback, themes}},
      asked
    );
    expect(await warehouse.rows("select theme, parent, mentions from mart_theme order by position")).toEqual([
      {theme: "brew", parent: null, mentions: 2},
      {theme: "brew_time", parent: "brew", mentions: 1}
    ]);
  });
});
