import {records} from "./records.ts";

/** A column of JSON objects: a key, or a key within nested objects under a dotted name. */
export interface JsonColumn {
  name: string;
  path: string[];
}

const LOOK = 5000;
const DEEPEST = 4;

/** The columns of a file of JSON objects, one a line, in the order in which its first objects have them; lists stay JSON text. */
export async function jsonColumns(path: string): Promise<JsonColumn[]> {
  const found = new Map<string, JsonColumn>();
  const add = (object: object, above: string[]): void => {
    for (const [key, value] of Object.entries(object)) {
      // The engine's paths have no way to say these.
      if (key === "" || /["\0]/.test(key)) continue;
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
