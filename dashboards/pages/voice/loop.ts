import {martClosedLoop} from "../../../models/marts/mart_closed_loop.ts";
import {martLoopEffect} from "../../../models/marts/mart_loop_effect.ts";
import {martLoopMonth} from "../../../models/marts/mart_loop_month.ts";
import {martLoopNext} from "../../../models/marts/mart_loop_next.ts";
import {martLoopSummary} from "../../../models/marts/mart_loop_summary.ts";
import {martTheme} from "../../../models/marts/mart_theme.ts";
import type {Context} from "../../context.ts";
import type {Lang} from "../../format/lang.ts";
import {page} from "../../page.ts";
import {body} from "./loop/body.ts";
import {caseOf, type Case} from "./loop/cases.ts";
import {writeFiles} from "./loop/writeFiles.ts";
import type {ThemeRow} from "./rows.ts";
import {themeLabel} from "./themes.ts";

const question = {en: "Did we come back to them?", zh: "我们回访了吗？"};

/** What the browser code of the page starts with. */
export interface LoopStart {
  lang: Lang;
  currency: string;
  /** Address of a customer, to which the key is appended. */
  customer: string;
  labels: Record<string, string>;
  cases: Case[];
  all: number;
  /** Any contact with customers is known. */
  hasContacts: boolean;
}

const labelsOf = (themes: readonly ThemeRow[], c: Context): Record<string, string> =>
  Object.fromEntries(themes.map((row) => [row.theme, themeLabel(row, c)]));

/** Closed loop: who is unhappy, whether somebody came back in time, what the next answer was, and what went with it. */
export const voiceLoop = page({
  path: "/voice/loop",
  label: {en: "Closed loop", zh: "闭环回访"},
  question,
  marts: [martLoopSummary, martLoopMonth, martLoopEffect, martLoopNext, martTheme],
  render: (data, c) =>
    body(
      question[c.lang],
      {
        summary: data.mart_loop_summary[0],
        months: data.mart_loop_month,
        effects: data.mart_loop_effect,
        cases: data.mart_loop_next,
        labels: labelsOf(data.mart_theme, c)
      },
      c
    ),
  live: {
    module: "loop",
    data: (data, c): LoopStart => ({
      lang: c.lang,
      currency: c.currency,
      customer: c.href("/customers", {key: ""}),
      labels: labelsOf(data.mart_theme, c),
      cases: data.mart_loop_next.map(caseOf),
      all: data.mart_loop_summary[0]?.cases ?? 0,
      hasContacts: data.mart_loop_summary[0]?.has_activities ?? false
    })
  },
  files: writeFiles,
  streams: [martClosedLoop]
});
