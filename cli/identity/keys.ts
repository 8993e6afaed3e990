import {listValue} from "@duckdb/node-api";
import type {Warehouse} from "../../warehouse/warehouse.ts";

/** A record that a key means. */
export interface KnownRecord {
  record_key: string;
  party: "person" | "organisation";
  /** contacts: an e-mail or a telephone number of events, which belongs to the customer who has it. */
  origin: string;
}

/** The records that keys mean as people write them: a bare key is that of a customer record. */
export async function knownKeys(warehouse: Warehouse, keys: readonly string[]): Promise<Map<string, KnownRecord>> {
  const rows = await warehouse.rows<KnownRecord & {written: string}>(
    `select written, record_key, party, origin
     from (select written, unnest([written, 'customer:' || written]) as record_key, unnest([1, 2]) as rank from (select distinct unnest($1::varchar[]) as written))
     join int_identity_record using (record_key)
     qualify row_number() over (partition by written order by rank) = 1`,
    [listValue([...keys])]
  );
  return new Map(rows.map((row) => [row.written, row]));
}
