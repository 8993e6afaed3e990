import {locale as localeOf} from "../format/locale.ts";
import type {CampaignsStart} from "../pages/campaigns/campaignsStart.ts";
import {campaignsCsv, segmentsCsv} from "../pages/campaigns/csvFiles.ts";
import {dimensionOf, segmentBody} from "../pages/campaigns/segmentBody.ts";
import {upliftBody, upliftNote} from "../pages/campaigns/upliftBody.ts";
import {bindFilters} from "./filters.ts";
import {takeTable} from "./takeTable.ts";

/** One campaign's details at a time; the choice stands in the address, and what is shown goes as CSV. */
export function start({lang, currency, asOf, campaigns, views}: CampaignsStart): void {
  const locale = localeOf(lang, currency);
  const {t} = locale;
  const place = (selector: string) => document.querySelector<HTMLElement>(selector);
  const redraw = (selector: string, markup: unknown) => {
    const element = place(selector);
    if (element) element.innerHTML = String(markup);
  };
  const write = (selector: string, text: string) => {
    const element = place(selector);
    if (element) element.textContent = text;
  };
  place("#campaigns [data-action=csv]")?.addEventListener("click", () =>
    takeTable("campaigns", campaignsCsv(campaigns), asOf)
  );
  const [first] = views;
  if (!first) return;
  let shown = first;
  const dimensions = views.flatMap((view) => view.dimensions.map(({dimension}) => dimension as string));
  const spec = {
    campaign: {fallback: first.id, known: views.map(({id}) => id)},
    by: {fallback: dimensionOf(first)?.dimension ?? "", known: dimensions}
  };
  bindFilters(spec, ({campaign, by}, unknown) => {
    shown = views.find(({id}) => id === campaign) ?? first;
    for (const name of ["uplift", "segments"]) write(`[data-${name}-name]`, shown.name);
    redraw("[data-uplift]", upliftBody(shown, locale));
    redraw("[data-segments]", segmentBody(dimensionOf(shown, by), locale));
    write("[data-uplift-note]", upliftNote(shown, locale));
    write(
      "[data-filter-line]",
      [
        shown !== first && `${t("Details of ", "详情：")}${shown.name}`,
        unknown.length > 0 &&
          t(`unknown value of ${unknown.join(", ")}: shown as usual`, `${unknown.join("、")} 的值未知：按默认显示`)
      ]
        .filter(Boolean)
        .join(" · ")
    );
  });
  place("#by-segment [data-action=csv]")?.addEventListener("click", () =>
    takeTable("campaign-segments", segmentsCsv(shown), asOf, shown === first ? "" : `campaign=${shown.id}`)
  );
}
