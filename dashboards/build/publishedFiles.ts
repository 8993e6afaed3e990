import {readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {glob} from "tinyglobby";

/** A folder of published files, read once each. */
export interface PublishedFiles {
  /** Relative to the folder, sorted. */
  paths: string[];
  bytes: (path: string) => Promise<number>;
  read: (path: string) => Promise<string>;
}

/** The files of a published site. */
export async function publishedFiles(folder: string): Promise<PublishedFiles> {
  const paths = (await glob("**/*", {cwd: folder, dot: true})).sort();
  const texts = new Map<string, Promise<string>>();
  return {
    paths,
    bytes: async (path) => (await stat(join(folder, path))).size,
    read: (path) => {
      const text = texts.get(path) ?? readFile(join(folder, path), "utf8");
      texts.set(path, text);
      return text;
    }
  };
}
