import {getFormatDateInfo, getFormatFromId, isDateFormat, tokenize, TOKEN_DURATION} from "numfmt";
import {readWholeXml} from "./xlsxXml.ts";
import type {CellFormat} from "./xlsxValue.ts";

/** Times of day in Chinese editions of Excel, days elsewhere: as times, both are read rightly. */
const chineseTimes = [55, 56];

/** The formats of a workbook's cell styles, in the order that cells number them; undefined is a plain number. */
export async function cellFormats(bytes: AsyncIterable<Buffer>, where: string): Promise<(CellFormat | undefined)[]> {
  const codes = new Map<string, string>();
  const ids: string[] = [];
  let section = "";
  await readWholeXml(bytes, where, {
    opened(name, attributes) {
      if (name === "numFmts" || name === "cellXfs") section = name;
      else if (name === "numFmt" && section === "numFmts") {
        codes.set(attributes["numFmtId"] ?? "", attributes["formatCode"] ?? "");
      } else if (name === "xf" && section === "cellXfs") ids.push(attributes["numFmtId"] ?? "0");
    },
    closed(name) {
      if (name === section) section = "";
    }
  });
  const known = new Map([...new Set(ids)].map((id) => [id, formatOf(codes.get(id) ?? builtIn(Number(id)))]));
  return ids.map((id) => known.get(id));
}

const builtIn = (id: number): string => (chineseTimes.includes(id) ? "h:mm:ss" : getFormatFromId(id));

/** What a number format such as `yyyy"年"m"月"d"日"` shows; undefined where that is a number. */
export function formatOf(given: string): CellFormat | undefined {
  // A mark of other office programs, which Excel's formats do not have.
  const code = given.replace(/^\[ENG\]/i, "");
  if (/^0{2,}$/.test(code)) return {digits: code.length};
  if (!isDateFormat(code)) return undefined;
  const {year, month, day, hours, minutes, seconds} = getFormatDateInfo(code);
  const time = hours || minutes || seconds;
  return {
    // A month beside a time alone is minutes.
    date: year || day || (month && !time) || !time,
    time,
    fraction: /s\]?[.,]0/i.test(code),
    elapsed: tokenize(code).some(({type}) => type === TOKEN_DURATION)
  };
}
