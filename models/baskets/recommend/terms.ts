/** What a regression reads of a candidate, as SQL over its columns, by name. */
export type Terms = Readonly<Record<string, string>>;

/** How near the item is to what the customer bought, how many customers buy it, how many of them again, and how busy the customer is. */
const both: Terms = {
  nearness: "ln(0.01 + nearness)",
  near_share: "ln(0.001 + near_share)",
  share_30: "ln(0.0005 + share_30)",
  share_90: "ln(0.0005 + share_90)",
  repeat_share: "ln(0.02 + repeat_share)",
  buyer_days: "ln(buyer_days)",
  buyer_recency: "ln(1 + buyer_recency / 30.0)"
};

/** Of an item that the customer has bought before: also how often, how lately, and where it stands in its own rhythm. */
const again: Terms = {
  ...both,
  days: "ln(days)",
  rate: "ln(days / (1 + age / 30.0))",
  recency: "ln(1 + recency / 30.0)",
  gap: "case when gap is null then 0 else ln((1 + recency) / (1 + gap)) end",
  is_due: "case when recency between 0.5 * gap and 1.5 * gap then 1 else 0 end"
};

/** Of one that the customer has not. */
const fresh: Terms = {...both, buyer_items: "ln(buyer_items)"};

/** Of a customer, whether they buy anything at all. */
const back: Terms = {
  buyer_days: both.buyer_days!,
  buyer_recency: both.buyer_recency!,
  buyer_items: fresh.buyer_items!
};

export const terms = {again, fresh, back} as const;
export type Side = keyof typeof terms;

/** What each side learns from: of those who came back, which items they bought; of everybody, who came back. */
export const lessons: Record<Side, {outcome: string; from: string}> = {
  again: {outcome: "is_bought", from: "outcome where is_back and days is not null"},
  fresh: {outcome: "is_bought", from: "outcome where is_back and days is null"},
  back: {outcome: "is_back", from: "outcome qualify row_number() over (partition by customer order by item) = 1"}
};
