/** What a lead says, as fields of its contract, and the features that read it. */
export const leadFields = {
  email: ["has_email", "is_free_mail"],
  phone: ["has_phone"],
  customer_name: ["has_name"],
  company: ["has_company"],
  country: ["country_rate"],
  region: ["region_rate"],
  city: [],
  industry: ["industry_rate"],
  job_title: ["job_rate"],
  employees: ["size_rate"],
  product_interest: ["product_rate"],
  rating: ["rating_rate"],
  lead_source: ["source_rate"],
  campaign: ["campaign_rate"],
  owner: ["owner_load"],
  team: ["team_rate"],
  lead_status: [],
  converted_at: [],
  customer_key: [],
  opportunity_id: []
} as const;
export type LeadField = keyof typeof leadFields;

/** Fields that the conversion itself writes. */
export const outcomeFields = ["lead_status", "converted_at", "customer_key", "opportunity_id"] as const;

/** Fields of which only it is asked whether they are filled: what they say is a person's, or as many as leads. */
export const presenceFields = ["email", "phone", "customer_name", "company"] as const;

/** Decided leads of either end that a verdict needs, at least. */
export const leastDecided = 20;
/** A field is filled after the outcome where it is so many times as often filled at one end as at the other, by the near ends of their intervals. */
export const mostTimes = 5;
/** And it tells alone where its own area under the curve is surely over this. */
export const mostAuc = 0.9;

/** What was found out about a field. */
export const leakFindings = [
  "outcome",
  "filled_after",
  "filled_lost",
  "tells_alone",
  "too_few",
  "empty",
  "none"
] as const;
