import {term, type Subject} from "../term.ts";

/** Words of feedback, texts, the closed loop and Kano. */
export const voice: Subject = {
  subject: {en: "Voice of customer", zh: "客户之声"},
  terms: [
    term(
      "nps",
      [
        "Net promoter score (NPS)",
        "Share of promoters (9–10) − share of detractors (0–6), in points from −100 to +100."
      ],
      ["净推荐值（NPS）", "推荐者（9–10）占比 − 贬损者（0–6）占比，单位为点，−100 至 +100。"],
      ["mart_feedback_group", "score"]
    ),
    term(
      "csat",
      ["CSAT, CES, rating", "CSAT: share of 4–5 of 5. CES: mean of 1–7, high is easy. Rating: mean of 1–5."],
      ["CSAT、CES、评分", "CSAT：5 分制中 4–5 分占比。CES：1–7 分均值，越高越省力。评分：1–5 分均值。"],
      ["mart_feedback_group", "instrument"]
    ),
    term(
      "response-rate",
      ["Response rate", "Answers ÷ invitations of a survey; unknown without an export of invitations."],
      ["回复率", "问卷作答数 ÷ 邀请数；没有受邀名单导出时未知。"],
      ["mart_response", "response_share"]
    ),
    term(
      "driver",
      [
        "Driver of detraction",
        "Something that a customer had (a late reply, a refund, a theme), with the odds of being a detractor with it against without it; an association, adjusted for many comparisons."
      ],
      [
        "贬损驱动因素",
        "客户的某种经历（答复超时、退款、某主题），及有此经历与无此经历者成为贬损者的优势比；为关联，经多重比较校正。"
      ],
      ["mart_detraction_driver", "log_odds"]
    ),
    term(
      "theme",
      [
        "Theme",
        "What a text is about: by the words of the taxonomy, or found by words that come up together (marked so)."
      ],
      ["主题", "文本所谈内容：按分类体系的词语，或由共现词发现（已标注）。"],
      ["mart_theme", "theme"]
    ),
    term(
      "emerging",
      [
        "Growing theme",
        "Named clearly more often in the last 90 days than in the 90 before, after adjusting for many themes."
      ],
      ["增长中的主题", "近 90 天提及明显多于此前 90 天，经多重校正。"],
      ["mart_theme", "is_emerging"]
    ),
    term(
      "sentiment",
      [
        "Sentiment",
        "How a text sounds: learned from the company's own rated texts where there are enough, by a word list otherwise; its held-out accuracy stands on the page."
      ],
      ["情感", "文本的态度：评分文本足够时由其学习，否则按词表判断；留出准确率见页面。"],
      ["mart_sentiment_model", "accuracy"]
    ),
    term(
      "case",
      [
        "Case",
        "A detractor's answer, a low rating or a complaint that somebody should come back to; followed up by a call, message, meeting or public reply afterwards, open until then, overdue once the promised days are over."
      ],
      [
        "回访事项",
        "应予回访的贬损作答、低分或投诉；其后有电话、消息、会面或公开回复即为已回访，此前为待回访，超过承诺天数为逾期。"
      ],
      ["mart_closed_loop", "state"]
    ),
    term(
      "within-promise",
      ["Came back in time", "Cases followed up within the promised days ÷ cases whose days are over."],
      ["按时回访", "在承诺天数内已回访的个案 ÷ 承诺天数已过的个案。"],
      ["mart_loop_summary", "within_promise_share"]
    ),
    term(
      "kano",
      [
        "Kano",
        "Must-be: taken for granted, missed when absent. The more the better (one-dimensional). Delights (attractive): pleases, is not missed. Indifferent: neither. From paired answers by the evaluation table."
      ],
      [
        "Kano",
        "必备型：理所当然，缺失则不满。期望型：越多越好。魅力型：具备则惊喜，缺失不怨。无差异型：皆可。由正反成对作答按评估表得出。"
      ],
      ["mart_kano", "category"]
    )
  ]
};
