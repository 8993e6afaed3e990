import {loads, openLedger, pastLoads, type Load, type PastLoad} from "../ingest/ledger.ts";
import {say, whole} from "./say.ts";
import type {Session} from "./session.ts";

/** Lists every load that the ledger knows, oldest first. */
export async function tellHistory({warehouse}: Session): Promise<void> {
  await openLedger(warehouse);
  const all: (Load | PastLoad)[] = [...(await loads(warehouse)), ...(await pastLoads(warehouse))];
  all.sort((a, b) => (a.load_id < b.load_id ? -1 : 1));
  say("history", `${whole(all.length)} loads`);
  for (const load of all) {
    const status = "status" in load ? load.status : "loaded";
    const rows =
      status === "failed" ? (load as PastLoad).message : `${whole(load.rows_loaded)} of ${whole(load.rows_read)} rows`;
    const at = load.loaded_at.toISOString().slice(0, 16).replace("T", " ");
    say("", `${load.load_id}  ${at}  ${status.padEnd(8)}  ${load.source}: ${load.file}: ${rows}`);
  }
}
