import {inBuildOrder} from "../../../models/compile.ts";
import {feedbackSchema, serviceSchema} from "../../../ingest/serviceConfig.ts";
import {martSentimentModel} from "../../../models/marts/mart_sentiment_model.ts";
import {martTheme} from "../../../models/marts/mart_theme.ts";
import {martThemeExample} from "../../../models/marts/mart_theme_example.ts";
import {martThemeMonth} from "../../../models/marts/mart_theme_month.ts";
import {martThemeTier} from "../../../models/marts/mart_theme_tier.ts";
import {martVerbatim} from "../../../models/marts/mart_verbatim.ts";
import {martVerbatimLanguage} from "../../../models/marts/mart_verbatim_language.ts";
import type {Model} from "../../../models/model.ts";
import {serviceSettings} from "../../../models/serviceSettings.ts";
import type {Settings} from "../../../models/settings.ts";

/** What a company without a configuration of its own has. */
export const settings = serviceSettings({
  company: {zone: "UTC"},
  service: serviceSchema.parse({}),
  feedback: feedbackSchema.parse({})
}) as Settings;

/** What is generated stands for the models before these. */
export const textModels = () =>
  inBuildOrder([
    martSentimentModel,
    martTheme,
    martThemeExample,
    martThemeMonth,
    martThemeTier,
    martVerbatim,
    martVerbatimLanguage
  ] as unknown as Model[]).filter(({name}) =>
    /^(int_(text|sentiment_model|verbatim|theme)|mart_(sentiment|theme|verbatim))/.test(name)
  );
