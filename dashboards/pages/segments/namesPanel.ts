import {panel, table, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {segmentName} from "../customers/words.ts";
import type {CellRow, SegmentRow} from "./rows.ts";
import {segmentMeaning} from "./segmentWords.ts";

/** Scores in few signs: "R4–R5", or "R1, R3" where they are not neighbours. */
export function scoreRange(letter: string, scores: readonly number[]): string {
  const known = [...new Set(scores)].sort((a, b) => a - b);
  const [low, high] = [known[0]!, known.at(-1)!];
  if (known.length === 1) return `${letter}${low}`;
  if (high - low + 1 === known.length) return `${letter}${low}–${letter}${high}`;
  return known.map((score) => `${letter}${score}`).join(", ");
}

/** What the names of the segments mean. */
export function namesPanel(segments: readonly SegmentRow[], cells: readonly CellRow[], c: Context): Html {
  const {t, f} = c;
  const rows = segments.map(({segment}) => {
    const own = cells.filter((cell) => cell.segment === segment);
    const words = segmentMeaning(segment, c);
    const range = own.length
      ? `${scoreRange(
          "R",
          own.map((cell) => cell.recency_score)
        )} · ${scoreRange(
          "F",
          own.map((cell) => cell.frequency_score)
        )}`
      : f.missing;
    return [
      segmentName(segment, t),
      range,
      words?.meaning ?? t("named in your configuration", "由您的配置命名"),
      words?.step ?? f.missing
    ];
  });
  return panel({
    title: t("What do the names mean?", "这些名称是什么意思？"),
    sub: t(
      "A name stands for cells of recency × frequency score; names and cells are set in perennial.config.ts",
      "每个名称对应若干近度×频度得分的单元格；名称与范围在 perennial.config.ts 中设定"
    ),
    body: table({
      caption: t("Segments and their meaning", "分群及其含义"),
      columns: [
        t("Segment", "分群"),
        {head: t("Scores", "得分"), width: "19%"},
        t("Who", "谁"),
        t("Usual next step", "常见做法")
      ],
      rows
    })
  });
}
