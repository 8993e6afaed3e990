import {facts, html, panel, table, tooFew, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {defined} from "./defined.ts";
import type {LanguageRow, SentimentRow} from "./rows.ts";
import {languageName} from "./words.ts";

/** Can the sentiment be trusted: held-out accuracy beside always saying the majority, and beside a word list. */
export function sentimentPanel(
  rows: readonly SentimentRow[],
  languages: readonly LanguageRow[],
  c: Context
): Html | false {
  const {t, f} = c;
  const title = t("Can the sentiment be trusted?", "情感判断可信吗？");
  const frame = {id: "sentiment", title, definition: defined("sentiment", c)} as const;
  const shown = rows.filter(({texts}) => texts > 0);
  if (!shown.length)
    return (
      rows.length > 0 &&
      panel(
        {
          ...frame,
          body: tooFew({
            title: t("No rated text to test it on", "没有可供检验的评分文本"),
            text: t(
              "Texts that come with a score teach and test the judgement; without them a word list judges, untested.",
              "带评分的文本用于学习与检验；没有时由词表判断，未经检验。"
            )
          })
        },
        c
      )
    );
  const line = (row: SentimentRow): Content[] => {
    const isBetter = row.accuracy_low !== null && row.majority_share !== null && row.accuracy_low > row.majority_share;
    return [
      languageName(row.language, c),
      judgedBy(row, c),
      row.accuracy === null
        ? f.missing
        : html`<b>${f.share(row.accuracy)}</b><br /><span class="muted nowrap"
              >${f.shareRange(row.accuracy_low, row.accuracy_high)}</span
            >`,
      f.share(row.majority_share),
      f.share(row.lexicon_accuracy),
      f.number(row.auc, 3),
      f.number(row.lexicon_auc, 3),
      f.number(row.f1_negative, 3),
      html`${f.count(row.texts)}<br /><span class="muted nowrap"
          >${t(`${f.count(row.negative)} negative`, `负面 ${f.count(row.negative)}`)}</span
        >`,
      row.accuracy === null
        ? ""
        : isBetter
          ? html`<b class="good">${t("better than the majority", "优于多数类")}</b>`
          : html`<span class="bad">${t("no better than the majority", "不优于多数类")}</span>`
    ];
  };
  return panel(
    {
      ...frame,
      sub: t(
        "Held-out test on the company's own rated texts: five folds, equal texts kept in one fold",
        "用本公司评分文本作留出检验：五折，相同文本归于同一折"
      ),
      body: html`${table({
        caption: title,
        columns: [
          t("Texts", "文本"),
          t("Judged by", "判断依据"),
          {head: t("Right", "准确率"), right: true},
          {head: t("Always the majority", "恒取多数类"), right: true},
          {head: t("Word list", "词表"), right: true},
          {head: "AUC", right: true},
          {head: t("Word list AUC", "词表 AUC"), right: true},
          {head: t("F1 of negative", "负面 F1"), right: true},
          {head: t("Rated texts", "评分文本"), right: true},
          t("Verdict", "结论")
        ],
        rows: shown.map(line)
      })}${readWords(languages, c)}`,
      note: t(
        "Negative is a score that is unfavourable on its scale, positive one that is favourable; scores between are left out of the test. AUC: how often a negative text is judged worse than a positive one. Tickets carry no score: they are judged by what feedback taught, untested, and left out of the sentiment of themes.",
        "评分偏低为负面，偏高为正面；居中者不参与检验。AUC：负面文本被判得比正面文本更差的频率。工单没有评分：沿用由反馈学得的判断，未经检验，不计入主题的情感。"
      )
    },
    c
  );
}

/** What was read: texts by language, what of them was masked, and what cannot be judged. */
function readWords(languages: readonly LanguageRow[], c: Context): Html | false {
  const {t, f} = c;
  const sum = (of: (row: LanguageRow) => number) => languages.reduce((all, row) => all + of(row), 0);
  if (sum((row) => row.verbatims) === 0) return false;
  const by = languages
    .filter((row) => row.verbatims > 0)
    .toSorted((a, b) => b.verbatims - a.verbatims)
    .map((row) => `${languageName(row.language, c)} ${f.count(row.verbatims)}`)
    .join(t(", ", "，"));
  return facts(
    [
      [t("Texts read", "已读文本"), `${f.count(sum((row) => row.verbatims))}${t(": ", "：")}${by}`],
      [
        t("Found", "情感"),
        t(
          `${f.count(sum((row) => row.negative))} negative, ${f.count(sum((row) => row.neutral))} neutral, ${f.count(sum((row) => row.positive))} positive; of ${f.count(sum((row) => row.unjudged))} nothing can be said`,
          `负面 ${f.count(sum((row) => row.negative))}，中性 ${f.count(sum((row) => row.neutral))}，正面 ${f.count(sum((row) => row.positive))}；${f.count(sum((row) => row.unjudged))} 条无法判断`
        )
      ],
      [
        t("Masked", "已隐去"),
        t(
          `personal data in ${f.count(sum((row) => row.masked))} texts`,
          `${f.count(sum((row) => row.masked))} 条文本中的个人信息`
        )
      ]
    ],
    {left: true}
  );
}

/** What judges the texts, and where it is not what was learnt of them, why. */
function judgedBy({judge, state}: SentimentRow, {t}: Context): string {
  if (judge === "own") return t("learned from own ratings", "由自有评分学习");
  const why = {
    learned: "",
    lexicon: t(": own learning is not clearly better", "：自有学习未明显更优"),
    too_few: t(": too few ratings", "：评分过少"),
    one_class: t(": one kind of rating", "：评分单一")
  }[state];
  return (judge === "all" ? t("model of all texts", "全部文本的模型") : t("word list", "词表")) + why;
}
