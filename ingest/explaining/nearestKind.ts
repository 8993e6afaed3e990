import {fieldsOf} from "../contracts/contract.ts";
import {contractOf, kindNames, type Kind} from "../contracts/kinds.ts";
import type {SampleType} from "../loading/sampleTypes.ts";
import {spelled} from "../presets/recognise.ts";
import {typeWord} from "./fieldSample.ts";

/** A column of a file, with what its first values look like. */
export interface TypedColumn {
  header: string;
  type: SampleType;
}

/** A field that every row needs and for which no header is known, with the headers whose values could be it. */
export interface Unknown {
  field: string;
  type: string;
  candidates: string[];
}

/** A kind of export that a file could be, by the names of its columns. */
export interface NearestKind {
  kind: Kind;
  /** Field → header. */
  map: Record<string, string>;
  unknown: Unknown[];
}

/** The kind most of whose fields the headers name, as fields or their aliases; undefined where none is named. */
export function nearestKind(columns: readonly TypedColumn[]): NearestKind | undefined {
  const headers = columns.map(({header}) => header);
  const all = kindNames.map((kind): NearestKind => {
    const contract = contractOf(kind);
    const fields = fieldsOf(contract);
    const map = spelled(
      Object.fromEntries(
        fields.map(({name}) => [name, [name.replaceAll("_", " "), ...(contract.aliases[name] ?? [])]])
      ),
      headers
    );
    const free = columns.filter(({header}) => !Object.values(map).includes(header));
    const unknown = fields
      .filter(({name, nullable}) => !nullable && map[name] === undefined)
      .map((field) => ({
        field: field.name,
        type: typeWord(field),
        candidates: free.filter(({type}) => couldBe(typeWord(field), type)).map(({header}) => header)
      }));
    return {kind, map, unknown};
  });
  const known = ({map}: NearestKind) => Object.keys(map).length;
  const [best] = all.sort((a, b) => known(b) - known(a) || a.unknown.length - b.unknown.length);
  return best && known(best) ? best : undefined;
}

function couldBe(wanted: string, type: SampleType): boolean {
  if (type === "empty") return false;
  if (wanted === "number" || wanted === "amount") return type === "number";
  if (wanted === "time" || wanted === "day") return type === "time";
  if (wanted === "key") return type === "number" || type === "text";
  return wanted === type;
}
