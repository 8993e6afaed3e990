import {records} from "./records.ts";

/** A column of JSON objects: a key, or a key within nested objects under a dotted name. */
export interface JsonColumn {
  name: string;
  path: string[];
}

/** Where a key within nested objects is, as a JSON pointer. */
export const pointerTo = (path: readonly string[]): string =>
  path.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const LOOK = 5000;
const DEEPEST = 4;

/** The columns of a file of JSON objects, one a line, in the order in which its first objects have them; lists stay JSON text. */
export async function jsonColumns(path: string): Promise<JsonColumn[]> {
  const found = new Map<string, JsonColumn>();
  const tops = new Map<string, string>();
  const add = (object: object, above: string[]): void => {
    for (const [key, value] of Object.entries(object)) {
      // The engine has no way to say these.
      if ((key === "" && !above.length) || key.includes("\0")) continue;
      // Nor does it tell two keys apart that differ in case alone: the first spelling counts.
      if (!above.length && (tops.get(key.toLowerCase()) ?? key) !== key) continue;
      if (!above.length) tops.set(key.toLowerCase(), key);
      const at = [...above, key];
      const isNested = typeof value === "object" && value !== null && !Array.isArray(value);
      if (isNested && at.length < DEEPEST) add(value as object, at);
      const name = at.join(".");
      const taken = found.get(name.toLowerCase());
      if (!taken) found.set(name.toLowerCase(), {name, path: at});
    }
  };
  let seen = 0;
  for await (const {text} of records(path, {delimiter: "whitespace"})) {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === "object" && value !== null && !Array.isArray(value)) add(value, []);
    } catch {
      // A line that is no JSON is rejected when it is loaded.
    }
    if (++seen === LOOK) break;
  }
  return [...found.values()];
}
