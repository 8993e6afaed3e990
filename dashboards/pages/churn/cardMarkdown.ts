import type {Locale} from "../../format/locale.ts";
import type {CardRow} from "./cardRows.ts";
import type {Evidence} from "./evidence.ts";
import {measuresOf, shownValue} from "./measures.ts";
import {methodName, methods} from "./methodWords.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ").replaceAll("|", "\\|");

/** The model card for people: its terms, and the table of methods. */
export function cardMarkdown(
  rows: readonly CardRow[],
  evidence: Evidence | null,
  {asOf, minCell}: {asOf: Date; minCell: number},
  locale: Locale
): string {
  const {t, f} = locale;
  const measures = measuresOf(locale);
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(" | ")} |`;
  const tested = methods.flatMap((method) => evidence?.methods.filter((row) => row.method === method) ?? []);
  const table = tested.length
    ? [
        "",
        line([t("Held out", "留出检验"), ...measures.map(({name}) => name)]),
        line(["---", ...measures.map(() => "---:")]),
        ...tested.map((row) =>
          line([
            methodName(row.method, locale),
            ...measures.map((measure) => measure.write(shownValue(row, measure, minCell)))
          ])
        )
      ]
    : [];
  return [
    `# ${t("Model card: churn", "模型卡：流失")}`,
    "",
    t(`As of ${f.date(asOf)}.`, `截至 ${f.date(asOf)}。`),
    "",
    ...rows.map(([term, text]) => `- **${plain(term)}**${t(": ", "：")}${plain(text)}`),
    ...table,
    ""
  ].join("\n");
}
