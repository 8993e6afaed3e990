/** What may be done about a customer, the most urgent first: equals of one list stand in this order. */
export const actions = [
  "complaint",
  "detractor",
  "notice",
  "follow_up",
  "deal",
  "renewal",
  "churn_call",
  "replenishment",
  "points_expiring",
  "win_back",
  "anniversary",
  "birthday"
] as const;
export type Action = (typeof actions)[number];

/**
 * What an action needs of the customer.
 *
 * service: nothing, it goes on with what the customer began or has with us; call: no refusal of calls; message: a channel that the customer
 * agreed to, with an address, and fewer messages lately than the configuration allows.
 */
export const actionNeeds: Readonly<Record<Action, "service" | "call" | "message">> = {
  complaint: "service",
  detractor: "service",
  notice: "service",
  follow_up: "service",
  deal: "service",
  renewal: "service",
  churn_call: "call",
  replenishment: "message",
  points_expiring: "message",
  win_back: "message",
  anniversary: "message",
  birthday: "message"
};

/** Ways to a customer, the gentlest first. */
export const ways = ["email", "text", "call", "none"] as const;
