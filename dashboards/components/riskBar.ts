import type {Locale} from "../format/locale.ts";
import {html, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import type {Tone} from "./tone.ts";

/** A probability with its interval and the word for it. Shares in [0, 1]. */
export interface Risk {
  share: number;
  low?: number;
  high?: number;
  /** "very high", "high", "medium": colour alone does not say it. */
  word?: string;
  tone?: Tone;
}

/** Percentage, bar, and under them the word with the interval. */
export function riskBar({share, low, high, word, tone = "c4"}: Risk, {f, t}: Locale): Html {
  const known = low !== undefined && high !== undefined;
  const under = [word, known && f.shareRange(low, high, 0)].filter(Boolean).join(t(", ", "，"));
  return html`<span class="inline-bar">
      <b>${f.share(share, 0)}</b>
      <span class="lane" aria-hidden="true">
        <i class="${tone}" style="width:${percent(share * 100)}%"></i>
        ${known && html`<u style="left:${percent(low * 100)}%;width:${percent((high - low) * 100)}%"></u>`}
      </span>
    </span>
    <span class="under">${under}</span>`;
}
