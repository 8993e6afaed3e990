import {html, intervalTrack, table, trackScale, type Content, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import type {ToldDimension, ToldGroup} from "./curveData.ts";
import {toneOf} from "./curvesBody.ts";
import {dimensionName, exceededWords, groupName, lengthWords} from "./words.ts";

/** The groups of a dimension with what their curves say, as a table. */
export function groupsTable({dimension, groups}: ToldDimension, locale: Locale): Html {
  const {t, f} = locale;
  return table({
    caption: t("How long contracts last, by group", "各组合同存续时长"),
    columns: [
      dimension === "all" ? t("Group", "分组") : dimensionName(dimension, locale),
      {head: t("Contracts", "合同数"), right: true},
      {head: t("Half end within", "半数终止于"), right: true},
      {head: t("Past a year", "存续超一年"), right: true},
      {head: trackScale("0%", "100%", t("Chart", "图")), width: "26%"}
    ],
    rows: groups.map((group): Content[] => [
      html`<span class="key"
        ><i class="line ${toneOf(groups, group.group)}" aria-hidden="true"></i
        >${groupName(dimension, group.group, locale)}</span
      >`,
      f.count(group.contracts),
      medianCell(group, locale),
      group.year
        ? html`<b>${f.share(group.year[0], 0)}</b>`
        : html`<span class="muted nowrap">${t("too early", "为时尚早")}</span>`,
      group.year && group.year[1] !== null && group.year[2] !== null
        ? intervalTrack({
            value: group.year[0],
            low: group.year[1],
            high: group.year[2],
            domain: [0, 1],
            tone: toneOf(groups, group.group)
          })
        : ""
    ])
  });
}

/** The median, or for how long more than half have run at least. */
function medianCell({median: [median], followed}: ToldGroup, locale: Locale): Content {
  const {t} = locale;
  return html`<span class="nowrap"
    >${median === null ? t(`over ${exceededWords(followed, locale)}`, `超过 ${exceededWords(followed, locale)}`) : lengthWords(median, locale)}</span
  >`;
}
