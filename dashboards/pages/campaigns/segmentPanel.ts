import {csvButton, html, panel, select, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {dimensionOf, segmentBody} from "./segmentBody.ts";
import type {CampaignView} from "./views.ts";
import {dimensionName} from "./words.ts";

/** Whether segments differ in what the campaign changed. */
export function segmentPanel(view: CampaignView, c: Context): Html {
  const {t} = c;
  const shown = dimensionOf(view);
  return panel({
    span: 6,
    id: "by-segment",
    long: true,
    title: t("Does it work better for some?", "对某些客户更有效吗？"),
    sub: html`<span data-segments-name>${view.name}</span>${t(
        ": effect on who orders by what was known before the message, 95% interval",
        "：按触达前已知特征的下单率效果，95% 区间"
      )}`,
    actions: html`<span class="needs-script">
      ${
        shown &&
        select({
          name: "by",
          label: t("By", "按"),
          value: shown.dimension,
          choices: view.dimensions.map(({dimension}) => ({value: dimension, name: dimensionName(dimension, c)}))
        })
      }
      ${csvButton(t("segments", "分群"))}
    </span>`,
    body: html`<div data-segments>${segmentBody(shown, c)}</div>`,
    note: t(
      "In colour: clear after adjusting for all segments (Holm). Whether segments differ is tested over all of them (Cochran's Q).",
      "着色：经全部分群校正（Holm）后仍明确。分群之间是否不同由整体检验（Cochran Q）判断。"
    )
  });
}
