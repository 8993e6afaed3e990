import {isUtf8} from "node:buffer";
import {DataType, type Data} from "apache-arrow";
import {damaged} from "./arrowMessages.ts";

/** How the values of a column are written. */
export interface Writer {
  /** The text of a value that is not null. */
  text: (i: number) => string;
  /** Whether that text is JSON as it stands. */
  isJson: boolean;
}

/** Throws Unreadable where a column has fewer values than its length says. */
export function need(values: {length: number} | null | undefined, least: number): void {
  if ((values?.length ?? 0) < least) throw damaged();
}

/** Text, and bytes: as text where they are UTF-8, else as hexadecimal digits. */
export function bytesOf(data: Data): Writer | undefined {
  const {type, length, valueOffsets, variadicBuffers} = data;
  const slice = slicer();
  if (!slice) return undefined;
  const isText = DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isUtf8View(type);
  const text = (i: number): string => {
    const bytes = slice(i);
    return bytes.toString(isText || isUtf8(bytes) ? "utf8" : "hex");
  };
  return {text, isJson: false};

  function slicer(): ((i: number) => Buffer) | undefined {
    const values = data.values as Uint8Array | undefined;
    const buffer = values ? Buffer.from(values.buffer, values.byteOffset, values.byteLength) : Buffer.alloc(0);
    if (DataType.isFixedSizeBinary(type)) {
      const {byteWidth} = type;
      need(buffer, Math.max(1, byteWidth) * length);
      return (i) => buffer.subarray(byteWidth * i, byteWidth * (i + 1));
    }
    if (DataType.isUtf8View(type) || DataType.isBinaryView(type)) {
      need(buffer, 16 * length);
      return (i) => {
        const size = buffer.readInt32LE(16 * i);
        if (size >= 0 && size <= 12) return buffer.subarray(16 * i + 4, 16 * i + 4 + size);
        const [part, at] = [variadicBuffers[buffer.readInt32LE(16 * i + 8)], buffer.readInt32LE(16 * i + 12)];
        if (!part || size < 0 || at < 0 || at + size > part.length) throw damaged();
        return Buffer.from(part.buffer, part.byteOffset + at, size);
      };
    }
    const isVariable = [DataType.isUtf8, DataType.isLargeUtf8, DataType.isBinary, DataType.isLargeBinary];
    if (!isVariable.some((is) => is(type))) return undefined;
    const range = ranges(valueOffsets, length, buffer.length);
    return (i) => buffer.subarray(...range(i));
  }
}

/** Begin and end of each value by its offsets. */
export function ranges(offsets: ArrayLike<number> | ArrayLike<bigint> | undefined, length: number, most: number) {
  need(offsets, length && length + 1);
  return (i: number): [number, number] => {
    const [start, end] = [Number(offsets![i]), Number(offsets![i + 1])];
    if (start < 0 || end < start || end > most) throw damaged();
    return [start, end];
  };
}

/** Two's complement in words of 32 bits, the lowest first. */
export function decimals({values, length}: Data, {scale, bitWidth}: {scale: number; bitWidth: number}): Writer {
  const words = bitWidth / 32;
  need(values as Uint32Array, length * words);
  const text = (i: number): string => {
    let value = 0n;
    for (let word = words - 1; word >= 0; word--)
      value = (value << 32n) | BigInt((values as Uint32Array)[i * words + word]! >>> 0);
    value = BigInt.asIntN(bitWidth, value);
    if (scale <= 0) return String(value * 10n ** BigInt(-scale));
    const digits = String(value < 0n ? -value : value).padStart(scale + 1, "0");
    return `${value < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  };
  return {text, isJson: true};
}
