import type {Locale} from "../format/locale.ts";
import {html, type Html} from "./html.ts";
import type {Tone} from "./tone.ts";

/** A part of one whole, a share in [0, 1]. */
export interface StackPart {
  name: string;
  share: number;
  tone: Tone;
}

/** Parts below this share of the whole are too narrow for their number. */
const narrow = 0.07;

/** Parts of one whole beside each other; their numbers stand in them where there is room, all of them in the name. */
export function shareStack(parts: readonly StackPart[], {f, t}: Pick<Locale, "f" | "t">): Html {
  const label = parts.map(({name, share}) => `${name} ${f.share(share, 0)}`).join(t(", ", "，"));
  return html`<div class="stack" role="img" aria-label="${label}">
    ${parts.map(
      ({share, tone}) =>
        share > 0 &&
        html`<i class="${tone}" style="flex:${share.toFixed(4)}"
          >${share >= narrow && html`<span>${f.share(share, 0)}</span>`}</i
        >`
    )}
  </div>`;
}
