import type {TakenTable} from "../../live/takeTable.ts";
import type {Context} from "../../context.ts";
import type {Lang} from "../../format/lang.ts";
import {shownDrivers} from "./driverPanel.ts";
import type {DriverRow, ScoreRow, ThemeRow, VerbatimRow} from "./rows.ts";
import {saidOf} from "./said.ts";
import type {ThemeChoice} from "./saidFilter.ts";
import {scoreGroupsOf, type ScoreGroups} from "./scoreGroups.ts";
import {themeChoices} from "./themeChoices.ts";
import {shownThemes} from "./themes.ts";

/** What the browser code of the page starts with; the texts come in a file of their own. */
export interface VoiceStart {
  lang: Lang;
  currency: string;
  /** ISO day. */
  asOf: string;
  /** Address of a customer, to which the key is appended. */
  customer: string;
  groups: ScoreGroups[];
  themes: ThemeChoice[];
  labels: Record<string, string>;
  languages: string[];
  /** How many texts the file holds. */
  texts: number;
  drivers: TakenTable;
  themeTable: TakenTable;
}

interface Given {
  scores: readonly ScoreRow[];
  themes: readonly ThemeRow[];
  verbatims: readonly VerbatimRow[];
  drivers: readonly DriverRow[];
}

const driverColumns = [
  "driver",
  "value",
  "customers",
  "exposed",
  "detractors",
  "share_exposed",
  "log_odds",
  "low",
  "high",
  "p_adjusted",
  "is_clear",
  "net_revenue_365d"
] as const;

const themeColumns = [
  "theme",
  "parent",
  "label_en",
  "label_zh",
  "is_discovered",
  "mentions",
  "mentions_365d",
  "mentions_90d",
  "mentions_previous_90d",
  "change_share",
  "change_low",
  "change_high",
  "is_emerging",
  "customers",
  "negative_share",
  "mean_sentiment",
  "mean_score",
  "detraction_log_odds",
  "detraction_low",
  "detraction_high",
  "detraction_p_adjusted",
  "is_detracting",
  "value_at_stake"
] as const;

export const voiceStart = ({scores, themes, verbatims, drivers}: Given, c: Context): VoiceStart => {
  const said = verbatims.map(saidOf);
  const choices = themeChoices(themes, said, c);
  return {
    lang: c.lang,
    currency: c.currency,
    asOf: c.f.iso(c.asOf),
    customer: c.href("/customers", {key: ""}),
    groups: scoreGroupsOf(scores, c.minCell),
    themes: choices.themes,
    labels: choices.labels,
    languages: choices.languages,
    texts: said.length,
    drivers: {
      columns: driverColumns,
      rows: shownDrivers(drivers, c.minCell).map((row) => driverColumns.map((name) => row[name]))
    },
    themeTable: {
      columns: themeColumns,
      rows: shownThemes(themes, c.minCell).map((row) => themeColumns.map((name) => row[name]))
    }
  };
};
