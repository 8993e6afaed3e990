import type {Settings} from "../../models/settings.ts";

/** The usual settings of selling, as a configuration that says nothing of it has them. */
export const usualGrowth: Pick<Settings, "pipeline" | "campaigns" | "loyalty" | "baskets" | "audiences" | "actions"> = {
  pipeline: {stages: {}, targets: [], staleDays: 60},
  campaigns: {windowDays: 30, controlShare: null},
  loyalty: {pointValue: null, expiryDays: null, breakage: null, tiers: [], windowDays: 365, graceDays: 0},
  baskets: {leastSupport: null, leastConfidence: 0.2, mostItems: 3},
  audiences: [],
  actions: {aheadDays: 14, lapsedDays: 30, pressure: {messages: 4, days: 30}, withoutOwner: 500}
};
