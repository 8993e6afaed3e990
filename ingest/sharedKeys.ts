import type {Warehouse} from "../warehouse/warehouse.ts";
import {contractOf, kindNames, type Kind} from "./contracts/kinds.ts";
import {loads} from "./ledger.ts";

/** Keys of one kind that more than one source delivers: one thing exported twice, or two things that must be kept apart. */
export interface SharedKeys {
  kind: Kind;
  field: string;
  sources: string[];
  keys: number;
  example: string;
}

/** Finds them among all loads; the latest delivery of a shared key counts. */
export async function sharedKeys(warehouse: Warehouse): Promise<SharedKeys[]> {
  const present = await loads(warehouse);
  const found: SharedKeys[] = [];
  for (const kind of kindNames) {
    const {key} = contractOf(kind);
    const field = key.join(", ");
    const parts = present.filter((load) => load.kind === kind);
    const sources = [...new Set(parts.map(({source}) => source))];
    if (!key.length || sources.length < 2) continue;
    const all = parts.map(
      ({load_id, source}) =>
        `select concat_ws(' · ', ${key.map((name) => `"${name}"`).join(", ")}) as key, '${source}' as source from store."load_${load_id}" where problems = 0 and rule = 0`
    );
    const {keys, example} = await warehouse.row<{keys: number; example: string | null}>(
      `select count(*) as keys, min(key) as example from
       (select key from (${all.join(" union all ")}) group by key having count(distinct source) > 1)`
    );
    if (keys) found.push({kind, field, sources, keys, example: example!});
  }
  return found;
}
