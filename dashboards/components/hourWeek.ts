import type {Locale} from "../format/locale.ts";
import {binOf} from "./bins.ts";
import {html, type Html} from "./html.ts";
import {scroller} from "./scroller.ts";

/** When load arrives: means by weekday (Monday first) and hour. */
export interface HourWeek {
  caption: string;
  /** Seven rows of 24. */
  values: readonly (readonly number[])[];
  breaks: readonly number[];
  decimals?: number;
}

const hours = Array.from({length: 24}, (_, hour) => hour);

/** A table of 7 × 24 tinted cells; the value is hidden text and a tooltip. */
export function hourWeek({caption, values, breaks, decimals = 0}: HourWeek, {f, t}: Locale): Html {
  const days = [..."一二三四五六日"].map((day, i) => t(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][i]!, day));
  const cell = (value: number, day: string, hour: number) =>
    html`<td class="q${binOf(value, breaks)}" title="${day} ${hour}:00 · ${f.number(value, decimals)}">
      <span class="sr-only">${f.number(value, decimals)}</span>
    </td>`;
  return scroller(
    caption,
    html`<table class="tiles hours">
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="sr-only">${t("Day", "星期")}</span></th>
          ${hours.map((hour) => html`<th scope="col">${hour % 3 ? html`<span class="sr-only">${hour}</span>` : hour}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${days.map(
          (day, i) =>
            html`<tr>
              <th scope="row">${day}</th>
              ${hours.map((hour) => cell(values[i]?.[hour] ?? 0, day, hour))}
            </tr>`
        )}
      </tbody>
    </table>`
  );
}
