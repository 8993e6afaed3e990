import {basename} from "node:path";
import {explain, type Explanation, type PartExplanation, type PresetFit, type SourceTable} from "../ingest/explain.ts";
import type {Sample} from "../ingest/explaining/sample.ts";
import {fitted, width} from "../ingest/explaining/width.ts";
import {literal} from "../ingest/initial/literal.ts";
import {snakeCase} from "../ingest/initial/names.ts";
import {draftText} from "../ingest/initial/sourceText.ts";
import {plural, whole} from "./say.ts";

/** Prints how a file is read, which presets fit it and what becomes of its columns. Changes nothing. */
export async function runExplain(file: string, projectDir: string): Promise<void> {
  for (const line of linesOf(await explain(file, projectDir))) console.log(line);
}

/** The explanation as lines of at most 100 columns, but for messages. */
export function linesOf({file, glob, parts, note}: Explanation): string[] {
  const lines = note === undefined ? [] : [note, ""];
  for (const part of parts) {
    lines.push(part.name);
    lines.push(...("unread" in part ? [`  cannot be read: ${part.unread}`] : partLines(part.made, file, glob)), "");
  }
  return lines.slice(0, -1);
}

const delimiters: Record<string, string> = {",": "commas"};

function partLines(part: PartExplanation, file: string, glob: string): string[] {
  const commas = part.said.startsWith("text") ? delimiters[part.delimiter] : undefined;
  const header = part.hasHeader ? (part.above > 0 ? `data after row ${part.above}` : undefined) : "no header";
  const read = [part.said, commas, header, plural(part.columns, "column")].filter(Boolean).join(", ");
  return [
    `  read as       ${read}`,
    `  presets       ${part.fits.map(fitText).join("; ") || "none fits"}`,
    ...part.near.map((fit) => `  nearly        ${fitText(fit)}; lacks ${fit.missing.map(quoted).join(", ")}`),
    ...part.tables.flatMap((table) => ["", ...tableLines(table)]),
    ...suggestionLines(part),
    ...leftLines(part),
    ...nearestLines(part, file, glob)
  ];
}

const quoted = (text: string): string => (text.startsWith("no ") ? text : `"${text}"`);
const fitText = ({preset, system, known, of}: PresetFit): string => `${preset} (${system}): ${known} of ${of} columns`;

function tableLines({source, kind, preset, setAside, made}: SourceTable): string[] {
  const by = preset === null ? "" : ` by the preset ${preset}`;
  const title = source === null ? `  ${kind}${by}` : `  ${kind}${by}, as sources.${source} of the project says`;
  if ("error" in made) return [title, ...paragraph(`cannot be loaded: ${made.error}`)];
  return [
    title,
    ...made.fields.map(({field, by, from, type, example}) => {
      const origin = by === "header" ? from : by === "fixed" ? `always ${literal(from)}` : `SQL ${from}`;
      return row([field, 22], [`← ${origin}`, 38], [type, 6], [example ?? "(empty in these rows)", 26]);
    }),
    ...wrapped("stay empty", made.empty),
    ...wrapped("set aside", setAside),
    ...rowLines(made)
  ];
}

function rowLines({rows, rejected, setAside, bad, naive}: Sample): string[] {
  const good = rows - rejected - setAside;
  const counts = [`${whole(good)} good`, `${whole(setAside)} set aside`, `${whole(rejected)} rejected`];
  return [
    `    first ${plural(rows, "row")}: ${counts.join(", ")}`,
    ...bad.map(
      ({header, field, reason, rows, value}) =>
        `      ${header ?? field}: ${value === null ? "" : `${literal(value.slice(0, 40))} `}${reason} (${plural(rows, "row")})`
    ),
    ...(naive.length ? wrapped("times without an offset, on the clock of zone", naive) : [])
  ];
}

function suggestionLines({suggestion}: PartExplanation): string[] {
  if (!suggestion) return [];
  const {map, fixed} = suggestion;
  if (!map) {
    const keys = 'map: {score: "…", comment: "…"}, fixed: {instrument: "nps"}';
    return ["", `  which question is the score is in doubt: say it with ${keys}`];
  }
  const keys = Object.entries({map, fixed}).map(([key, value]) => `    ${key}: ${literal(value ?? {})}`);
  return ["", "  the source of this survey needs", ...keys];
}

function leftLines({left}: PartExplanation): string[] {
  if (!left.length) return [];
  const filled = left.filter(({type}) => type !== "empty");
  const empty = left.filter(({type}) => type === "empty").map(({header}) => header);
  return [
    "",
    `  ${plural(left.length, "header")} that nothing uses`,
    ...filled.map(({header, type, example}) => row([header, 44], [type, 8], [example ?? "", 40])),
    ...wrapped("without values", empty)
  ];
}

function nearestLines({nearest, tables}: PartExplanation, file: string, glob: string): string[] {
  if (tables.length) return [];
  if (!nearest) return ["", "  no kind of export has fields of these names"];
  const name = snakeCase(basename(file)) || nearest.kind;
  const text = draftText(name, nearest, {files: glob});
  return [
    "",
    `  nearest kind: ${nearest.kind}; to paste into sources of perennial.config.ts:`,
    "",
    ...text.split("\n")
  ];
}

const row = (...cells: [text: string, columns: number][]): string =>
  `    ${cells.map(([text, columns]) => fitted(text, columns)).join(" ")}`.trimEnd();

/** A list under a label. */
const wrapped = (label: string, items: readonly string[]): string[] =>
  items.length
    ? broken(items.map((item, i) => (i ? "" : `${label}: `) + item + (i < items.length - 1 ? ", " : "")))
    : [];

const paragraph = (text: string): string[] => broken(text.split(/(?<=\s)/));

/** Pieces in lines of at most 100 columns. */
function broken(pieces: readonly string[]): string[] {
  const lines: string[] = [];
  let line = "    ";
  for (const next of pieces) {
    if (width(line + next.trimEnd()) > 100) {
      lines.push(line.trimEnd());
      line = "      ";
    }
    line += next;
  }
  return [...lines, line.trimEnd()];
}
