import type {Locale} from "../format/locale.ts";
import {definition, type Definition} from "./definition.ts";
import {delta, type Delta} from "./delta.ts";
import {html, type Content, type Html} from "./html.ts";
import {sparkline, type Spark} from "./sparkline.ts";

/** One number with what it is compared with. */
export interface Kpi {
  label: Content;
  /** The list or page behind the number. */
  href?: string | null;
  /** Formatted; "–" when absent, and then `versus` says why. */
  value: Content;
  unit?: Content;
  /** The change, or "unclear" when it does not clear its interval. */
  delta?: Delta | "unclear" | null;
  /** The reference: "vs prior 12 months". */
  versus?: Content;
  /** Interval and n. */
  note?: Content;
  tone?: "good" | "bad";
  spark?: Spark;
  definition?: Definition;
}

/** One item of the strip. */
export function kpi(data: Kpi, locale: Locale): Html {
  const {label, href, value, unit, versus, note, tone, spark} = data;
  const {t} = locale;
  const change =
    data.delta === "unclear"
      ? html`<b>${t("no clear change", "无显著变化")}</b>`
      : data.delta && delta(data.delta, t("up", "上升"), t("down", "下降"));
  return html`<li class="kpi">
    <h2>
      ${href ? html`<a href="${href}">${label}</a>` : html`<span>${label}</span>`}
      ${data.definition && definition(data.definition, locale)}
    </h2>
    <div class="value${tone && ` ${tone}`}">${value}${unit && html`<small>${unit}</small>`}</div>
    <div class="delta">
      ${change}${change && versus && " "}${versus}${note && html`${(change || versus) && html`<br />`}${note}`}
    </div>
    ${spark && sparkline(spark)}
  </li>`;
}

/** The strip: six numbers in one line on wide screens, three or two on narrow ones. */
export const kpis = (items: readonly Kpi[], locale: Locale): Html =>
  html`<ul class="kpis" style="--count:${Math.min(6, Math.max(1, items.length))}">
    ${items.map((item) => kpi(item, locale))}
  </ul>`;
