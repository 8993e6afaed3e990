import {z} from "zod";

const days = z.int().positive().nullable().default(null);

export const lifecycleSchema = z
  .strictObject({
    slipping_days: days.describe("Silence from which a customer is slipping; null: from the base's own gaps."),
    dormant_days: days.describe("Silence from which a customer is dormant; null: the churn horizon."),
    lost_days: days.describe("Silence from which a customer is lost; null: from the base's own gaps."),
    loyal_purchase_days: z.int().min(2).default(4).describe("Purchase days from which a customer in rhythm is loyal.")
  })
  .refine(
    ({slipping_days: a, dormant_days: b, lost_days: c}) =>
      (a === null || b === null || a <= b) &&
      (b === null || c === null || b <= c) &&
      (a === null || c === null || a <= c),
    "slipping_days ≤ dormant_days ≤ lost_days"
  )
  .prefault({});

export const warningsSchema = z
  .strictObject({
    silence_times: z.number().gt(1).default(2).describe("Silent for so many times the own median gap."),
    value_fall: z.number().gt(0).lt(1).default(0.5).describe("Mean order value fell by this share of what it was."),
    slowing_times: z.number().gt(1).default(2).describe("Last gap so many times the own median gap."),
    complaints: z.int().positive().default(2).describe("So many tickets within the days below."),
    complaint_days: z.int().positive().default(60),
    low_score_nps: z.int().min(0).max(10).default(6).describe("Last NPS answer at most this.")
  })
  .prefault({})
  .describe("Plain rules that warn of churn, beside or instead of a model.");

export const churnSchema = z
  .strictObject({
    horizon_days: z
      .int()
      .positive()
      .nullable()
      .default(null)
      .describe("null: 90th percentile of the gaps between purchases, in whole weeks."),
    snapshots: z.int().min(3).max(60).default(24),
    calls_per_day: z.int().positive().default(12).describe("How many customers the team can call in a day."),
    warnings: warningsSchema
  })
  .prefault({});

export const valueSchema = z
  .strictObject({
    horizon_days: z.int().min(7).max(3660).default(365).describe("How far ahead lifetime value looks."),
    discount_rate: z.number().min(0).lt(1).default(0.1).describe("A year's discount of money to come: 0.1 is 10 %."),
    model: z
      .enum(["auto", "bg_nbd", "mbg_nbd", "pareto_nbd"])
      .default("auto")
      .describe("auto: the one that foretells held-out purchases best.")
  })
  .prefault({})
  .describe("Customer lifetime value.");
