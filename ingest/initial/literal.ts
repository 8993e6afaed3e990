import {width} from "../explaining/width.ts";

export type Value = string | number | boolean | readonly Value[] | {readonly [key: string]: Value | undefined};

const LINE = 120;

/** A TypeScript literal as the formatter of the repository would write it, for a place `indent` columns in, after `before` columns. */
export function literal(value: Value, indent = 0, before = indent): string {
  if (typeof value === "string") return text(value);
  if (typeof value !== "object") return String(value);
  const inline = oneLine(value);
  // A comma may follow.
  if (before + width(inline) + 1 <= LINE) return inline;
  const inner = " ".repeat(indent + 2);
  const [open, close] = isList(value) ? "[]" : "{}";
  const items = isList(value)
    ? value.map((item) => inner + literal(item, indent + 2))
    : entries(value).map(([key, item]) => inner + property(key, item, indent + 2));
  return `${open}\n${items.join(",\n")}\n${" ".repeat(indent)}${close}`;
}

/** `key: value`, for a place `indent` columns in. */
export const property = (key: string, value: Value, indent: number): string =>
  `${name(key)}: ${literal(value, indent, indent + width(name(key)) + 2)}`;

function oneLine(value: Value): string {
  if (typeof value !== "object") return literal(value);
  if (isList(value)) return `[${value.map(oneLine).join(", ")}]`;
  return `{${entries(value)
    .map(([key, item]) => `${name(key)}: ${oneLine(item)}`)
    .join(", ")}}`;
}

const isList = (value: object): value is readonly Value[] => Array.isArray(value);
const entries = (value: {readonly [key: string]: Value | undefined}): [string, Value][] =>
  Object.entries(value).filter((entry): entry is [string, Value] => entry[1] !== undefined);
const name = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : text(key));

/** In double quotes, unless it holds more of them than of single ones. */
function text(value: string): string {
  const body = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"');
  const count = (quote: string) => body.split(quote).length;
  return count('"') > count("'") ? `'${body.replaceAll("'", "\\'")}'` : `"${body.replaceAll('"', '\\"')}"`;
}
