import {html, tooFew, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {segmentTable, segmentVerdict} from "./segmentTable.ts";
import type {CampaignView, DimensionView} from "./views.ts";

/** The dimension asked for; without one, or where the campaign has none such, that in which segments differ most surely. */
export const dimensionOf = ({dimensions}: CampaignView, asked = ""): DimensionView | undefined =>
  dimensions.find(({dimension}) => dimension === asked) ?? dimensions.toSorted((a, b) => pOf(a) - pOf(b))[0];

const pOf = ({segments}: DimensionView): number => segments[0]?.interaction_p_adjusted ?? 2;

/** The segments of one dimension and whether they differ. */
export function segmentBody(view: DimensionView | undefined, locale: Locale): Html {
  const {t} = locale;
  if (!view)
    return tooFew({
      title: t("Too few to split", "人数过少，无法拆分"),
      text: t("No two segments are large enough.", "没有两个足够大的分群。")
    });
  return html`${segmentTable(view, locale)}
    <p class="note">${segmentVerdict(view, locale)}</p>`;
}
