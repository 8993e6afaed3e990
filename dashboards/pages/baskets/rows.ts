import type {martBasketSummary} from "../../../models/marts/mart_basket_summary.ts";
import type {martItemPair} from "../../../models/marts/mart_item_pair.ts";
import type {martItemRule} from "../../../models/marts/mart_item_rule.ts";
import type {martNextItem} from "../../../models/marts/mart_next_item.ts";
import type {martRecommendationTest} from "../../../models/marts/mart_recommendation_test.ts";
import type {martReplenishmentDue} from "../../../models/marts/mart_replenishment_due.ts";
import type {martReplenishmentTest} from "../../../models/marts/mart_replenishment_test.ts";
import type {RowOf} from "../../../models/model.ts";

export type Summary = RowOf<typeof martBasketSummary>;
export type PairRow = RowOf<typeof martItemPair>;
export type RuleRow = RowOf<typeof martItemRule>;
export type TestRow = RowOf<typeof martRecommendationTest>;
export type OfferRow = RowOf<typeof martNextItem>;
export type DueRow = RowOf<typeof martReplenishmentDue>;
export type RhythmRow = RowOf<typeof martReplenishmentTest>;

/** What the page is made of. */
export interface BasketsData {
  summary: Summary | undefined;
  pairs: readonly PairRow[];
  rules: readonly RuleRow[];
  tests: readonly TestRow[];
  offers: readonly OfferRow[];
  due: readonly DueRow[];
  rhythm: readonly RhythmRow[];
}
