import type {Warehouse} from "../../warehouse/warehouse.ts";
import {comparisons, parties, type Party} from "./comparisons.ts";
import type {IdentitySettings} from "./settings.ts";
import {train, type Trained} from "./train.ts";
import {linkRules} from "./linkRules.ts";
import {usualRules} from "./blocking.ts";

/** What was trained holds until the records have become twice as many (or half), so that a day's file moves no weight. */
const grownBy = 2;

/** What decides what is learnt, apart from the records. */
export const learningVersion = ({blocking}: IdentitySettings): string =>
  JSON.stringify([3, comparisons, usualRules, linkRules, blocking]);

/** What was learnt of each party that has records; learns where nothing is, where its definition has changed, or where records have grown. */
export async function learnt(
  warehouse: Warehouse,
  settings: IdentitySettings
): Promise<Partial<Record<Party, Trained>>> {
  const version = learningVersion(settings);
  const known = await warehouse.rows<{party: Party; version: string; records: number; body: string}>(
    "from identity.trained"
  );
  const result: Partial<Record<Party, Trained>> = {};
  for (const party of parties) {
    const {records} = await warehouse.row<{records: number}>(
      `select count(*) as records from usable where party = '${party}'`
    );
    const before = known.find((row) => row.party === party);
    const holds =
      before?.version === version && records < before.records * grownBy && records * grownBy > before.records;
    if (!records) continue;
    if (holds) result[party] = JSON.parse(before.body) as Trained;
    else {
      const trained = await train(warehouse, party, settings.blocking[party]);
      result[party] = trained;
      await warehouse.connection.run("insert or replace into identity.trained values ($1, $2, $3, $4)", [
        party,
        version,
        records,
        JSON.stringify(trained)
      ]);
    }
  }
  return result;
}
