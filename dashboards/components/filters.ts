import {attributes, html, type Content, type Html} from "./html.ts";

/** A value of a filter and its name. */
export interface Choice {
  value: string;
  name: string;
}

/** A filter: its key in the URL, its name, its values, the default one. */
export interface Filter {
  name: string;
  label: string;
  choices: readonly Choice[];
  value: string;
}

/** Few choices side by side. Live code listens to `data-filter` and reads `data-value`. */
export const segmented = ({name, label, choices, value}: Filter): Html =>
  html`<span class="filter" role="group" aria-label="${label}" data-filter="${name}">
    <span aria-hidden="true">${label}</span>
    <span class="segmented">
      ${choices.map(
        (choice) =>
          html`<button type="button" data-value="${choice.value}" aria-pressed="${String(choice.value === value)}">
            ${choice.name}
          </button>`
      )}
    </span>
  </span>`;

/** Many choices in a list. */
export const select = ({name, label, choices, value}: Filter): Html =>
  html`<label>
    ${label}
    <select name="${name}" data-filter="${name}" autocomplete="off">
      ${choices.map(
        (choice) =>
          html`<option${attributes({value: choice.value, selected: choice.value === value})}>${choice.name}</option>`
      )}
    </select>
  </label>`;

/** A field: number or search text. */
export const field = (data: {
  name: string;
  label: string;
  value?: string | number;
  type?: "number" | "search";
  /** Width in pixels. */
  width?: number;
  placeholder?: string;
  /** After the field: "a day". */
  after?: Content;
}): Html => {
  const {name, label, value, type = "search", width = type === "number" ? 72 : 200, placeholder, after} = data;
  const given = attributes({type, name, value, placeholder, "data-filter": name, min: type === "number" && 0});
  return html`<label>${label} <input${given} autocomplete="off" style="width:${width}px">${after && html` ${after}`}</label>`;
};

/** The filter line; hidden where there is no script, because it would do nothing. */
export const filters = (items: Content): Html => html`<div class="filters">${items}</div>`;

/** The filters in words, for paper and for the status line: live code fills it. */
export const filterLine = (text: Content = ""): Html => html`<p class="sub" data-filter-line role="status">${text}</p>`;
