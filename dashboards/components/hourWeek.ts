import {range} from "d3";
import type {Locale} from "../format/locale.ts";
import {binOf} from "./bins.ts";
import {attributes, html, type Html} from "./html.ts";
import {scroller} from "./scroller.ts";
import {dayNames} from "./dayNames.ts";

/** When load arrives, by weekday (Monday first) and hour. */
export interface HourWeek {
  caption: string;
  /** Seven rows of 24. */
  values: readonly (readonly number[])[];
  /** Cells inside working hours, the same seven by 24; they carry a line below. */
  working?: readonly (readonly boolean[])[];
  breaks: readonly number[];
  text: (value: number) => string;
}

const hours = range(24);

/** A table of 7 × 24 tinted cells with their numbers. */
export function hourWeek({caption, values, working, breaks, text}: HourWeek, {t}: Pick<Locale, "t">): Html {
  const cell = (value: number, isWorking: boolean) => {
    const look = `q${binOf(value, breaks)}${isWorking ? " working" : ""}`;
    return html`<td${attributes({class: look})}>${text(value)}</td>`;
  };
  return scroller(
    caption,
    html`<table class="tiles hours">
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="sr-only">${t("Day", "星期")}</span></th>
          ${hours.map((hour) => html`<th scope="col">${hour}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${dayNames(t).map(
          (day, i) =>
            html`<tr>
              <th scope="row">${day}</th>
              ${hours.map((hour) => cell(values[i]?.[hour] ?? 0, working?.[i]?.[hour] ?? false))}
            </tr>`
        )}
      </tbody>
    </table>`
  );
}
