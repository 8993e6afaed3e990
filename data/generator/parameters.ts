/**
 * The known truth behind the sample company: every constant a statistic computed from its exports should recover.
 *
 * Purchases follow the MBG/NBD story (Batislam, Denizel & Filiztekin 2007): a customer orders at a rate λ ~ Gamma(r, α)
 * per week and, after each order, the first included, leaves for good with probability p ~ Beta(a, b). With
 * `dropsOutAfterFirst` false it is the BG/NBD of Fader, Hardie & Lee (2005). Order values are Gamma(p, ν) with
 * ν ~ Gamma(q, γ) (Fader & Hardie 2013) before they are filled with real prices. Season moves baskets, never the rate.
 */
export interface Parameters {
  /** Shape of the order rate. */
  r: number;
  /** Rate parameter of the order rate, in weeks: the mean rate is r / α orders a week. */
  alpha: number;
  a: number;
  b: number;
  dropsOutAfterFirst: boolean;
  /** Gamma–Gamma: the mean order value is p γ / (q − 1), in pounds before tax and shipping. */
  spendP: number;
  spendQ: number;
  spendGamma: number;
  /** Share of orders that arrive late or broken. */
  failureShare: number;
  /** What a failed order multiplies the dropout probability of that order by. */
  failureFactor: number;
  /** Points a failure in the twelve months before a survey takes off its 0–10 answer. */
  failurePoints: number;
  /** What being acquired through paid social since `paidSocialSince` multiplies every dropout probability by. */
  paidSocialFactor: number;
  paidSocialSince: string;
  /** Mean probability that an invited customer answers a survey wave. */
  answerShare: number;
  /** Share of customer records that have ordered at all. */
  buyerShare: number;
  /** Growth of acquisition, month on month. */
  monthlyGrowth: number;
}

/** No dropout probability exceeds this, whatever the factors. */
export const DROPOUT_CEILING = 0.97;

export const PARAMETERS: Readonly<Parameters> = {
  r: 1.7,
  alpha: 10.8,
  a: 0.86,
  b: 3.4,
  dropsOutAfterFirst: true,
  spendP: 6.25,
  spendQ: 3.74,
  spendGamma: 18.4,
  failureShare: 0.08,
  failureFactor: 3,
  failurePoints: 3.2,
  paidSocialFactor: 3,
  paidSocialSince: "2025-12-01",
  answerShare: 0.17,
  buyerShare: 0.89,
  monthlyGrowth: 0.026
};
