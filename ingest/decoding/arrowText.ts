import {DataType, Precision, TimeUnit, DateUnit, type Data} from "apache-arrow";
import {damaged} from "./arrowMessages.ts";
import {bytesOf, decimals, need, ranges, type Writer} from "./arrowBytes.ts";
import {clock, moment} from "./arrowTime.ts";
import {dayText} from "./isoText.ts";
import {half, shortest} from "./shortest.ts";

/** The text of each cell of a column of a batch, null for a null. Throws Unreadable where the column is shorter than its batch. */
export function cellsOf(data: Data): (i: number) => string | null {
  const {text} = writerOf(data);
  const isThere = validity(data);
  return (i) => (isThere(i) ? text(i) : null);
}

/** Nulls in lists have no bytes, so a damaged file may claim any number of them. */
const MOST_NULLS = 1 << 24;

/** The same as JSON; numbers that JSON does not have are texts. */
function jsonOf(data: Data): (i: number) => string {
  if (DataType.isNull(data.type) && data.length > MOST_NULLS) throw damaged();
  const {text, isJson} = writerOf(data);
  const isThere = validity(data);
  return (i) => {
    if (!isThere(i)) return "null";
    const found = text(i);
    return isJson && !/^-?(NaN|Infinity)$/.test(found) ? found : JSON.stringify(found);
  };
}

function validity(data: Data): (i: number) => boolean {
  if (DataType.isNull(data.type)) return () => false;
  if (DataType.isUnion(data.type) || data.nullCount === 0) return () => true;
  need(data.nullBitmap, Math.ceil(data.length / 8));
  return (i) => data.getValid(i);
}

function writerOf(data: Data): Writer {
  const {type, length} = data;
  const values = data.values as ArrayLike<number | bigint>;
  const numbers = (text: (value: number) => string, isJson = false): Writer => {
    need(values, length);
    return {text: (i) => text(values[i] as number), isJson};
  };
  const wholes = (text: (value: bigint) => string, isJson = false): Writer => {
    need(values, length);
    return {text: (i) => text(BigInt(values[i]!)), isJson};
  };
  if (DataType.isNull(type)) return {text: () => "", isJson: false};
  if (DataType.isInt(type)) return numbers(String, true);
  if (DataType.isFloat(type)) {
    const {precision} = type;
    if (precision === Precision.HALF) return numbers((bits) => shortest[16](half(bits)), true);
    return numbers(precision === Precision.DOUBLE ? String : shortest[32], true);
  }
  if (DataType.isBool(type)) {
    need(values, Math.ceil(length / 8));
    return {
      text: (i) => String(((values[(data.offset + i) >> 3]! as number) >> ((data.offset + i) % 8)) % 2 === 1),
      isJson: true
    };
  }
  if (DataType.isDecimal(type)) return decimals(data, type);
  if (DataType.isDate(type)) {
    if (type.unit === DateUnit.DAY) return numbers((days) => dayText(days) ?? String(days));
    return wholes((millis) => {
      const days = Number(millis) / 86_400_000;
      return (Number.isInteger(days) ? dayText(days) : moment(millis, TimeUnit.MILLISECOND)) ?? String(millis);
    });
  }
  if (DataType.isTimestamp(type)) {
    const offset = type.timezone ? "+00:00" : "";
    return wholes((value) => {
      const text = moment(value, type.unit);
      return text === undefined ? String(value) : text + offset;
    });
  }
  if (DataType.isTime(type) || DataType.isDuration(type)) return wholes((value) => clock(value, type.unit));
  if (DataType.isDictionary(type)) return words(data);
  return bytesOf(data) ?? nested(data);
}

/** A dictionary's index leads to its word. */
function words({dictionary, values, length}: Data): Writer {
  need(values as ArrayLike<unknown> as unknown[], length);
  const chunks = (dictionary?.data ?? []).map((data) => ({length: data.length, cell: cellsOf(data)}));
  const text = (i: number): string => {
    let word = Number((values as ArrayLike<number>)[i]);
    for (const chunk of chunks) {
      if (word < chunk.length) return word < 0 ? fail() : (chunk.cell(word) ?? "");
      word -= chunk.length;
    }
    return fail();
  };
  return {text, isJson: false};
}

function fail(): never {
  throw damaged();
}

/** Lists, structs, maps and unions as JSON. */
function nested(data: Data): Writer {
  const {type, length, children, valueOffsets} = data;
  const json = children.map(jsonOf);
  const list = (child: (i: number) => string, [start, end]: [number, number]): string =>
    `[${Array.from({length: end - start}, (_, k) => child(start + k)).join(",")}]`;
  const [first] = children;
  const child = json[0];
  if (DataType.isStruct(type) && first) {
    for (const {length: own} of children) if (own < length) throw damaged();
    const names = type.children.map(({name}) => JSON.stringify(name));
    return {text: (i) => `{${json.map((value, k) => `${names[k]}:${value(i)}`).join(",")}}`, isJson: true};
  }
  if (DataType.isFixedSizeList(type) && first && child) {
    const {listSize} = type;
    if (listSize < 1 || first.length < listSize * length) throw damaged();
    return {text: (i) => list(child, [listSize * i, listSize * (i + 1)]), isJson: true};
  }
  if (DataType.isMap(type) && first) {
    const [key, value] = [first.children[0], first.children[1]];
    if (!key || !value || key.length < first.length || value.length < first.length) throw damaged();
    const [keyText, valueJson] = [cellsOf(key), jsonOf(value)];
    const range = ranges(valueOffsets, length, first.length);
    const entry = (i: number): string => `${JSON.stringify(keyText(i) ?? "")}:${valueJson(i)}`;
    return {text: (i) => `{${list(entry, range(i)).slice(1, -1)}}`, isJson: true};
  }
  if (DataType.isList(type) || DataType.isLargeList(type)) {
    if (!first || !child) throw damaged();
    const range = ranges(valueOffsets, length, first.length);
    return {text: (i) => list(child, range(i)), isJson: true};
  }
  if (DataType.isUnion(type)) {
    need(data.typeIds, length);
    const isDense = DataType.isDenseUnion(type);
    if (isDense) need(valueOffsets, length);
    const text = (i: number): string => {
      const which = type.typeIdToChildIndex[data.typeIds[i]!] ?? -1;
      const place = isDense ? Number(valueOffsets[i]) : i;
      if (!json[which] || place < 0 || place >= children[which]!.length) throw damaged();
      return json[which](place);
    };
    return {text, isJson: true};
  }
  throw damaged();
}
