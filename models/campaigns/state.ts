import {mismatchBelow, sampleRatio} from "../statistics/experiments/sampleRatio.ts";
import {leastArm} from "./effects.ts";

export const campaignStates = ["effect", "response", "mismatch", "too_few", "undated", "ahead", "no_list"] as const;
export type CampaignState = (typeof campaignStates)[number];

/** Customers of a campaign: all in one arm, dated or not, and those that are measured. */
export interface Sizes {
  treated: number;
  control: number;
  /** Touches after as_of. */
  ahead: number;
  measuredTreated: number;
  measuredControl: number;
}

/** The p-value of arms as uneven as these; null where no share was planned, or nobody was held back. */
export const ratioOf = ({treated, control}: Pick<Sizes, "treated" | "control">, planned: number | null) =>
  planned === null || planned <= 0 || control === 0 ? null : sampleRatio([treated, control], [1 - planned, planned]);

/**
 * What may be said of a campaign: nothing before it came, without the list of whom it reached or without a day; without anybody held back that customers
 * responded; nothing more where arms are not of the planned sizes or too small; else its effect.
 */
export function stateOf(sizes: Sizes, ratio: number | null): CampaignState {
  const {treated, control, ahead, measuredTreated, measuredControl} = sizes;
  if (treated + control === 0) return ahead > 0 ? "ahead" : "no_list";
  if (measuredTreated + measuredControl === 0) return "undated";
  if (control === 0) return "response";
  if (ratio !== null && ratio < mismatchBelow) return "mismatch";
  return Math.min(measuredTreated, measuredControl) < leastArm ? "too_few" : "effect";
}
