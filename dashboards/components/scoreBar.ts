import type {Locale} from "../format/locale.ts";
import {html, type Content, type Html} from "./html.ts";

/** An NPS with its mix. Shares in [0, 1]; the score and its ends are in points. */
export interface ScoreBar {
  name: Content;
  promoters: number;
  detractors: number;
  score: number;
  low: number;
  high: number;
  n: number;
  /** Fewer answers than this are not shown; 30 unless told. */
  least?: number;
}

/** Detractors, passives, promoters as one bar under score, interval and n. */
export function scoreBar(data: ScoreBar, {f, t}: Locale): Html {
  const {name, promoters, detractors, score, low, high, n, least = 30} = data;
  if (n < least) {
    const reason = t(`${f.count(n)} answers: too few to show`, `${f.count(n)} 份回答：样本不足，不显示`);
    return html`<div class="score score-line"><b>${name}</b><span class="muted">${reason}</span></div>`;
  }
  const passives = 1 - promoters - detractors;
  const parts = [
    {share: detractors, fill: "d1", word: t("detractors", "贬损者")},
    {share: passives, fill: "d4", word: t("passives", "中立者")},
    {share: promoters, fill: "d7", word: t("promoters", "推荐者")}
  ];
  const label = parts.map(({word, share}) => `${word} ${f.share(share, 0)}`).join(t(", ", "，"));
  return html`<div class="score">
    <div class="score-line num">
      <b>${name}</b><b>${f.score(score)}</b><span class="muted">(${f.range(low, high)}) n ${f.count(n)}</span>
    </div>
    <div class="stack" role="img" aria-label="${label}">
      ${parts.map(({share, fill}) => html`<span class="${fill}" style="flex:${share.toFixed(4)}">${share >= 0.06 && f.share(share, 0)}</span>`)}
    </div>
  </div>`;
}
