import type {Context} from "../../context.ts";
import type {Lang} from "../../format/lang.ts";
import {takenOf, type Taken} from "./csvFiles.ts";
import type {CampaignsData} from "./rows.ts";
import {MOST_TAKEN, newestFirst} from "./shown.ts";
import {viewsOf, type CampaignView} from "./views.ts";

/** What the browser code of the page starts with. */
export interface CampaignsStart {
  lang: Lang;
  currency: string;
  /** ISO day. */
  asOf: string;
  campaigns: Taken[];
  views: CampaignView[];
}

export const campaignsStart = (data: CampaignsData, c: Context): CampaignsStart => ({
  lang: c.lang,
  currency: c.currency,
  asOf: c.f.iso(c.asOf),
  campaigns: takenOf(newestFirst(data.campaigns).slice(0, MOST_TAKEN), c.minCell),
  views: viewsOf(data, c)
});
