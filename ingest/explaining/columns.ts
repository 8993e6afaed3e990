import {isoFormat} from "../codecs/codec.ts";
import {typeOf, type SampleType} from "../loading/sampleTypes.ts";
import type {SampleColumn} from "../presets/preset.ts";
import type {Layout} from "../reading/layout.ts";
import {isFreeText, isPersonalHeader, looksPersonal, masked} from "./mask.ts";

type Rows = readonly Record<string, string | null>[];

/** A header that nothing reads: what its first values look like, and one of them, masked where it is personal. */
export interface LeftOver {
  header: string;
  type: SampleType;
  example: string | null;
}

/** The columns of a part with the values of some rows. */
export const sampleColumns = ({names}: Layout, rows: Rows): SampleColumn[] =>
  names.map((header) => ({header, values: rows.flatMap((row) => row[header] ?? [])}));

const FEW = 0.03;

/**
 * The same for finding out which question is the score: in a column of numbers 0–10, a few slips do not count. Where more than 3% are
 * something else, as with the numbers 1–11 of options, they do.
 */
export const answers = (layout: Layout, rows: Rows): SampleColumn[] =>
  sampleColumns(layout, rows).map(({header, values}) => {
    const scores = values.filter((value) => /^\s*(\d|10)(\.0+)?\s*$/.test(value));
    return {header, values: values.length - scores.length <= FEW * values.length ? scores : values};
  });

/** The headers that are not used. */
export const leftOver = (layout: Layout, rows: Rows, used: ReadonlySet<string>): LeftOver[] =>
  sampleColumns(layout, rows)
    .filter(({header}) => !used.has(header))
    .map(({header, values}) => {
      const type = sampleType(values);
      const example = values[0]?.replace(/\s+/g, " ");
      const isPersonal =
        example !== undefined &&
        type !== "time" &&
        type !== "flag" &&
        (isPersonalHeader(header) || values.some(looksPersonal));
      const isHidden = isPersonal || (type === "text" && values.some((value) => isFreeText(value) || isNested(value)));
      return {header, type, example: example === undefined ? null : isHidden ? masked(example) : example};
    });

/** A JSON object or list, in which anything may be. */
const isNested = (text: string): boolean => /^\s*(\{\s*"|\[\s*[^\]\s])/.test(text);

const written = /^\s*(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})/;

/** What some values look like; times also where they are not written as ISO 8601. */
export function sampleType(values: readonly string[]): SampleType {
  const type = typeOf(values, isoFormat);
  return type === "text" && values.every((value) => written.test(value)) ? "time" : type;
}
