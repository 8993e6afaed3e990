import type {Load} from "../../ingest/ledger.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";

type Known = Pick<Load, "load_id" | "kind"> & Partial<Load>;

/** Writes a load into the ledger as ingest would; what is not given is of no account. */
export async function enterLoad(warehouse: Warehouse, load: Known): Promise<void> {
  const {load_id} = load;
  const row = {
    source: "s",
    preset: null,
    file: `f${load_id}`,
    container: `f${load_id}`,
    format: "text",
    delimiter: ",",
    sha256: `h${load_id}`,
    mapping: "m",
    headers: "[]",
    schema_print: "p",
    precedence: load_id,
    rows_read: 1,
    rows_loaded: 1,
    rows_rejected: 0,
    rows_set_aside: 0,
    loaded_at: "2026-06-01 00:00:00",
    seconds: 0,
    ...load
  };
  const entries = Object.entries(row);
  const given = entries.map(([name], i) => `$${i + 1} as ${name}`);
  await warehouse.connection.run(
    `insert into ledger.loads by name select ${given.join(", ")}`,
    entries.map(([, value]) => value as string | number | null)
  );
}
