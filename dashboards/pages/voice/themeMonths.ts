import {ramp, tileTable, html, panel, tooFew, type Html, type Tile} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {ThemeMonthRow, ThemeRow} from "./rows.ts";
import {shownThemes, themeLabel} from "./themes.ts";

/** Themes and months that the table shows. */
const [THEMES, MONTHS] = [7, 12];

/** Eight rising limits up to the largest share. */
export const sharesUpTo = (largest: number): number[] =>
  [0.5, 1, 2, 3, 4, 5, 6, 7].map((step) => (Math.max(largest, 0.01) * step) / 8);

/** How often each theme is named, month by month; the running month carries a mark. */
export function themeMonthPanel(given: readonly ThemeRow[], rows: readonly ThemeMonthRow[], c: Context): Html | false {
  const {t, f, minCell} = c;
  const themes = shownThemes(given, minCell)
    .filter(({parent}) => parent === null)
    .slice(0, THEMES);
  if (!themes.length) return false;
  const title = t("Which themes grow?", "哪些主题在增长？");
  const frame = {span: 6, id: "theme-months", title} as const;
  const months = [...new Set(rows.map(({said_month: on}) => +on))].toSorted((a, b) => a - b).slice(-MONTHS);
  if (months.length < 2)
    return panel({
      ...frame,
      body: tooFew({
        title: t("Too short a history", "历史过短"),
        text: t("A course needs texts of two months at least.", "至少需要两个月的文本。")
      })
    });
  const at = new Map(rows.map((row) => [`${row.theme} ${+row.said_month}`, row]));
  const shares = themes.flatMap(({theme}) => months.map((month) => at.get(`${theme} ${month}`)?.share ?? 0));
  const largest = Math.max(...shares);
  const texts = new Map(rows.map((row) => [+row.said_month, row]));
  const cell = (theme: string, month: number): Tile | "withheld" | null => {
    const all = texts.get(month)!;
    if (isWithheld(all.verbatims, Math.max(minCell, 1))) return "withheld";
    const row = at.get(`${theme} ${month}`);
    return {value: row?.share ?? 0, text: f.number((row?.share ?? 0) * 100)};
  };
  return panel({
    ...frame,
    sub: t("Share of each month's texts that name the theme, per cent", "各月文本中提及该主题的占比（%）"),
    body: tileTable(
      {
        caption: title,
        corner: t("Theme", "主题"),
        columns: months.map((month) => `${f.axisMonth(new Date(month))}${texts.get(month)!.is_partial ? "*" : ""}`),
        rows: themes.map((theme) => ({
          name: themeLabel(theme, c),
          cells: months.map((month) => cell(theme.theme, month))
        })),
        breaks: sharesUpTo(largest),
        plain: true
      },
      c
    ),
    note: html`${ramp(t("Share", "占比"), "0%", f.share(largest, 0))}<span
        >${months.some((month) => texts.get(month)!.is_partial) && t("* still running. ", "* 进行中。")}${t("– : too few texts.", "“–”：文本过少。")}</span
      >`
  });
}
