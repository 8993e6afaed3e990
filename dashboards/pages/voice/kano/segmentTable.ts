import {html, table, type Content, type Html} from "../../../components/index.ts";
import type {Context} from "../../../context.ts";
import type {KanoView} from "./features.ts";
import {categoryName, whoseName} from "./words.ts";

/** What each segment makes of each feature; a category that is not clear is grey. */
export function segmentTable(views: readonly KanoView[], c: Context): Html | false {
  const {t} = c;
  const [all, ...segments] = views;
  if (!all || !segments.length) return false;
  return table({
    caption: t("Category by feature and segment", "各功能在各分群中的类别"),
    columns: [t("Feature", "功能"), ...views.map(({segment}) => whoseName(segment, c))],
    rows: all.features.map(({feature}): Content[] => [
      feature,
      ...views.map(({features}) => {
        const own = features.find((row) => row.feature === feature);
        if (!own) return html`<span class="muted">–</span>`;
        const name = categoryName(own.category, c);
        return own.is_clear ? html`<b>${name}</b>` : html`<span class="muted">${name}</span>`;
      })
    ])
  });
}
