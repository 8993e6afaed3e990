import {html, key, quadrants, tooFew, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import type {KanoView} from "./features.ts";
import {categories, categoryName, toneOf} from "./words.ts";

/** Better against worse with intervals; a hollow dot is a category that is not clear. */
export function plot({features}: KanoView, locale: Locale): Html {
  const {t, f} = locale;
  const shown = features.filter(({better, worse}) => better !== null && worse !== null);
  if (!shown.length)
    return tooFew({
      title: t("Nothing to place", "无可绘制"),
      text: t("No answer says how a feature would please or be missed.", "没有作答能说明功能带来的满意或缺失感。")
    });
  const points = shown.map((row) => ({
    name: row.feature,
    x: -row.worse!,
    y: row.better!,
    xLow: -row.worse_high!,
    xHigh: -row.worse_low!,
    yLow: row.better_low!,
    yHigh: row.better_high!,
    tone: toneOf[row.category],
    hollow: !row.is_clear
  }));
  const said = points.map(({name, x, y}) => `${name} ${f.number(y, 2)}, ${f.number(-x, 2)}`).join(t("; ", "；"));
  const occurring = categories.filter((category) => shown.some((row) => row.category === category));
  return html`${quadrants({
      label: t(`Better and worse of each feature: ${said}`, `各功能的 better 与 worse：${said}`),
      points,
      names: [
        categoryName("attractive", locale),
        categoryName("one_dimensional", locale),
        categoryName("indifferent", locale),
        categoryName("must_be", locale)
      ],
      x: t("missed when absent (worse) →", "缺失时不满（worse）→"),
      y: t("↑ pleases when there (better)", "↑ 具备时满意（better）"),
      format: (share) => f.number(share, share % 0.5 ? 2 : 1)
    })}
    <p class="note">
      ${occurring.map((category) => key("dot", categoryName(category, locale), toneOf[category]))}
      ${shown.some((row) => !row.is_clear) && key("ring", t("category not clear", "类别不明确"), "ink")}
    </p>`;
}
