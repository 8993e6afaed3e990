import {
  chip,
  csvButton,
  empty,
  html,
  intervalTrack,
  panel,
  percent,
  table,
  trackScale,
  type Content,
  type Html
} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {defined} from "./defined.ts";
import {shownThemes, themeLabel, type ShownTheme} from "./themes.ts";
import type {ThemeRow} from "./rows.ts";

/** Themes that the table shows. */
const SHOWN = 10;

const widest = Math.log(8);

/** What they write about: how often, how it sounds, what goes with it, what is new. */
export function themePanel(given: readonly ThemeRow[], texts: number, c: Context): Html {
  const {t, f, minCell} = c;
  const title = t("What do they write about?", "他们在写什么？");
  const frame = {id: "themes", title, long: true, definition: defined("theme", c)} as const;
  const themes = shownThemes(given, minCell);
  if (!themes.length)
    return panel(
      {
        ...frame,
        body: empty({
          title: texts > 0 ? t("Too few texts for themes", "文本过少，尚无主题") : t("No texts", "没有文本"),
          text: html`${t("Map ", "请在反馈导出中映射 ")}<code>comment</code>${t(" in an export of kind ", "，或在工单导出中映射 ")}<code>feedback</code>${t(
            ", or subject and description of tickets.",
            "的主题与描述。"
          )}`
        })
      },
      c
    );
  const shown = themes.slice(0, SHOWN);
  const hasNps = shown.some((row) => row.nps_answers > 0);
  const most = Math.max(...shown.map(({mentions_365d: n}) => n));
  return panel(
    {
      ...frame,
      sub: hasNps
        ? t(
            "Texts of the last 365 days that name a theme; odds: of NPS answers that name it being a detractor's, 95% interval",
            "近 365 天提及各主题的文本；优势比：提及该主题的 NPS 作答为贬损者的优势，95% 区间"
          )
        : t("Texts of the last 365 days that name a theme", "近 365 天提及各主题的文本"),
      actions: html`<span class="needs-script">${csvButton(t("themes", "主题"))}</span>`,
      body: table({
        caption: title,
        columns: [
          t("Theme", "主题"),
          {head: t("Texts", "文本"), width: "17%"},
          {head: t("90 days, before", "近 90 天，此前"), right: true},
          {head: t("Negative", "负面"), right: true},
          ...(hasNps
            ? [
                {head: t("Mean NPS score", "NPS 均分"), right: true},
                {head: t("Odds", "优势比"), right: true},
                {head: trackScale("⅛×", "8×", t("Chart", "图")), width: "17%"},
                {head: t("Detractors' revenue", "贬损者年收入"), right: true}
              ]
            : [])
        ],
        rows: shown.map((row) => line(row, {most, hasNps}, c))
      }),
      note: [
        t(
          "Found: not in the taxonomy, but words that come up together. New: clearly more in the last 90 days than in the 90 before. Negative: of feedback, tickets left out. Odds are adjusted for many themes; grey: not clear, or found in the same answers. Association, not an effect.",
          "发现：不在分类体系中，由共现词得出。新增：近 90 天明显多于此前 90 天。负面仅计反馈，不含工单。优势比经多重校正；灰色为不显著，或由同一批作答发现。为关联而非因果。"
        ),
        themes.length > SHOWN &&
          t(
            ` ${f.count(themes.length - SHOWN)} rarer themes are in the CSV.`,
            ` 另有 ${f.count(themes.length - SHOWN)} 个较少的主题见 CSV。`
          )
      ]
    },
    c
  );
}

function line(row: ShownTheme, {most, hasNps}: {most: number; hasNps: boolean}, c: Context): Content[] {
  const {t, f, href} = c;
  const label = themeLabel(row, c);
  return [
    html`<a href="${href("/voice", {theme: row.theme})}#verbatims">${label}</a
      >${row.is_discovered && html`&nbsp;${chip(t("found", "发现"))}`}${row.is_emerging && html`&nbsp;${chip(html`<b class="bad">${t("new", "新增")}</b>`)}`}`,
    html`<span class="inline-bar"
      ><b>${f.count(row.mentions_365d)}</b
      ><span class="lane" aria-hidden="true"
        ><i class="r6" style="width:${percent((row.mentions_365d / most) * 100)}%"></i></span
    ></span>`,
    html`<span class="nowrap">${countOr(row.mentions_90d, c)}, ${countOr(row.mentions_previous_90d, c)}</span>`,
    f.share(row.negative_share, 0),
    ...(hasNps ? detraction(row, c) : [])
  ];
}

/** A count, or the mark of one that is withheld. */
const countOr = (n: number | null, {f}: Context): string => (n === null ? f.missing : f.count(n));

/** What NPS answers that name the theme say. */
function detraction(row: ShownTheme, {f}: Context): Content[] {
  const {detraction_log_odds: odds, detraction_low: low, detraction_high: high} = row;
  const known = odds !== null && low !== null && high !== null;
  const clear = known && row.detraction_p_adjusted !== null && row.detraction_p_adjusted < 0.05;
  const tone = clear ? (odds > 0 ? "bad" : "good") : undefined;
  return [
    f.number(row.mean_score, 1),
    known
      ? tone
        ? html`<b class="${tone}">${f.number(Math.exp(odds), 1)}×</b>`
        : html`<span class="muted">${f.number(Math.exp(odds), 1)}×</span>`
      : f.missing,
    known && intervalTrack({value: odds, low, high, target: 0, domain: [-widest, widest], tone: tone ?? "ctx"}),
    row.nps_answers > 0 && row.value_at_stake !== null ? f.money(row.value_at_stake) : f.missing
  ];
}
