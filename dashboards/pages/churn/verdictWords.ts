import type {Locale} from "../../format/locale.ts";
import type {Verdict} from "./verdict.ts";

/** The verdict in words: what it does not do comes first. */
export function verdictWords(verdict: Verdict, {t, f}: Locale): string {
  const {auc, recencyAuc, betterAuc, ranked, brier, baseBrier, betterBrier, snapshots} = verdict;
  const ranks = `${t("AUC", "AUC")} ${f.number(auc, 3)}${t(" against ", " 对 ")}${f.number(recencyAuc, 3)}`;
  const errs = `Brier ${f.number(brier, 3)}${t(" against ", " 对 ")}${f.number(baseBrier, 3)}`;
  const inRanked = t(`better in ${betterAuc} of ${ranked} snapshots`, `${ranked} 个快照中 ${betterAuc} 个更好`);
  const inErrs = t(`better in ${betterBrier} of ${snapshots}`, `${snapshots} 个中 ${betterBrier} 个更好`);
  const noRank = t(
    `It does not tell who leaves better than days of silence alone (${ranks}; ${inRanked}).`,
    `在判断谁会流失上，并不优于只看沉默天数（${ranks}；${inRanked}）。`
  );
  const rank = t(
    `It tells who leaves better than days of silence alone (${ranks}; ${inRanked}).`,
    `在判断谁会流失上，优于只看沉默天数（${ranks}；${inRanked}）。`
  );
  const noErr = t(
    `Its percentages err no less than one percentage for everybody (${errs}; ${inErrs}).`,
    `其概率的误差并不小于对所有人用同一比例（${errs}；${inErrs}）。`
  );
  const err = t(
    `Its percentages err less than one percentage for everybody (${errs}; ${inErrs}).`,
    `其概率的误差小于对所有人用同一比例（${errs}；${inErrs}）。`
  );
  const failures = [!verdict.ranksBetter && auc !== null && noRank, !verdict.errsLess && noErr];
  const successes = [verdict.ranksBetter && rank, verdict.errsLess && err];
  return [...failures, ...successes].filter(Boolean).join(t(" ", ""));
}
