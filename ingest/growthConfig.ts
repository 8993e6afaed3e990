import {z} from "zod";

const word = z.string().trim().min(1);
const month = /^\d{4}-(0[1-9]|1[0-2])$/;
const quarter = /^\d{4}-Q[1-4]$/;

export const pipelineSchema = z
  .strictObject({
    stages: z
      .record(z.string(), z.array(word).min(2))
      .default({})
      .describe("Open stages of a pipeline in their order; a pipeline that is not named is ordered by its history."),
    targets: z
      .array(
        z.strictObject({
          period: z
            .string()
            .refine((text) => month.test(text) || quarter.test(text), "a month such as 2026-04 or a quarter, 2026-Q2")
            .describe("The month or quarter."),
          team: word.nullable().default(null).describe("Of one team; null: of all."),
          amount: z.number().positive().describe("Amount to be won in it.")
        })
      )
      .default([])
      .superRefine((all, context) =>
        all.forEach(({period, team}, i) => {
          if (all.findIndex((other) => other.period === period && other.team === team) === i) return;
          const message = `a second target of ${team ?? "all"} for ${period}; keep one`;
          context.addIssue({code: "custom", path: [i, "period"], message});
        })
      )
      .describe("What is to be won."),
    stale_days: z
      .int()
      .positive()
      .default(60)
      .describe("Open without a change of stage or an activity for longer is stale.")
  })
  .prefault({})
  .describe("Sales opportunities.");

export const campaignsSchema = z
  .strictObject({
    window_days: z
      .int()
      .min(1)
      .max(365)
      .default(30)
      .describe(
        "Orders on the day of a message, from the message on, and in so many days after it count as its answer."
      ),
    control_share: z
      .number()
      .min(0)
      .max(0.9)
      .nullable()
      .default(null)
      .describe("Share held back as control by plan; null: not planned, so no ratio to check.")
  })
  .prefault({})
  .describe("Campaigns and experiments.");

const tier = z
  .strictObject({
    tier: word.describe("Its name."),
    points: z.number().min(0).nullable().default(null).describe("Points earned within the window."),
    revenue: z.number().min(0).nullable().default(null).describe("Net revenue within the window.")
  })
  .refine(
    ({points, revenue}) => (points === null) !== (revenue === null),
    "a tier is reached by points or by revenue; give one of them"
  );

export const loyaltySchema = z
  .strictObject({
    point_value: z
      .number()
      .positive()
      .nullable()
      .default(null)
      .describe("What a point is worth when redeemed, in the company's currency; null: points only."),
    expiry_days: z
      .int()
      .positive()
      .nullable()
      .default(null)
      .describe("Points expire so many days after they were earned; null: as the ledger says."),
    breakage: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .default(null)
      .describe("Share of points that will never be redeemed; null: learnt from points that have run their course."),
    tiers: z
      .array(tier)
      .default([])
      .superRefine((tiers, context) => {
        tiers.forEach(({tier, points, revenue}, i) => {
          const before = tiers[i - 1];
          if (tiers.findIndex((other) => other.tier === tier) < i)
            context.addIssue({
              code: "custom",
              path: [i, "tier"],
              message: `a second tier "${tier}"; give each a name of its own`
            });
          if (!before) return;
          if ((before.points === null) !== (points === null))
            context.addIssue({code: "custom", path: [i], message: "tiers are all by points or all by revenue"});
          else if ((before.points ?? before.revenue)! >= (points ?? revenue)!)
            context.addIssue({code: "custom", path: [i], message: "tiers rise; put the lowest first"});
        });
      })
      .describe("Tiers from the lowest to the highest; empty: as the ledger names them."),
    window_days: z.int().positive().default(365).describe("What counts for a tier is of the last so many days."),
    grace_days: z.int().min(0).default(0).describe("A tier is kept so many days after it is no longer met.")
  })
  .prefault({})
  .describe("The points programme.");

export const basketsSchema = z
  .strictObject({
    min_support: z
      .number()
      .gt(0)
      .lt(1)
      .nullable()
      .default(null)
      .describe("Least share of baskets of a set; null: from the number of baskets."),
    min_confidence: z.number().min(0).max(1).default(0.2).describe("Least confidence of a rule."),
    most_items: z.int().min(2).max(5).default(3).describe("Items of the longest set.")
  })
  .prefault({})
  .describe("What is bought together.");

export const actionsSchema = z
  .strictObject({
    ahead_days: z.int().min(0).default(14).describe("What falls due within so many days is listed."),
    lapsed_days: z.int().min(0).default(30).describe("What fell due longer ago is no longer listed."),
    pressure: z
      .strictObject({messages: z.int().min(1), days: z.int().min(1)})
      .prefault({messages: 4, days: 30})
      .describe("No more messages to a customer than so many in so many days."),
    without_owner: z.int().min(1).default(500).describe("Longest list of those whom nobody looks after.")
  })
  .prefault({})
  .describe("The list of what to do next.");
