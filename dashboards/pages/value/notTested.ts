import {tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {CandidateRow, SummaryRow} from "./rows.ts";
import {shortState} from "./shortState.ts";

/** Why nothing was tested: the history is too short to hold a part of it out, or what came before that part is too little to fit a model on. */
export function notTested(candidates: readonly CandidateRow[], summary: SummaryRow, c: Context): Html {
  const {t, f} = c;
  const chosen = candidates.find((row) => row.is_chosen);
  const why = chosen
    ? t(
        `The model could not be fitted without the ${f.days(chosen.horizon_days)} held out (${shortState(chosen.state, c)}).`,
        `留出 ${f.days(chosen.horizon_days)}后无法拟合模型（${shortState(chosen.state, c)}）。`
      )
    : t(
        `The history of ${f.days(summary.history_days)} is too short to hold a part of it out; it takes 84 days.`,
        `${f.days(summary.history_days)}的历史太短，无法留出一部分检验；需 84 天。`
      );
  return tooFew({
    title: t("Not tested", "未经检验"),
    text: `${why}${t(" Until then the forecast rests on the assumptions of the model alone.", "在此之前，预测只依据模型假设。")}`
  });
}
