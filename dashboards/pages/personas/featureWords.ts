import type {PersonaFeature} from "../../../models/personas/catalogue.ts";
import type {Locale} from "../../format/locale.ts";

type Said = readonly [en: string, zh: string];

interface FeatureWords {
  name: Said;
  /** What customers are who have more of it than the others, and less. */
  more: Said;
  less: Said;
}

const words: Record<PersonaFeature, FeatureWords> = {
  recency_days: {
    name: ["Days since last order", "距最近订单天数"],
    more: ["long quiet", "久未下单"],
    less: ["ordered lately", "近期有单"]
  },
  orders: {name: ["Orders", "订单数"], more: ["many orders", "订单多"], less: ["few orders", "订单少"]},
  average_order_value: {
    name: ["Order value", "客单价"],
    more: ["high order value", "客单价高"],
    less: ["low order value", "客单价低"]
  },
  units_per_order: {
    name: ["Units an order", "每单件数"],
    more: ["large baskets", "每单件数多"],
    less: ["small baskets", "每单件数少"]
  },
  tenure_days: {
    name: ["Days since first order", "距首单天数"],
    more: ["long-standing", "老客户"],
    less: ["recently won", "新近获客"]
  },
  categories: {name: ["Categories", "品类数"], more: ["many categories", "品类多"], less: ["few categories", "品类少"]},
  refund_share: {name: ["Refunded", "退款占比"], more: ["many refunds", "退款多"], less: ["few refunds", "退款少"]},
  tickets: {name: ["Tickets", "工单数"], more: ["many tickets", "工单多"], less: ["few tickets", "工单少"]},
  last_nps_score: {
    name: ["NPS score", "NPS 评分"],
    more: ["high NPS score", "NPS 评分高"],
    less: ["low NPS score", "NPS 评分低"]
  },
  opened_share: {
    name: ["Messages opened", "消息打开率"],
    more: ["opens messages", "常开消息"],
    less: ["rarely opens messages", "少开消息"]
  }
};

/** The name of a feature. */
export const featureName = (feature: PersonaFeature, {t}: Pick<Locale, "t">): string => t(...words[feature].name);

/** What a persona is called, from its traits as mart_persona has them: "Many orders, ordered lately". */
export function personaName(traits: string, {t}: Pick<Locale, "t">): string {
  const said = traits
    .split(" ")
    .filter(Boolean)
    .map((trait) => {
      const {more, less} = words[trait.slice(0, -1) as PersonaFeature];
      return t(...(trait.endsWith("+") ? more : less));
    });
  if (!said.length) return t("Nothing stands out", "无突出特征");
  return said.join(t(", ", "、")).replace(/^\p{L}/u, (first) => first.toUpperCase());
}

const shares: readonly PersonaFeature[] = ["refund_share", "opened_share"];

/** A value of a feature in its own unit. */
export function featureValue(feature: PersonaFeature, value: number | null, {f}: Pick<Locale, "f">): string {
  if (feature === "average_order_value") return f.moneyExact(value, 0);
  if (shares.includes(feature)) return f.share(value, 0);
  return f.number(value, value !== null && Math.abs(value) < 10 && feature !== "recency_days" ? 1 : 0);
}
