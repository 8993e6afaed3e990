import {html, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {defined} from "./defined.ts";
import {upliftBody, upliftNote} from "./upliftBody.ts";
import type {CampaignView} from "./views.ts";

/** Whether it works on the best customers or on the others. */
export const upliftPanel = (view: CampaignView, c: Context): Html =>
  panel(
    {
      span: 6,
      id: "uplift",
      definition: defined("uplift", c),
      title: c.t("On whom does it work?", "对谁有效？"),
      sub: html`<span data-uplift-name>${view.name}</span>${c.t(
          ": effect on who orders, by tenth of spend in the year before (1 = most), 95% interval",
          "：按前一年消费十分位（1 为最高）的下单率效果，95% 区间"
        )}`,
      body: html`<div data-uplift>${upliftBody(view, c)}</div>`,
      note: html`<span data-uplift-note>${upliftNote(view, c)}</span>`
    },
    c
  );
