import {createHash} from "node:crypto";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";

/** Writes a file that is named for its contents, so that no cache can mix two builds; returns its name. */
export async function contentFile(
  folder: string,
  prefix: string,
  extension: string,
  contents: Uint8Array | string
): Promise<string> {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
  const name = `${prefix}-${hash}.${extension}`;
  await writeFile(join(folder, name), contents);
  return name;
}
