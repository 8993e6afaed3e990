import {identifier} from "../codecs/codec.ts";
import {normalHeader} from "../reading/header.ts";
import type {SampleColumn, Suggestion} from "./preset.ts";

/** How a question of each instrument is asked, and its scale. */
const instruments = [
  {instrument: "nps", asks: /recommend|推荐|推薦|\bnps\b/i, scale: [0, 10]},
  {instrument: "ces", asks: /\beffort|\beas(y|ily|ier)\b|省力|费力|容易|轻松/i, scale: [1, 7]},
  {instrument: "csat", asks: /satisf|满意|滿意|\bcsat\b/i, scale: [1, 5]}
] as const;

const asksWhy = /\bwhy\b|reason|comment|feedback|suggest|improve|tell us|原因|为什么|建议|意见|说说|留言/i;

/** A question's header without what its tool adds: Qualtrics' grouping of an NPS answer is no question. */
const groupOf = / *(_|- )(nps_)?group$/i;

/** What a column asks. */
const wording = ({header, question = ""}: SampleColumn): string => `${header} ${question}`;

const filled = ({values}: SampleColumn): string[] => values.map((value) => value.trim()).filter(Boolean);

/** The answers of a column as whole numbers; undefined where one is none, or nobody answered. */
function scores(column: SampleColumn): number[] | undefined {
  const texts = filled(column);
  return texts.length && texts.every((text) => /^\d{1,2}(\.0+)?$/.test(text)) ? texts.map(Number) : undefined;
}

/** Whether people wrote freely: most answers differ, and half of them are long. */
function isFree(column: SampleColumn): boolean {
  const texts = filled(column);
  const long = texts.filter((text) => Buffer.byteLength(text) >= 12);
  return long.length >= texts.length / 2 && long.length > 0 && new Set(texts).size > texts.length / 2;
}

/**
 * Which question of a survey is the score and which one asks why, by their headers and answers; nothing where that is in doubt.
 *
 * `own`: the tool's own columns, which are no questions. A score is asked for in the words of its instrument; without them it is the
 * only question with answers 0–10 beyond any smaller scale, or the one that the tool itself groups (`Q1_NPS_GROUP`). The comment is the
 * first column after the score that asks for reasons, or else the first in which people wrote freely.
 */
export function suggestScore(columns: readonly SampleColumn[], own: Iterable<string>): Suggestion {
  const meta = new Set([...own].map(normalHeader));
  const questions = columns.filter(({header}) => !meta.has(normalHeader(header)));
  const found = worded(questions) ?? grouped(questions) ?? theOnlyOne(questions);
  if (!found) return {};
  const after = questions.slice(questions.indexOf(found.column) + 1).filter((column) => !groupOf.test(column.header));
  const texts = after.filter((column) => scores(column) === undefined);
  const comment = texts.find((column) => asksWhy.test(wording(column))) ?? texts.find(isFree);
  const score = {score: found.column.header};
  return {
    map: comment ? {...score, comment: comment.header} : score,
    fixed: {instrument: found.instrument},
    set_aside: {unanswered: `${identifier(found.column.header)} is null`}
  };
}

interface Found {
  column: SampleColumn;
  instrument: string;
}

function worded(questions: readonly SampleColumn[]): Found | undefined {
  for (const {instrument, asks, scale} of instruments) {
    const column = questions.find((column) => asks.test(wording(column)) && fits(column, scale));
    if (column) return {column, instrument};
  }
  return undefined;
}

const fits = (column: SampleColumn, [least, most]: readonly [number, number]): boolean =>
  scores(column)?.every((score) => score >= least && score <= most) ?? false;

function grouped(questions: readonly SampleColumn[]): Found | undefined {
  const groups = questions.filter(({header}) => groupOf.test(header));
  const names = new Set(groups.map(({header}) => normalHeader(header.replace(groupOf, ""))));
  const column = questions.find((it) => names.has(normalHeader(it.header)) && fits(it, [0, 10]));
  return column && {column, instrument: "nps"};
}

function theOnlyOne(questions: readonly SampleColumn[]): Found | undefined {
  const wide = questions.filter((column) => fits(column, [0, 10]) && Math.max(...scores(column)!) > 8);
  return wide.length === 1 ? {column: wide[0]!, instrument: "nps"} : undefined;
}
