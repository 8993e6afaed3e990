import {inBuildOrder} from "../../../models/compile.ts";
import {martBasketSummary} from "../../../models/marts/mart_basket_summary.ts";
import {martItemPair} from "../../../models/marts/mart_item_pair.ts";
import {martItemRule} from "../../../models/marts/mart_item_rule.ts";
import {martNextItem} from "../../../models/marts/mart_next_item.ts";
import {martReplenishmentDue} from "../../../models/marts/mart_replenishment_due.ts";
import type {Model} from "../../../models/model.ts";
import type {Settings} from "../../../models/settings.ts";

/** What a configuration says that says nothing of baskets. */
export const settings = {
  zone: "UTC",
  pseudonymKey: "benchmark",
  baskets: {leastSupport: null, leastConfidence: 0.2, mostItems: 3},
  actions: {aheadDays: 14}
} as Settings;

/** Baskets as numbers, which all that follows reads; what is bought together; what is bought next. What is generated stands for the models before these. */
const parts = {
  numbers: /^int_(item|basket|basket_item)$/,
  rules: /^(int_item_set|mart_item_(rule|pair))$/,
  next: /^(int_(item_neighbour|recommendation_test|replenishment)|mart_(next_\w+|recommendation_test|replenishment_\w+|basket_summary))$/
};

export const modelsOf = (part: keyof typeof parts) =>
  inBuildOrder([
    martBasketSummary,
    martItemPair,
    martItemRule,
    martNextItem,
    martReplenishmentDue
  ] as unknown as Model[]).filter(({name}) => parts[part].test(name));
