import {attributes, html, percent, scroller, type Content, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import type {Cause} from "./causes.ts";
import type {CauseRow} from "./rows.ts";
import {causeName} from "./words.ts";

/** Categories that the Pareto shows. */
export const SHOWN = 8;

/** Categories by frequency with their cumulative share; under the chosen one stand its sub-causes. */
export function causesTable(causes: readonly Cause[], chosen: string, locale: Locale): Html {
  const {t, f} = locale;
  const caption = t("Tickets by cause", "各原因工单数");
  const widest = Math.max(0.01, ...causes.map(({row}) => row.share ?? 0));
  const line = (row: CauseRow, name: Content, {isPart = false, share = row.share} = {}) =>
    html`<tr${attributes({class: isPart && "part"})}>
      <th scope="row">${name}</th>
      <td class="right">${f.count(row.tickets)}</td>
      <td>
        <span class="inline-bar"
          ><b>${f.share(share, 0)}</b
          ><span class="lane" aria-hidden="true"><i class="${isPart ? "r4" : "r6"}" style="width:${percent(((row.share ?? 0) / widest) * 100)}%"></i></span
        ></span>
      </td>
      <td class="right">${!isPart && f.share(row.cumulative_share, 0)}</td>
      <td class="right nowrap">${changeWords(row, locale)}</td>
    </tr>`;
  const rows = causes.slice(0, SHOWN).flatMap(({category, row, parts, rest}) => {
    const isChosen = category === chosen;
    const name = parts.length
      ? html`<button type="button" class="drill-down" data-cause="${category}" aria-expanded="${String(isChosen)}">
          ${causeName(category, locale)}
        </button>`
      : causeName(category, locale);
    const inside = isChosen
      ? [
          ...parts.map((part) =>
            line(part, causeName(part.subcategory, locale), {isPart: true, share: part.tickets / row.tickets})
          ),
          rest > 0 &&
            html`<tr class="part">
              <th scope="row">${t("others", "其他")}</th>
              <td class="right">${f.count(rest)}</td>
              <td></td>
              <td></td>
              <td></td>
            </tr>`
        ]
      : [];
    return [line(row, name), ...inside];
  });
  const heads: [Content, boolean, string?][] = [
    [t("Cause", "原因"), false],
    [t("Tickets", "工单"), true],
    [t("Share", "占比"), false, "30%"],
    [t("Running sum", "累计"), true],
    [t("Change", "变化"), true]
  ];
  return scroller(
    caption,
    html`<table class="causes">
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map(
            ([head, right, width]) =>
              html`<th${attributes({scope: "col", class: right && "right", style: width && `width:${width}`})}>${head}</th>`
          )}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`
  );
}

/** The change of the share in points where it clears its interval; more complaints is worse. */
function changeWords(row: CauseRow, {t, f}: Locale): Content {
  if (row.change === null) return f.missing;
  if (!row.is_clear) return html`<span class="muted">${t("no clear", "不显著")}</span>`;
  return html`<b class="${row.change > 0 ? "bad" : "good"}">${f.points(row.change, {tight: true})}</b>`;
}
