import {martDetractionDriver} from "../../models/marts/mart_detraction_driver.ts";
import {martFeedbackGroup} from "../../models/marts/mart_feedback_group.ts";
import {martKano} from "../../models/marts/mart_kano.ts";
import {martLoopSummary} from "../../models/marts/mart_loop_summary.ts";
import {martNpsWeighted} from "../../models/marts/mart_nps_weighted.ts";
import {martResponse} from "../../models/marts/mart_response.ts";
import {martResponseBias} from "../../models/marts/mart_response_bias.ts";
import {martSentimentModel} from "../../models/marts/mart_sentiment_model.ts";
import {martTheme} from "../../models/marts/mart_theme.ts";
import {martThemeExample} from "../../models/marts/mart_theme_example.ts";
import {martThemeMonth} from "../../models/marts/mart_theme_month.ts";
import {martThemeTier} from "../../models/marts/mart_theme_tier.ts";
import {martVerbatim} from "../../models/marts/mart_verbatim.ts";
import {martVerbatimLanguage} from "../../models/marts/mart_verbatim_language.ts";
import {page} from "../page.ts";
import {body} from "./voice/body.ts";
import {voiceStart} from "./voice/voiceStart.ts";
import {writeFiles} from "./voice/writeFiles.ts";

const question = {en: "Would they recommend us, and why not?", zh: "他们会推荐我们吗，为什么不？"};

/** Voice of customer: scores and who gives them, what goes with detraction, what they write about, in their own words. */
export const voice = page({
  path: "/voice",
  label: {en: "Voice of customer", zh: "客户之声"},
  question,
  marts: [
    martFeedbackGroup,
    martResponse,
    martResponseBias,
    martNpsWeighted,
    martDetractionDriver,
    martTheme,
    martThemeMonth,
    martThemeTier,
    martThemeExample,
    martVerbatim,
    martVerbatimLanguage,
    martSentimentModel,
    martLoopSummary,
    martKano
  ],
  render: (data, c) =>
    body(
      question[c.lang],
      {
        scores: data.mart_feedback_group,
        responses: data.mart_response,
        bias: data.mart_response_bias,
        weighted: data.mart_nps_weighted[0],
        drivers: data.mart_detraction_driver,
        themes: data.mart_theme,
        themeMonths: data.mart_theme_month,
        themeTiers: data.mart_theme_tier,
        examples: data.mart_theme_example,
        verbatims: data.mart_verbatim,
        languages: data.mart_verbatim_language,
        sentiment: data.mart_sentiment_model,
        loop: data.mart_loop_summary[0],
        hasKano: data.mart_kano.length > 0
      },
      c
    ),
  live: {
    module: "voice",
    data: (data, c) =>
      voiceStart(
        {
          scores: data.mart_feedback_group,
          themes: data.mart_theme,
          verbatims: data.mart_verbatim,
          drivers: data.mart_detraction_driver
        },
        c
      )
  },
  files: writeFiles
});
