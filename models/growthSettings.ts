import type {Config} from "../ingest/config.ts";
import type {Settings} from "./settings.ts";

type Growth = "pipeline" | "campaigns" | "loyalty" | "baskets" | "audiences" | "actions";

/** What a configuration says about selling to customers, as the models read it. */
export const growthSettings = ({
  pipeline,
  campaigns,
  loyalty,
  baskets,
  audiences,
  actions
}: Pick<Config, Growth>): Pick<Settings, Growth> => ({
  pipeline: {stages: pipeline.stages, targets: pipeline.targets, staleDays: pipeline.stale_days},
  campaigns: {windowDays: campaigns.window_days, controlShare: campaigns.control_share},
  loyalty: {
    pointValue: loyalty.point_value,
    expiryDays: loyalty.expiry_days,
    breakage: loyalty.breakage,
    tiers: loyalty.tiers,
    windowDays: loyalty.window_days,
    graceDays: loyalty.grace_days
  },
  baskets: {leastSupport: baskets.min_support, leastConfidence: baskets.min_confidence, mostItems: baskets.most_items},
  audiences: audiences.map(({control_share, ...rest}) => ({...rest, controlShare: control_share})),
  actions: {
    aheadDays: actions.ahead_days,
    lapsedDays: actions.lapsed_days,
    pressure: actions.pressure,
    withoutOwner: actions.without_owner
  }
});
