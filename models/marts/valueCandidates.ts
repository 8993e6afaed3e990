/** What foretells held-out purchase days, with the column of it in int_purchase_expectation. */
export const candidates = ["bg_nbd", "mbg_nbd", "pareto_nbd", "naive", "base"] as const;
export type ValueCandidate = (typeof candidates)[number];

export const daysOf = {
  bg_nbd: "bg_days",
  mbg_nbd: "mbg_days",
  pareto_nbd: "pareto_days",
  naive: "naive_days"
} as const;
