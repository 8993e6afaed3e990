import type {Tone} from "../../../components/tone.ts";
import type {Locale} from "../../../format/locale.ts";
import {segmentName} from "../../customers/words.ts";
import type {Category} from "./rows.ts";

type T = Locale["t"];

/** The segment that holds everybody. */
export const everybody = "all";

/** Categories in the order of the table. */
export const categories: readonly Category[] = [
  "must_be",
  "one_dimensional",
  "attractive",
  "indifferent",
  "reverse",
  "questionable"
];

/** The colour of a category. */
export const toneOf: Record<Category, Tone> = {
  must_be: "c4",
  one_dimensional: "c3",
  attractive: "c1",
  indifferent: "c7",
  reverse: "c5",
  questionable: "c2"
};

/** The name of a category. */
export const categoryName = (category: Category, {t}: {t: T}): string =>
  ({
    must_be: t("must-be", "必备型"),
    one_dimensional: t("the more the better", "期望型"),
    attractive: t("delights", "魅力型"),
    indifferent: t("indifferent", "无差异型"),
    reverse: t("better without", "反向型"),
    questionable: t("contradictory", "可疑")
  })[category];

/** Whose answers. */
export const whoseName = (segment: string, {t}: {t: T}): string =>
  segment === everybody
    ? t("Everybody", "全体")
    : segment === "unknown"
      ? t("Without a segment", "未分群")
      : segmentName(segment, t);
