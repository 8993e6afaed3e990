import type {Locale} from "../../format/locale.ts";
import {aheadWords} from "./aheadWords.ts";
import type {HoldOut} from "./holdOut.ts";
import {modelWords} from "./modelWords.ts";

/** How much less or more the chosen model erred than the better simple forecast, as a clause without its stop. */
export function comparedWords({chosen, rival, difference, isWorse}: HoldOut, locale: Locale): string {
  const {t, f} = locale;
  const [own, other] = [modelWords(chosen.model, locale), modelWords(rival.model, locale)];
  const span = aheadWords(chosen.horizon_days, locale);
  const size = f.share(Math.abs(difference), 0);
  const simple = rival.model === "naive" ? t("each customer’s own pace so far", other) : t("one mean for all", other);
  if (isWorse && Math.abs(difference) < 0.005)
    return t(
      `on ${span} held out, ${own} erred no less than ${simple}`,
      `在留出的 ${span}上，${own} 的误差不小于${simple}`
    );
  return t(
    `on ${span} held out, ${own} erred ${size} ${isWorse ? "more" : "less"} than ${simple}`,
    `在留出的 ${span}上，${own} 的误差比${simple}${isWorse ? "大" : "小"} ${size}`
  );
}
