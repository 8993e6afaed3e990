import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {Settings} from "../settings.ts";
import {accuracy} from "./accuracy.ts";
import {pairsSql} from "./blocking.ts";
import {parties} from "./comparisons.ts";
import {withTrained} from "./session.ts";

/**
 * Share of the pairs of one cluster that blocking finds, so that they are compared at all; null where there are none. What follows can
 * find no more. `truth` names a relation of record_key and cluster; of its records only those of the warehouse count.
 */
export async function blockingRecall(warehouse: Warehouse, truth: string, settings: Settings): Promise<number | null> {
  const {truth: pairs} = await accuracy(
    warehouse,
    `select cluster as found, cluster as truth from ${truth} join int_identity_member using (record_key)`
  );
  if (!pairs) return null;
  let compared = 0;
  await withTrained({warehouse, settings}, async (trained) => {
    await warehouse.run(
      `create or replace temp table placed as select n, cluster from usable join ${truth} using (record_key)`
    );
    const found = parties.flatMap((party) =>
      (trained[party]?.rules ?? []).map(
        ({rule}) => `select l, r from (${pairsSql(party, rule)}) join placed a on a.n = l join placed b on b.n = r
          where a.cluster = b.cluster`
      )
    );
    if (found.length)
      ({compared} = await warehouse.row<{compared: number}>(
        `select count(*) as compared from (${found.join(" union ")})`
      ));
    await warehouse.run("drop table placed");
  });
  return compared / pairs;
}
