import type {Table} from "apache-arrow";

/** Fetch an Arrow IPC file; its reader (50 KB) is loaded on first use only. @throws when the server refuses */
export async function arrowTable(address: string): Promise<Table> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  const {tableFromIPC} = await import("apache-arrow");
  return tableFromIPC(new Uint8Array(await response.arrayBuffer()));
}
