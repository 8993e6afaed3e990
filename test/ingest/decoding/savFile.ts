/** A table of texts to be written as an SPSS file. */
export interface SavTable {
  names: string[];
  rows: string[][];
}

export interface SavOptions {
  /** What the file calls its encoding, and the bytes of a text in it. */
  encoding?: string;
  encode?: (text: string) => Buffer;
  little?: boolean;
  /** Cases that the header states. */
  cases?: number;
  /** Extension records besides names and encoding. */
  extensions?: [subtype: number, bytes: Buffer][];
}

const WIDTH = 255;

/** An uncompressed SPSS file whose variables are strings of 255 bytes, V1, V2, … under their long names. */
export function savFile({names, rows}: SavTable, options: SavOptions = {}): Buffer {
  const {encoding = "UTF-8", encode = (text) => Buffer.from(text), little = true, extensions = []} = options;
  const int32 = (...values: number[]) => {
    const bytes = Buffer.alloc(4 * values.length);
    values.forEach((value, i) => (little ? bytes.writeInt32LE(value, 4 * i) : bytes.writeInt32BE(value, 4 * i)));
    return bytes;
  };
  const float64 = (value: number) => {
    const bytes = Buffer.alloc(8);
    if (little) bytes.writeDoubleLE(value);
    else bytes.writeDoubleBE(value);
    return bytes;
  };
  const padded = (bytes: Buffer, length: number) => Buffer.concat([bytes, Buffer.alloc(length, " ")], length);
  const ascii = (text: string, length: number) => padded(Buffer.from(text, "latin1"), length);
  const elements = Math.ceil(WIDTH / 8);
  const print = (1 << 16) | (WIDTH << 8);
  const header = [
    ascii("$FL2@(#) SPSS DATA FILE", 64),
    int32(2, names.length * elements, 0, 0, options.cases ?? rows.length),
    float64(100),
    ascii("24 Jun 2614:05:00", 81),
    Buffer.alloc(3)
  ];
  const variables = names.flatMap((_, i) => [
    int32(2, WIDTH, 0, 0, print, print),
    ascii(`V${i + 1}`, 8),
    ...Array.from({length: elements - 1}, () => Buffer.concat([int32(2, -1, 0, 0, 0, 0), ascii("", 8)]))
  ]);
  const longNames = names.map((name, i) => `V${i + 1}=${name}`).join("\t");
  const records: [number, Buffer][] = [[13, encode(longNames)], [20, Buffer.from(encoding, "latin1")], ...extensions];
  const dictionary = records.flatMap(([subtype, bytes]) => [int32(7, subtype, 1, bytes.length), bytes]);
  const data = rows.flatMap((row) => row.map((cell) => padded(encode(cell), elements * 8)));
  return Buffer.concat([...header, ...variables, ...dictionary, int32(999, 0), ...data]);
}
