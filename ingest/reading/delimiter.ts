import {mode} from "d3";

/** In order of preference where two fit alike. */
const marks = [",", ";", "\t", "|"];

/** Excel's own first line, which names the delimiter: `sep=;`. */
const named = /^\ufeff?"?sep=([,;\t|])"?\s*$/i;

/**
 * The delimiter of a file's first records: the one that cuts most of them into the same number of cells, outside quotes; where two
 * do, the one that gives more. A comma where nothing else does, as in a file of one column.
 *
 * A comma between digits or before a blank is part of the cell where another delimiter fits as well: `1,5;2,5`.
 */
export function delimiterOf(lines: string[], fileName: string): string {
  const first = named.exec(lines[0] ?? "")?.[1];
  if (first !== undefined) return first;
  const bare = lines.filter((line) => line.trim() !== "").map(withoutQuoted);
  const fits = marks.map((mark) => fitOf(bare, mark)).filter(({columns}) => columns > 1);
  const tab = fits.find(({mark}) => mark === "\t");
  if (tab && tab.share >= 0.5 && /\.(tsv|tab)(\.gz)?$/i.test(fileName)) return "\t";
  const best = fits.reduce<Fit | undefined>((best, next) => (best && !isBetter(next, best) ? best : next), undefined);
  if (best?.mark !== "," || !bare.every((line) => !/,(?!\s)/.test(line.replace(/(?<=\d),(?=\d)/g, ""))))
    return best?.mark ?? ",";
  return fits.find(({mark, share}) => mark !== "," && share >= best.share)?.mark ?? ",";
}

interface Fit {
  mark: string;
  /** Usual number of cells, and the share of lines that have it. */
  columns: number;
  share: number;
}

const isBetter = (a: Fit, b: Fit): boolean => a.share > b.share || (a.share === b.share && a.columns > b.columns);

function fitOf(lines: string[], mark: string): Fit {
  const counts = lines.map((line) => line.split(mark).length);
  const columns = mode(counts.filter((count) => count > 1)) || 1;
  return {mark, columns, share: counts.filter((count) => count === columns).length / counts.length};
}

const withoutQuoted = (line: string): string => line.replace(/"[^"]*"/g, "");
