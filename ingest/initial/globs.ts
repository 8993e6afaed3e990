import {basename, dirname} from "node:path";
import picomatch from "picomatch";
import {escapePath} from "tinyglobby";

/** What is different in names of one export's files: numbers and days, and the `(1)` of a second download. */
const copy = / ?\((\d+)\)(?=(\.[^/]*)?$)/;
const numbers = /\d+(?:[-_.: T]\d+)*/g;
/** A number that will be another one in the next file: a day, or one that stands for itself. */
const counting = /(?<=[-_ (])\d+(?:[-_.: T]\d+)*|\d{4,}(?:[-_.: T]\d+)*/g;

/** Names that differ only in numbers have one pattern: `shop/orders_#.csv`. */
export const patternOf = (name: string): string =>
  `${dirname(name)}/${basename(name).replace(copy, "").replace(numbers, "#").toLowerCase()}`;

/**
 * Globs that find these files, which have one pattern, and none of the others: `shop/orders_*.csv`, else the files themselves.
 *
 * A single file's glob finds its next deliveries too, where `isOpen`.
 */
export function globsOf(names: readonly string[], others: readonly string[], isOpen = true): string | string[] {
  const copies = names.filter((name) => copy.test(name));
  const plain = names.filter((name) => !copy.test(name));
  const usual = wideGlobs(plain, isOpen);
  const wide = catchesAll(usual, copies) ? usual : [...usual, ...wideGlobs(copies, isOpen)];
  const globs = catches(wide, others) || !catchesAll(wide, names) ? names.map((name) => escapePath(name)) : wide;
  return globs.length === 1 ? globs[0]! : globs;
}

function wideGlobs(names: readonly string[], isOpen: boolean): string[] {
  if (!names.length) return [];
  if (names.length === 1 && !isOpen) return [escapePath(names[0]!)];
  const changing = names.length === 1 ? counting : numbers;
  return [...new Set(names.map((name) => starred(name, changing)))];
}

/** The name with a star for each number; a copy's parentheses go with it. */
function starred(name: string, changing: RegExp): string {
  const [folder, file] = [dirname(name), basename(name)];
  const loose = file.replace(copy, " *").split("*");
  const glob = loose
    .map((text) =>
      text
        .split(changing)
        .map((piece) => escapePath(piece))
        .join("*")
    )
    .join("*");
  return folder === "." ? glob : `${escapePath(folder)}/${glob}`;
}

const catches = (globs: readonly string[], names: readonly string[]): boolean =>
  names.some((name) => picomatch([...globs])(name));
const catchesAll = (globs: readonly string[], names: readonly string[]): boolean =>
  names.every((name) => picomatch([...globs])(name));
