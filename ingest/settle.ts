import type {Warehouse} from "../warehouse/warehouse.ts";
import type {Config} from "./config.ts";
import {kindNames} from "./contracts/kinds.ts";
import type {Failures} from "./failures.ts";
import {passAway, retireOlder} from "./history.ts";
import type {Holdings} from "./holdings.ts";
import {dropUnkept, exposeRaw, type Load} from "./ledger.ts";
import type {Places} from "./places.ts";

interface Taken {
  holdings: Holdings;
  /** Loads of parts that the files have now. */
  current: readonly Load[];
  failures: Failures;
  places: Places;
}

/** Parts that a corrected file no longer has go; sources that became full exports, or no longer are, are put right. */
export async function settle(
  warehouse: Warehouse,
  {sources}: Config,
  {holdings, current, failures, places}: Taken
): Promise<void> {
  await warehouse.transaction(async () => {
    for (const old of holdings.live) {
      const hasSisters = current.some(
        (load) => load.source === old.source && load.container === old.container && load.sha256 !== old.sha256
      );
      if (hasSisters && !failures.has(old)) await passAway(warehouse, old.load_id, "replaced");
    }
    await sort(warehouse, holdings, places);
    for (const [name, {mode}] of Object.entries(sources)) await retireOlder(warehouse, name, mode);
    await exposeRaw(warehouse, kindNames);
    await dropUnkept(warehouse);
  });
  await holdings.look();
}

/** Loads of an earlier run stand where the configuration now puts their source and glob, the latest file of the same bytes. */
async function sort(warehouse: Warehouse, {live, retired}: Holdings, places: Places): Promise<void> {
  for (const load of [...live, ...retired]) {
    const sorts = places.sortOf(load);
    if (!sorts || sorts === load.precedence) continue;
    const table = "status" in load ? "past_loads" : "loads";
    await warehouse.connection.run(`update ledger.${table} set precedence = $1 where load_id = $2`, [
      sorts,
      load.load_id
    ]);
  }
}
