import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {body, type VoiceData} from "../../../dashboards/pages/voice/body.ts";
import type {DriverRow, ScoreRow, SentimentRow, ThemeRow, VerbatimRow} from "../../../dashboards/pages/voice/rows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/voice", "en", company), pageContext("/voice", "zh", company)];

export const score = (
  instrument: ScoreRow["instrument"],
  dimension: ScoreRow["dimension"],
  value: string,
  points: number,
  change: Partial<ScoreRow> = {}
): ScoreRow => ({
  instrument,
  dimension,
  value,
  from_on: new Date("2026-04-01"),
  first_on: new Date("2026-04-01"),
  last_on: new Date("2026-04-20"),
  answers: 240,
  customers: 230,
  favourable: 120,
  neutral: 60,
  unfavourable: 60,
  score: points,
  low: points - (instrument === "nps" ? 9 : 0.2),
  high: points + (instrument === "nps" ? 9 : 0.2),
  previous_score: points + 2,
  change: -2,
  change_low: -12,
  change_high: 8,
  is_clear: false,
  is_partial: false,
  ...change
});

export const driver = (name: DriverRow["driver"], rank: number, change: Partial<DriverRow> = {}): DriverRow => ({
  driver: name,
  value: "any",
  customers: 800,
  detractor_share: 0.37,
  other_detractor_share: 0.2,
  p_value: 0.0001,
  exposed: 120,
  detractors: 44,
  log_odds: Math.log(2.4),
  low: Math.log(1.6),
  high: Math.log(3.6),
  p_adjusted: 0.001,
  is_clear: true,
  share_exposed: 0.15,
  net_revenue_365d: 12_400,
  rank,
  ...change
});

export const theme = (
  id: string,
  en: string,
  zh: string,
  mentions: number,
  change: Partial<ThemeRow> = {}
): ThemeRow => ({
  theme: id,
  position: 1,
  parent: null,
  label_en: en,
  label_zh: zh,
  is_discovered: false,
  mentions: mentions * 2,
  mentions_365d: mentions,
  customers: mentions,
  judged_365d: mentions,
  negative_share: 0.4,
  mean_sentiment: 0.4,
  mean_score: 6.8,
  nps_answers: 90,
  detractors: 40,
  detraction_log_odds: 0.9,
  detraction_low: 0.4,
  detraction_high: 1.4,
  detraction_p_adjusted: 0.001,
  is_detracting: true,
  value_at_stake: 8200,
  mentions_90d: Math.round(mentions / 4),
  mentions_previous_90d: Math.round(mentions / 5),
  change_share: 0.01,
  change_low: -0.1,
  change_high: 0.1,
  is_emerging: false,
  ...change
});

export const verbatim = (i: number, change: Partial<VerbatimRow> = {}): VerbatimRow => ({
  verbatim_id: `V-${i}`,
  customer_id: `C-00AA${10 + i}`,
  said_on: new Date(Date.UTC(2026, 5, 1 + (i % 20))),
  origin: "feedback",
  instrument: "nps",
  score: 3,
  language: "en",
  masked_text: `The parcel ${i} was left in the rain and two glasses were broken; call me at [number].`,
  same_texts: 1,
  sentiment: "negative",
  sentiment_score: 0.1,
  themes: "delivery,quality",
  segment: "champions",
  net_revenue_365d: 900 - i,
  ...change
});

export const sentiment = (language: SentimentRow["language"], change: Partial<SentimentRow> = {}): SentimentRow => ({
  language,
  state: "learned",
  judge: "own",
  texts: 1800,
  negative: 500,
  accuracy: 0.901,
  accuracy_low: 0.886,
  accuracy_high: 0.914,
  auc: 0.951,
  f1_negative: 0.83,
  majority_share: 0.722,
  lexicon_accuracy: 0.77,
  lexicon_auc: 0.83,
  lexicon_f1_negative: 0.6,
  learned_accuracy: 0.901,
  learned_auc: 0.951,
  learned_f1_negative: 0.83,
  learned_texts: 1800,
  folds: 5,
  duplicates: 12,
  ...change
});

const themes = [
  theme("delivery", "Delivery", "物流", 420, {is_emerging: true}),
  theme("quality", "Quality", "质量", 310),
  theme("price", "Price", "价格", 160, {detraction_log_odds: 0.1, detraction_low: -0.4, detraction_high: 0.6}),
  theme("staff", "Staff", "服务人员", 120, {detraction_log_odds: -0.9, detraction_low: -1.5, detraction_high: -0.3}),
  theme("d1", "corked, bottle", "软木塞", 40, {
    is_discovered: true,
    detraction_log_odds: null,
    detraction_low: null,
    detraction_high: null
  }),
  theme("tiny", "Tiny", "极少", 4)
];

const months = Array.from({length: 12}, (_, i) => new Date(Date.UTC(2025, 6 + i, 1)));

export const data: VoiceData = {
  scores: [
    ...["2025 Q2", "2025 Q3", "2025 Q4", "2026 Q1", "2026 Q2"].map((wave, i) =>
      score("nps", "survey", `NPS ${wave}`, 30 - i * 3, {
        from_on: new Date(Date.UTC(2025, 3 + 3 * i, 1)),
        is_clear: i === 4,
        change: i ? -3 : null
      })
    ),
    score("nps", "all", "all", 21),
    score("nps", "segment", "champions", 34, {is_clear: true, change: 12}),
    score("nps", "segment", "at_risk", 2, {is_clear: true, change: -20}),
    score("nps", "segment", "new", 20),
    score("nps", "segment", "lost", 20, {answers: 8}),
    score("nps", "segment", "hibernating", 20, {answers: 6}),
    score("csat", "all", "all", 84),
    score("csat", "language", "en", 84),
    score("csat", "language", "zh", 88)
  ],
  responses: [
    {
      survey: "NPS 2026 Q2",
      instrument: "nps",
      invited: 1600,
      answered: 240,
      answered_invited: 240,
      response_share: 0.15,
      low: 0.133,
      high: 0.168,
      first_on: new Date("2026-04-01"),
      last_on: new Date("2026-04-20")
    }
  ],
  bias: [
    ["champions", 0.1, 0.2, 2, 1.7, 2.4, 34],
    ["at_risk", 0.3, 0.2, 0.67, 0.55, 0.8, 2],
    ["new", 0.2, 0.2, 1, 0.8, 1.2, 20]
  ].map(([value, share, answered_share, ratio, low, high, nps]) => ({
    dimension: "segment" as const,
    value: value as string,
    customers: (share as number) * 5000,
    answered: (answered_share as number) * 240,
    promoters: 20,
    detractors: 10,
    share: share as number,
    answered_share: answered_share as number,
    ratio: ratio as number,
    low: low as number,
    high: high as number,
    nps: nps as number
  })),
  weighted: {
    nps: 18,
    low: 9,
    high: 27,
    weighted_nps: 12,
    weighted_low: 2,
    weighted_high: 22,
    by: "segment",
    dissimilarity: 0.1,
    customers: 5000,
    answered: 240,
    covered_share: 1
  },
  drivers: [
    driver("bad_service", 1),
    driver("late_reply", 2, {is_clear: false, low: -0.1}),
    driver("category", 3, {value: "wine glasses"}),
    driver("refund", 4, {exposed: 5})
  ],
  themes,
  themeMonths: themes.flatMap(({theme}, j) =>
    months.map((said_month, i) => ({
      theme,
      said_month,
      mentions: 20 - j,
      verbatims: 80,
      share: Math.max(0.01, 0.3 - j * 0.05 + (i % 3) * 0.02),
      low: 0.1,
      high: 0.4,
      negative: 8,
      is_partial: i === 11
    }))
  ),
  themeTiers: themes.flatMap(({theme}, j) =>
    ["champions", "loyal", "at_risk", "lost"].map((segment, i) => ({
      theme,
      segment,
      customers: j === 3 && i === 3 ? 4 : 30,
      speakers: 100 - i * 10,
      mentions: 30,
      negative_share: 0.3,
      share: 0.3 - j * 0.05,
      low: 0.1,
      high: 0.4
    }))
  ),
  verbatims: [
    verbatim(1),
    verbatim(2, {
      language: "zh",
      masked_text: "快递把包裹放在雨里，两只杯子都碎了，请联系我 [number]。",
      score: 2,
      net_revenue_365d: 5000
    }),
    verbatim(3, {
      origin: "ticket",
      instrument: null,
      score: null,
      customer_id: null,
      segment: null,
      net_revenue_365d: null
    }),
    verbatim(4, {sentiment: "positive", score: 10, masked_text: "Lovely tea, wonderful staff.", themes: "staff"}),
    ...Array.from({length: 20}, (_, i) => verbatim(5 + i))
  ],
  sentiment: [
    sentiment("all"),
    sentiment("en"),
    sentiment("zh", {
      state: "too_few",
      judge: "lexicon",
      accuracy: null,
      accuracy_low: null,
      accuracy_high: null,
      auc: null,
      f1_negative: null
    })
  ],
  loop: {
    cases: 320,
    due_cases: 290,
    settled_cases: 250,
    settled_followed: 172,
    recovered_followed: 25,
    repeated_followed: 10,
    never_followed: 95,
    within_promise: 160,
    repeated: 30,
    unidentified: 12,
    open_cases: 24,
    overdue_cases: 61,
    followed: 200,
    followed_share: 0.625,
    followed_low: 0.57,
    followed_high: 0.68,
    within_promise_share: 0.55,
    within_promise_low: 0.49,
    within_promise_high: 0.6,
    median_days: 6,
    recovered: 40,
    promise_days: 14,
    window_days: 90,
    has_activities: true
  },
  hasKano: true,
  examples: [
    {
      theme: "d1",
      rank: 1,
      verbatim_id: "V-9",
      said_on: new Date("2026-06-02"),
      origin: "feedback",
      instrument: "nps",
      score: 2,
      language: "en",
      sentiment: "negative",
      masked_text: "Two bottles were corked."
    }
  ],
  languages: [
    {
      language: "en",
      verbatims: 900,
      texts: 880,
      masked: 14,
      positive: 400,
      neutral: 200,
      negative: 280,
      unjudged: 20,
      by_lexicon: 0
    },
    {
      language: "zh",
      verbatims: 120,
      texts: 120,
      masked: 2,
      positive: 60,
      neutral: 20,
      negative: 40,
      unjudged: 0,
      by_lexicon: 120
    }
  ]
};

export const render = (change: Partial<VoiceData> = {}, c = en) =>
  body("Would they recommend us, and why not?", {...data, ...change}, c);
