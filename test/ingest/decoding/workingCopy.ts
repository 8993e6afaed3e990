import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {csvParseRows} from "d3";
import {CsvFile} from "../../../ingest/decoding/csvFile.ts";

type Decoder = (path: string, name: string, out: CsvFile) => Promise<void>;

export const fixture = (name: string): Buffer => readFileSync(fileURLToPath(new URL(`files/${name}`, import.meta.url)));

/** The cells of the working copy that a decoder makes of a file with these bytes. */
export async function decoded(decode: Decoder, bytes: Uint8Array, name = "export"): Promise<string[][]> {
  const dir = mkdtempSync(join(tmpdir(), "perennial-"));
  try {
    writeFileSync(join(dir, name), bytes);
    const out = new CsvFile(join(dir, "copy.csv"));
    try {
      await decode(join(dir, name), name, out);
    } finally {
      await out.close();
    }
    return csvParseRows(readFileSync(join(dir, "copy.csv"), "utf8"));
  } finally {
    rmSync(dir, {recursive: true});
  }
}
