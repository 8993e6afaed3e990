import * as zlib from "node:zlib";
import {CompressionType, DataType, RecordBatchReader, compressionRegistry} from "apache-arrow";
import {UserError} from "../../warehouse/error.ts";
import {arrowMessages, damaged} from "./arrowMessages.ts";
import {cellsOf} from "./arrowText.ts";
import type {CsvFile} from "./csvFile.ts";
import {lz4} from "./lz4.ts";
import {Unreadable} from "./unreadable.ts";

/** Node has it from 22.15. */
const zstd = (zlib as {zstdDecompressSync?: (bytes: Uint8Array, options: {maxOutputLength: number}) => Buffer})
  .zstdDecompressSync;

compressionRegistry.set(CompressionType.LZ4_FRAME, {decode: lz4});
if (zstd) {
  compressionRegistry.set(CompressionType.ZSTD, {decode: (bytes) => zstd(bytes, {maxOutputLength: 1 << 30})});
}

/**
 * Writes an Arrow file or stream as a working copy: the names of the columns, then one record a row.
 *
 * Whole numbers and decimals keep every digit, floats have the fewest digits that give them again; days and times are ISO in UTC,
 * to the microsecond, with `+00:00` where the column has a time zone; lists, structs and maps are JSON; bytes that are no UTF-8
 * are hexadecimal. Memory: one batch. Throws a UserError for a file that is damaged, cut off, or of a kind that is not read.
 */
export async function arrowToCsv(path: string, name: string, out: CsvFile): Promise<void> {
  try {
    for await (const row of rows(path)) await out.row(row);
  } catch (error) {
    if (error instanceof Unreadable) throw new UserError(`ingest: ${name}: ${error.message}`, {cause: error.cause});
    throw error;
  }
}

/** The names, then the cells of each row. */
async function* rows(path: string): AsyncGenerator<(string | null)[]> {
  const messages = arrowMessages(path, {zstd: zstd !== undefined});
  try {
    const reader = await RecordBatchReader.from(messages);
    await reader.open();
    const {fields} = reader.schema;
    if (!fields.some(({type}) => isCounted(type))) throw new Unreadable("has no column with values; export it again");
    yield fields.map(({name}) => name);
    for await (const {data, numRows} of reader) {
      if (data.children.some(({length}) => length < numRows)) throw damaged();
      const columns = data.children.map(cellsOf);
      for (let row = 0; row < numRows; row++) yield columns.map((cell) => cell(row));
    }
  } catch (error) {
    // The library throws errors of all kinds at bytes that do not fit together; those of the file system have a code.
    if (error instanceof Unreadable || (error as NodeJS.ErrnoException).syscall) throw error;
    throw damaged(error);
  } finally {
    // A reader that gives up does not close the file that it was given.
    await messages.return(undefined);
  }
}

/** Whether the bytes of a column show how many values it has; a column of nulls may claim any number. */
const isCounted = (type: DataType): boolean =>
  DataType.isStruct(type) || DataType.isFixedSizeList(type)
    ? type.children.some((child) => isCounted(child.type))
    : !DataType.isNull(type);
