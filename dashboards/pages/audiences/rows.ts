import type {martAudience} from "../../../models/marts/mart_audience.ts";
import type {martAudienceMonth} from "../../../models/marts/mart_audience_month.ts";
import type {RowOf} from "../../../models/model.ts";

export type AudienceRow = RowOf<typeof martAudience>;
export type AudienceMonthRow = RowOf<typeof martAudienceMonth>;

/** What the page is made of. */
export interface AudienceData {
  audiences: readonly AudienceRow[];
  months: readonly AudienceMonthRow[];
}
