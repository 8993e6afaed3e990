import type {ClusterState} from "../../../models/personas/choose.ts";
import type {Locale} from "../../format/locale.ts";

const words: Record<ClusterState, readonly [string, string]> = {
  chosen: ["chosen", "已选"],
  stable: ["stable, not chosen", "稳定，未选"],
  unstable: ["not found again", "不能重现"],
  smooth: ["no more than smooth variation", "与平滑变化无异"],
  tiny: ["a group under 2%", "有组不足 2%"]
};

/** What is to be said of a number of groups. */
export const stateWords = (state: ClusterState, {t}: Pick<Locale, "t">): string => t(...words[state]);
