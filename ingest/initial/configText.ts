import {property} from "./literal.ts";
import {MOST_BAD, type Draft, type Group, type Grouped, type LeftOut} from "./groups.ts";
import {foreignMoney, foreignShare, type Money} from "./money.ts";
import {comment, draftText, sourceText, type Keys} from "./sourceText.ts";

/** What a configuration says of the company. */
export interface Words {
  name: string;
  /** Undefined where nobody said it. */
  zone: string | undefined;
  money: Money;
  /** The folder that was looked through, as the operator named it. */
  from: string;
}

/** A group as the configuration has it: what stands in it, or why it stands there as a comment. */
export interface Written {
  group: Group;
  keys: Keys;
  /** Why it does not count. */
  off?: string;
}

const USUAL_SHARE = 0.1;

/** Decides what becomes of a group: a source, with room for as many bad rows as its files have, or a comment. */
export function written(group: Group, currency: string): Written {
  const {keys, problem, share} = group;
  const bad = share + foreignShare(group, currency);
  const off =
    problem ?? foreignMoney(group, currency) ?? (bad > MOST_BAD ? "most of its rows would be rejected" : undefined);
  if (off !== undefined) return {group, keys, off};
  const room = bad > USUAL_SHARE ? {max_rejected_share: Math.min(1, Math.ceil(bad * 20) / 20)} : {};
  return {group, keys: {...keys, ...room}};
}

/** The text of `perennial.config.ts`: what is not sure stands there as a comment. */
export function configText(words: Words, sources: readonly Written[], {drafts, left}: Grouped): string {
  const {name, zone, money, from} = words;
  const on = sources.filter(({off}) => off === undefined);
  const off = sources.filter(({off}) => off !== undefined);
  const blocks = [
    ...(left.length ? [left.flatMap(leftLines)] : []),
    ...drafts.map(draftLines),
    ...off.map(offLines),
    ...on.map((source, i) => onLines(source, i === on.length - 1))
  ];
  const [first, ...rest] = money.files;
  const also = rest.length ? ` and ${rest.length} more` : "";
  return `${[
    'import {defineConfig} from "perennial";',
    "",
    `/** Written by "perennial init" from ${plain(from)}. Read it over: from now on it is yours. */`,
    "export default defineConfig({",
    "  company: {",
    `    ${property("name", name, 4)},`,
    ...(zone === undefined
      ? ["    // Of the business days, and of times without an offset: an IANA name such as Europe/London."]
      : []),
    `    ${property("zone", zone ?? "UTC", 4)},`,
    ...(first === undefined ? [] : comment(`As ${first}${also} say.`, 4)),
    `    ${property("currency", money.currency, 4)}`,
    "  },",
    "  sources: {",
    blocks.map((lines) => lines.join("\n")).join("\n\n"),
    "  }",
    "});"
  ].join("\n")}\n`;
}

const plain = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, " ").replaceAll("*/", "* /");
const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

/** Lines of code as a comment. */
const commented = (text: string): string[] => text.split("\n").map((line) => line.replace(/^ {4}/, "    // "));

function about({group}: Written): string {
  const {presets, files} = group;
  const exports = presets.map(({system, export: menu}) => `${system}: ${menu}`);
  return `${[...new Set(exports)].join("; ")} (${plural(files.length, "file")})`;
}

const SHOWN = 3;
const LONGEST = 80;

/** What is wrong with rows, in short. */
function badWords({bad}: Group): string {
  const told = bad.slice(0, SHOWN).map(({header, field, reason}) => {
    const short = reason.length > LONGEST ? `${reason.slice(0, LONGEST).replace(/\S*$/, "").trimEnd()} …` : reason;
    return `${header ?? field}: ${short}`;
  });
  return told.join("; ") + (bad.length > SHOWN ? "; …" : "");
}

function onLines(source: Written, isLast: boolean): string[] {
  const {group, keys} = source;
  const {bad, naive, rows, name} = group;
  const clock = `Times without an offset (${naive.join(", ")}) are on the company's clock; if not, add zone.`;
  return [
    ...comment(about(source), 4),
    ...(bad.length ? comment(`Rejects some of the first ${plural(rows, "row")} of a file: ${badWords(group)}`, 4) : []),
    ...(naive.length ? comment(clock, 4) : []),
    `${sourceText(name, keys)}${isLast ? "" : ","}`
  ];
}

function offLines(source: Written): string[] {
  const {group, keys, off} = source;
  const why = group.problem === undefined && group.share > MOST_BAD ? `${off}: ${badWords(group)}` : off!;
  return [
    ...comment(about(source), 4),
    ...comment(`Not loaded: ${why}.`, 4),
    ...commented(`${sourceText(group.name, keys)},`)
  ];
}

function draftLines({name, files, nearest, near, keys}: Draft): string[] {
  const lacks = near ? `; nearly ${near.preset}, lacks ${near.missing.join(", ")}` : "";
  return [
    ...comment(`No preset fits ${files[0]}${files.length > 1 ? ` and ${files.length - 1} like it` : ""}${lacks}`, 4),
    ...comment(`Nearest kind: ${nearest.kind}. Complete it, and take the slashes away.`, 4),
    ...commented(`${draftText(name, nearest, keys)},`)
  ];
}

const leftLines = ({name, reason}: LeftOut): string[] => comment(`Left out: ${name}: ${reason}`, 4);
