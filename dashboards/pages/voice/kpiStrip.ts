import {kpis, type Html, type Kpi} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {unsigned} from "../overview/unsigned.ts";
import {defined} from "./defined.ts";
import type {LoopSummary} from "./loop/rows.ts";
import type {ResponseRow, ScoreRow, ThemeRow, WeightedRow} from "./rows.ts";
import type {Rounds} from "./rounds.ts";
import {instrumentName, instruments, scoreChange, scoreRange, scoresOf, scoreText} from "./words.ts";

/** What the strip is made of. */
export interface StripData {
  rounds: Rounds | undefined;
  scores: readonly ScoreRow[];
  responses: readonly ResponseRow[];
  weighted: WeightedRow | undefined;
  themes: readonly ThemeRow[];
  loop: LoopSummary | undefined;
}

/** Up to six numbers: the score, the others, who answers, what is new, whom to go back to. */
export const kpiStrip = (data: StripData, c: Context): Html =>
  kpis(
    [scoreKpi(data, c), ...otherKpis(data, c), responseKpi(data, c), newKpi(data, c), loopKpi(data, c)].slice(0, 6),
    c
  );

function scoreKpi({rounds, weighted}: StripData, c: Context): Kpi {
  const {t, f} = c;
  if (!rounds)
    return {
      label: "NPS",
      definition: defined("nps", c),
      value: f.missing,
      versus: t("thirty answers are needed", "至少需要三十份作答")
    };
  const {instrument, rows, name} = rounds;
  const last = rows.findLast((row) => !row.is_partial) ?? rows.at(-1)!;
  return {
    label: `${instrumentName(instrument, c)}, ${name(last, c)}`,
    definition: instrument === "nps" ? defined("nps", c) : undefined,
    href: "#score",
    value: scoreText(instrument, last.score, c),
    delta:
      last.change === null
        ? undefined
        : last.is_clear
          ? {
              value: last.change,
              text: unsigned(scoreChange(instrument, last.change, c)),
              tone: last.change < 0 ? "bad" : "good"
            }
          : "unclear",
    versus:
      last.previous_score !== null &&
      t(
        `vs ${scoreText(instrument, last.previous_score, c)} before`,
        `较此前 ${scoreText(instrument, last.previous_score, c)}`
      ),
    note: [
      t(
        `${scoreRange(instrument, last.low, last.high, c)}, n ${f.count(last.answers)}`,
        `${scoreRange(instrument, last.low, last.high, c)}，n ${f.count(last.answers)}`
      ),
      instrument === "nps" &&
        weighted?.weighted_nps !== null &&
        weighted !== undefined &&
        t(
          `${f.score(weighted.weighted_nps)} weighted for who answers`,
          `按作答者加权 ${f.score(weighted.weighted_nps)}`
        )
    ]
      .filter(Boolean)
      .join(t("; ", "；")),
    spark: {values: rows.map(({score}) => score), running: rows.at(-1)!.is_partial}
  };
}

/** The other questions that are asked, all answers of the last year. */
function otherKpis({rounds, scores}: StripData, c: Context): Kpi[] {
  const {t, f} = c;
  return instruments
    .filter((instrument) => instrument !== rounds?.instrument)
    .flatMap((instrument) => {
      const [all] = scoresOf(scores, instrument, "all");
      return all && all.answers >= 30
        ? [
            {
              label: t(`${instrumentName(instrument, c)}, 365 days`, `${instrumentName(instrument, c)}，近 365 天`),
              href: "#groups",
              value: scoreText(instrument, all.score, c),
              delta:
                all.change === null
                  ? undefined
                  : all.is_clear
                    ? {
                        value: all.change,
                        text: unsigned(scoreChange(instrument, all.change, c)),
                        tone: all.change < 0 ? ("bad" as const) : ("good" as const)
                      }
                    : ("unclear" as const),
              versus: all.previous_score !== null && t("vs the year before", "较此前一年"),
              note: `${scoreRange(instrument, all.low, all.high, c)}, n ${f.count(all.answers)}`
            }
          ]
        : [];
    });
}

function responseKpi({responses}: StripData, c: Context): Kpi {
  const {t, f} = c;
  const last = responses
    .filter(({response_share: share}) => share !== null)
    .toSorted((a, b) => +b.last_on - +a.last_on)[0];
  return {
    label: t("Response rate", "回复率"),
    definition: defined("response-rate", c),
    href: "#response",
    value: f.share(last?.response_share, 0),
    versus: last
      ? t(`of ${f.count(last.invited)} invited, ${last.survey}`, `${last.survey}，受邀 ${f.count(last.invited)} 位`)
      : t("no export of invitations", "没有受邀名单导出"),
    note: last && f.shareRange(last.low, last.high)
  };
}

function newKpi({themes}: StripData, c: Context): Kpi {
  const {t, f} = c;
  const emerging = themes.filter((row) => row.is_emerging && row.customers >= c.minCell);
  const said = themes.reduce((sum, row) => sum + row.mentions_365d, 0);
  return {
    label: t("Themes that grow", "增长中的主题"),
    definition: defined("emerging", c),
    href: "#themes",
    value: themes.length ? f.count(emerging.length) : f.missing,
    versus: themes.length
      ? emerging.length
        ? emerging
            .slice(0, 2)
            .map((row) => (c.lang === "zh" ? row.label_zh : row.label_en))
            .join(t(", ", "、"))
        : t("none clearly more than before", "没有明显增多的主题")
      : t("no texts to read", "没有文本"),
    note: said > 0 && t(`${f.count(themes.length)} themes read`, `共识别 ${f.count(themes.length)} 个主题`)
  };
}

function loopKpi({loop}: StripData, c: Context): Kpi {
  const {t, f, href} = c;
  if (loop && !loop.has_activities)
    return {
      label: t("To come back to", "待回访"),
      definition: defined("case", c),
      href: href("/voice/loop"),
      value: f.missing,
      versus: t(`${f.count(loop.cases)} cases, no contacts on record`, `${f.count(loop.cases)} 个个案，没有联系记录`)
    };
  return {
    label: t("To come back to", "待回访"),
    definition: defined("case", c),
    href: href("/voice/loop"),
    value: loop ? f.kpi(loop.open_cases + loop.overdue_cases) : f.missing,
    tone: loop && loop.overdue_cases > 0 ? "bad" : undefined,
    versus: loop
      ? t(`${f.count(loop.overdue_cases)} of them overdue`, `其中 ${f.count(loop.overdue_cases)} 位已逾期`)
      : t("no detractors or complaints yet", "尚无贬损者或投诉"),
    note:
      loop?.within_promise_share !== null &&
      loop !== undefined &&
      t(
        `${f.share(loop.within_promise_share, 0)} were in ${f.days(loop.promise_days)}`,
        `${f.share(loop.within_promise_share, 0)} 在 ${f.days(loop.promise_days)}内回访`
      )
  };
}
