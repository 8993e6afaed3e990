/** Features by which customers are told apart, the columns of int_persona_feature beside the key, with the scale on which they are compared. */
const scales = {
  recency_days: "log",
  orders: "log",
  average_order_value: "log",
  units_per_order: "log",
  tenure_days: "log",
  categories: "log",
  refund_share: "plain",
  tickets: "log",
  last_nps_score: "plain",
  opened_share: "plain"
} as const;

export type PersonaFeature = keyof typeof scales;
export const personaFeatures = Object.keys(scales) as [PersonaFeature, ...PersonaFeature[]];

/** Whether a feature is compared as ln(1 + x), so that ten differs from a hundred as one from ten. */
export const isLog = (feature: PersonaFeature): boolean => scales[feature] === "log";

/** SQL of a feature on its scale, a double; null where it is not known. */
export const onScaleSql = (feature: PersonaFeature): string =>
  isLog(feature) ? `ln(1 + greatest("${feature}", 0)::double)` : `"${feature}"::double`;
