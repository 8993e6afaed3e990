import type {NearestKind} from "../explaining/nearestKind.ts";
import {width} from "../explaining/width.ts";
import {property, type Value} from "./literal.ts";

/** Keys of a source, in the order in which they are written. */
export type Keys = Readonly<Record<string, Value | undefined>>;

/** A source as an entry of the configuration, two levels in, without a comma after it. */
export function sourceText(name: string, source: Keys): string {
  const lines = Object.entries(source)
    .filter((entry): entry is [string, Value] => entry[1] !== undefined)
    .map(([key, value]) => `      ${property(key, value, 6)}`);
  return `    ${name}: {\n${lines.join(",\n")}\n    }`;
}

const SHOWN = 4;

/** A source that somebody has to complete: what is known of its mapping, and which fields need a header. */
export function draftText(name: string, {kind, map, unknown}: NearestKind, files: Keys): string {
  const head = Object.entries({kind, ...files} as Keys)
    .filter((entry): entry is [string, Value] => entry[1] !== undefined)
    .map(([key, value]) => `      ${property(key, value, 6)},`);
  const known = Object.entries(map).map(
    ([field, header], i, all) => `        ${property(field, header, 8)}${i < all.length - 1 ? "," : ""}`
  );
  const asked = unknown.flatMap(({field, type, candidates}) => {
    const some = candidates.slice(0, SHOWN).map((header) => `"${header}"`);
    const could = some.length ? `; could be ${some.join(", ")}${candidates.length > SHOWN ? ", …" : ""}` : "";
    return comment(`${field}: every row needs it (${type}), and no header is known for it${could}`, 8);
  });
  return [`    ${name}: {`, ...head, "      map: {", ...asked, ...known, "      }", "    }"].join("\n");
}

/** Lines of a comment, broken between words. */
export function comment(text: string, indent: number, columns = 116): string[] {
  const before = `${" ".repeat(indent)}// `;
  const lines: string[] = [];
  let line = "";
  for (const word of text
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ")
    .trim()
    .split(" ")) {
    if (line && indent + 3 + width(`${line} ${word}`) > columns) {
      lines.push(before + line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, before + line];
}
