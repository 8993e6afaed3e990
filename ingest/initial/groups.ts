import {basename} from "node:path";
import {sourcesOf} from "../source.ts";
import type {Preset, Suggestion} from "../presets/preset.ts";
import type {BadRows} from "../explaining/sample.ts";
import type {NearestKind} from "../explaining/nearestKind.ts";
import {globsOf, patternOf} from "./globs.ts";
import {Names, snakeCase} from "./names.ts";
import {unanswered, type Recognised, type SeenFile, type Told, type Unrecognised} from "./recognise.ts";
import type {Keys} from "./sourceText.ts";

/** Files that become one source. */
export interface Group {
  name: string;
  files: string[];
  presets: Preset[];
  keys: Keys;
  /** Why it cannot be a source as it is. */
  problem?: string;
  /** What is wrong with rows of the file that has most of that. */
  bad: BadRows[];
  share: number;
  rows: number;
  /** File → currency → rows. */
  currencies: Record<string, Record<string, number>>;
  naive: string[];
}

/** Files that no preset fits, with what they could be. */
export interface Draft {
  name: string;
  files: string[];
  keys: Keys;
  nearest: NearestKind;
  near?: Unrecognised["near"];
}

/** A file, or a part of it, of which nothing becomes of itself. */
export interface LeftOut {
  name: string;
  reason: string;
}

export interface Grouped {
  groups: Group[];
  drafts: Draft[];
  left: LeftOut[];
}

/** A part, or several of one file, that one source could read. */
interface Piece {
  file: string;
  /** Which of the parts, where it is not all of them. */
  part: Keys;
}

interface Known extends Piece {
  presets: Preset[];
  suggestion?: Suggestion;
  told: Told[];
}

interface Drafted extends Piece {
  nearest: NearestKind;
  near?: Unrecognised["near"];
}

/** Puts together what one source can read: the same presets, and names that differ only in numbers, within one folder. */
export function groupFiles(seen: readonly SeenFile[]): Grouped {
  const [known, drafted, left]: [Known[], Drafted[], LeftOut[]] = [[], [], []];
  for (const file of seen) {
    const found = piecesOf(file);
    known.push(...found.known);
    drafted.push(...found.drafted);
    left.push(...found.left);
  }
  const all = seen.map(({file}) => file.name);
  const names = new Names();
  const others = (files: string[]) => all.filter((name) => !files.includes(name));
  const groups = together(known, ({presets, suggestion, told}) => [
    presets.map(({name}) => name),
    suggestion,
    told.some(isHopeless)
  ]).map((pieces): Group => {
    const {presets, suggestion, part} = pieces[0]!;
    const files = pieces.map(({file}) => file);
    const preset = presets.length === 1 ? presets[0]!.name : presets.map(({name}) => name);
    const keys: Keys = {
      preset,
      files: globsOf(files, others(files), suggestion === undefined),
      ...part,
      map: suggestion && (suggestion.map ?? {score: "…", comment: "…"}),
      fixed: suggestion && (suggestion.fixed ?? {instrument: "nps"}),
      set_aside: suggestion && unanswered(suggestion)
    };
    const name = names.take(wantedName(presets, files[0]!), files[0]!, (name) =>
      Object.keys(sourcesOf({[name]: {preset, files: "*"}}))
    );
    return {name, files, presets, keys, ...worst(pieces)};
  });
  const drafts = together(drafted, ({nearest}) => [nearest]).map((pieces): Draft => {
    const {nearest, near, part} = pieces[0]!;
    const files = pieces.map(({file}) => file);
    const wanted = snakeCase(basename(files[0]!)) || nearest.kind;
    const name = names.take(wanted, files[0]!, () => []);
    return {name, files, nearest, near, keys: {files: globsOf(files, others(files)), ...part}};
  });
  return {groups, drafts, left};
}

function piecesOf({file, parts}: SeenFile): {known: Known[]; drafted: Drafted[]; left: LeftOut[]} {
  const [plain, surveys, drafted, left]: [(Recognised & {name: string})[], Known[], Drafted[], LeftOut[]] = [
    [],
    [],
    [],
    []
  ];
  const isKnown = parts.some((part) => "made" in part && "preset" in part.made);
  for (const part of parts) {
    const {name} = part;
    const one = parts.length > 1 ? partKeys(file.name, name) : {};
    if ("unread" in part) left.push({name, reason: part.unread});
    else if ("preset" in part.made) {
      const {preset, suggestion, told} = part.made;
      if (suggestion) surveys.push({file: file.name, part: one, presets: [preset], suggestion, told: [told]});
      else plain.push({...part.made, name});
    } else if (isKnown) left.push({name, reason: "no preset fits this part of the file"});
    else if (part.made.nearest && part.made.columns > 1) {
      drafted.push({file: file.name, part: one, nearest: part.made.nearest, near: part.made.near});
    } else
      left.push({name, reason: part.made.columns > 1 ? "no preset fits, and no field of a kind is named" : "no table"});
  }
  // An empty module of an archive is nobody's, where others have rows.
  const good = plain.filter(({told}) => told.problem === undefined);
  const chosen = good.length ? good : plain;
  for (const {name, told} of plain) {
    if (!chosen.some((part) => part.name === name)) left.push({name, reason: told.problem!});
  }
  const presets = [...new Set(chosen.map(({preset}) => preset))];
  const told = chosen.map(({told}) => told);
  const known = presets.length ? [{file: file.name, part: {}, presets, told}] : [];
  return {known: [...known, ...surveys], drafted, left};
}

/** `backup.zip/Deals.xlsx#May` → entries and sheet. */
function partKeys(file: string, name: string): Keys {
  const rest = name.slice(file.length);
  const [, entry, sheet] = /^(?:\/(.*?))?(?:#(.*))?$/s.exec(rest)!;
  return {entries: entry, sheet};
}

function together<T extends Piece>(pieces: readonly T[], by: (piece: T) => unknown): T[][] {
  const groups = new Map<string, T[]>();
  for (const piece of pieces) {
    const key = JSON.stringify([patternOf(piece.file), piece.part, by(piece)]);
    groups.set(key, [...(groups.get(key) ?? []), piece]);
  }
  return [...groups.values()];
}

/** The preset's name, or what the names of several have in common. */
function wantedName(presets: readonly Preset[], file: string): string {
  const words = presets.map(({name}) => name.split("-"));
  const same = words[0]!.filter((word, i) => words.every((other) => other[i] === word));
  return same.join("_") || snakeCase(basename(file)) || "export";
}

/** Files with a greater share of bad rows are not what they seem to be. */
export const MOST_BAD = 0.5;

const shareOf = ({rejected, rows}: Told): number => (rows ? rejected / rows : 0);
const isHopeless = (told: Told): boolean => told.problem !== undefined || shareOf(told) > MOST_BAD;

/** What decides of all files of a group: the first that cannot be loaded, and the one with the most bad rows. */
function worst(pieces: readonly Known[]): Pick<Group, "problem" | "bad" | "share" | "rows" | "currencies" | "naive"> {
  const told = pieces.flatMap(({told}) => told);
  const most = told.reduce((worst, next) => (shareOf(next) > shareOf(worst) ? next : worst));
  const currencies: Group["currencies"] = {};
  for (const {file, told} of pieces) {
    for (const it of told) currencies[file] = {...currencies[file], ...it.currencies};
  }
  return {
    problem: told.find(({problem}) => problem !== undefined)?.problem,
    bad: most.bad,
    share: shareOf(most),
    rows: most.rows,
    currencies,
    naive: [...new Set(told.flatMap(({naive}) => naive))]
  };
}
