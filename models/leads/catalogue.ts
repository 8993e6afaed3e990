/** What a reason is about: features that say one thing in several ways share a theme. */
export const themes = [
  "age",
  "source",
  "place",
  "company",
  "person",
  "contact",
  "offer",
  "rating",
  "team",
  "timing",
  "follow_up",
  "marketing",
  "web",
  "customer",
  "load"
] as const;
export type Theme = (typeof themes)[number];

/** A feature that a lead's chance is learnt from: its name, what it is about, and its value over int_lead_features, null where unknown. */
export interface Feature {
  id: string;
  theme: Theme;
  sql: string;
}

const own = (id: string, theme: Theme): Feature => ({id, theme, sql: id});
const flag = (id: string, theme: Theme): Feature => ({id, theme, sql: `cast(${id} as integer)`});

/** What is done about a lead: unknown within its first day, when there was no time for it. */
const later = (id: string, sql: string): Feature => ({
  id,
  theme: "follow_up",
  sql: `case when age_days >= 1 then ${sql} end`
});

/** The features of a lead, in their order. Who follows it up is none, only how many leads they got. */
export const catalogue: readonly Feature[] = [
  own("age_days", "age"),
  own("source_rate", "source"),
  own("campaign_rate", "offer"),
  own("product_rate", "offer"),
  own("country_rate", "place"),
  own("region_rate", "place"),
  own("industry_rate", "company"),
  own("size_rate", "company"),
  flag("has_company", "company"),
  own("job_rate", "person"),
  flag("has_name", "person"),
  flag("has_email", "contact"),
  flag("is_free_mail", "contact"),
  flag("has_phone", "contact"),
  own("rating_rate", "rating"),
  own("team_rate", "team"),
  own("created_hour", "timing"),
  own("created_weekday", "timing"),
  later("activities", "activities"),
  later("activities_7d", "activities_7d"),
  later("last_activity_days", "coalesce(last_activity_days, age_days)"),
  later("first_activity_days", "coalesce(first_activity_days, age_days)"),
  own("touches", "marketing"),
  own("answers", "marketing"),
  own("visits_30d", "web"),
  own("last_visit_days", "web"),
  own("orders", "customer"),
  own("last_order_days", "customer"),
  own("earlier_leads", "customer"),
  own("owner_load", "load")
];

export const featureIds = catalogue.map(({id}) => id);
export const featureNames = featureIds.map((id) => `f_${id}`).join(", ");

/** The features as columns of doubles, by commas, over int_lead_features; null in every row for those that may not be learnt from. */
export const featureSql = (refused: ReadonlySet<string>): string =>
  catalogue.map(({id, sql}) => `cast(${refused.has(id) ? "null" : sql} as double) as f_${id}`).join(", ");
