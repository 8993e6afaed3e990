import {join} from "node:path";
import type {Written} from "./csvFile.ts";
import {faultsOf, placedAt, type PlacedFault} from "./faults.ts";
import {textSink} from "./textSink.ts";

export interface NdjsonFile {
  write: (objects: object[]) => Promise<void>;
  close: () => Promise<Written>;
}

/** Opens a file of one JSON object a line under `out`, gzipped where its name says so; faults are placed as in a CSV. */
export function openNdjson(out: string, file: string, placed: PlacedFault[] = []): NdjsonFile {
  const sink = textSink(join(out, file));
  const pending = faultsOf(file);
  let rows = 0;

  function line(object: object): string {
    const fault = pending.get(++rows);
    if (!fault) return JSON.stringify(object);
    placed.push(placedAt(fault, rows));
    if (fault.cut !== undefined) return JSON.stringify(object).slice(0, fault.cut);
    return JSON.stringify({...object, [fault.column!]: fault.value});
  }

  return {
    write: (objects) => sink.write(objects.map((object) => line(object) + "\n").join("")),
    close: async () => ({bytes: await sink.close(), file, rows})
  };
}
