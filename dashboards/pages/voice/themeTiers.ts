import {html, panel, ramp, tileTable, type Html, type Tile} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {segmentName} from "../customers/words.ts";
import type {ThemeRow, ThemeTierRow} from "./rows.ts";
import {sharesUpTo} from "./themeMonths.ts";
import {shownThemes, themeLabel} from "./themes.ts";

/** Themes and segments that the table shows. */
const [THEMES, SEGMENTS] = [7, 7];

/** Who writes about what: the share of the speakers of a segment who name the theme. */
export function themeTierPanel(given: readonly ThemeRow[], rows: readonly ThemeTierRow[], c: Context): Html | false {
  const {t, f, minCell} = c;
  const themes = shownThemes(given, minCell)
    .filter(({parent}) => parent === null)
    .slice(0, THEMES);
  const customers = new Map<string, number>();
  for (const row of rows) customers.set(row.segment, row.speakers);
  const segments = [...customers]
    .filter(([, n]) => !isWithheld(n, minCell))
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, SEGMENTS)
    .map(([segment]) => segment);
  if (!themes.length || !segments.length) return false;
  const at = new Map(rows.map((row) => [`${row.theme} ${row.segment}`, row]));
  const shares = themes.flatMap(({theme}) => segments.map((segment) => at.get(`${theme} ${segment}`)?.share ?? 0));
  const largest = Math.max(...shares);
  const title = t("Who writes about what?", "谁在写什么？");
  const cell = (theme: string, segment: string): Tile | "withheld" | null => {
    const row = at.get(`${theme} ${segment}`);
    if (!row) return null;
    if (isWithheld(row.customers, minCell)) return "withheld";
    return {value: row.share, text: f.number(row.share * 100)};
  };
  return panel({
    span: 6,
    id: "theme-tiers",
    title,
    sub: t(
      "Share of a segment's customers who said anything that name the theme, per cent",
      "各分群有原话的客户中提及该主题的占比（%）"
    ),
    body: tileTable(
      {
        caption: title,
        corner: t("Theme", "主题"),
        columns: segments.map((segment) => (segment === "unknown" ? t("Unknown", "未知") : segmentName(segment, t))),
        rows: themes.map((theme) => ({
          name: themeLabel(theme, c),
          cells: segments.map((segment) => cell(theme.theme, segment))
        })),
        breaks: sharesUpTo(largest),
        plain: true
      },
      c
    ),
    note: html`${ramp(t("Share", "占比"), "0%", f.share(largest, 0))}${minCell > 1 && t(`– : fewer than ${f.count(minCell)} customers.`, `“–”：少于 ${f.count(minCell)} 位客户。`)}`
  });
}
