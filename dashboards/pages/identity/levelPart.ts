import {group} from "d3";
import {chip} from "../../components/chip.ts";
import {html, type Html} from "../../components/html.ts";
import {scroller} from "../../components/scroller.ts";
import {tooFew} from "../../components/states.ts";
import {weightLane} from "../../components/weightLane.ts";
import type {Locale} from "../../format/locale.ts";
import type {Compared, Dictionary} from "./dictionary.ts";
import type {LevelRow, Party} from "./rows.ts";
import {partiesName} from "./words.ts";

/** What each degree of likeness says: its weight as a bar to both sides of zero, and the two shares it comes from. */
export function levelPart(rows: readonly LevelRow[], party: Party, dictionary: Dictionary, locale: Locale): Html {
  const {t} = locale;
  const own = group(
    rows.filter((row) => row.party === party),
    ({comparison}) => comparison
  );
  if (!own.size) return tooFew({title: t("Nothing is compared", "没有比较项")});
  const weights = [...own.values()].flat().map(({weight}) => weight);
  const domain = [Math.min(0, ...weights), Math.max(0, ...weights)] as const;
  const caption = t("What each degree of likeness says", "各相似程度的权重");
  const share = html`<span class="sr-only"> ${t("share", "占比")}</span>`;
  return scroller(
    caption,
    html`<table class="levels">
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t("Compared", "比较项")}${t(", ", "，")}${partiesName(party, locale)}</th>
          <th scope="col">${t("Likeness", "相似程度")}</th>
          <th scope="col" colspan="2" class="right">${t("Weight", "权重")}</th>
          <th scope="col" class="right">m${share}</th>
          <th scope="col" class="right">u${share}</th>
        </tr>
      </thead>
      ${dictionary[party].map((words) => comparisonRows(own.get(words.id) ?? [], words, domain, locale))}
    </table>`
  );
}

/** The levels of one comparison, the closest first. */
function comparisonRows(
  rows: readonly LevelRow[],
  {name, levels}: Compared,
  domain: readonly [number, number],
  {t, f}: Locale
): Html {
  const row = ({level, weight, m_share: m, u_share: u, is_trained: trained}: LevelRow, i: number) =>
    html`<tr>
      ${i === 0 && html`<th scope="rowgroup" rowspan="${rows.length}">${name}</th>`}
      <th scope="row">${levels[level]}${!trained && html` ${chip(t("usual", "常用值"))}`}</th>
      <td class="lane-cell">${weightLane({to: weight, domain, tone: weight >= 0 ? "good" : "bad", pale: !trained})}</td>
      <td class="right">${f.score(weight, 1)}</td>
      <td class="right">${rareShare(m, f)}</td>
      <td class="right">${rareShare(u, f)}</td>
    </tr>`;
  return html`<tbody>
    ${rows.toSorted((a, b) => b.level - a.level).map(row)}
  </tbody>`;
}

/** A share that may be tiny: one in so many where a percentage would be zero. */
const rareShare = (share: number, f: Locale["f"]): string =>
  share > 0 && share < 0.0005 ? `1/${f.kpi(Math.round(1 / share))}` : f.share(share);
