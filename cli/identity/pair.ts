import {fitted} from "../../ingest/explaining/width.ts";
import {settingsOf} from "../../models/settingsOf.ts";
import {UserError} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {say} from "../say.ts";
import type {Session} from "../session.ts";
import {comparedFields, evidenceReader} from "./evidence.ts";
import {knownKeys} from "./keys.ts";
import {scorePair} from "./scorePair.ts";
import {reasonOf, type KeptPair, type Thresholds} from "./verdict.ts";
import {waterfall} from "./waterfall.ts";

/** Prints two records, the waterfall of their pair (prior, comparisons and total in bits), its verdict and why. */
export async function tellPair({project, warehouse}: Session, written: readonly string[]): Promise<void> {
  const keys = await keysOf(warehouse, written);
  await tellRecords(warehouse, keys);
  const [kept] = await warehouse.rows<KeptPair>("from int_identity_pair where left_key = $1 and right_key = $2", keys);
  const pair = kept ?? (await scorePair(warehouse, settingsOf(project), keys));
  if (pair) {
    const evidence = (await evidenceReader(warehouse))(pair.party, pair.evidence);
    const model = await warehouse.row<Thresholds>("from int_identity_model where party = $1", [pair.party]);
    for (const line of ["", ...waterfall(evidence, model.match_share, pair.weight), ""]) console.log(line);
    say("verdict", reasonOf(pair, model));
  } else say("verdict", "never compared: a person with an organisation, or an address of contact alone");
  say("", await endOf(warehouse, keys));
}

async function keysOf(warehouse: Warehouse, written: readonly string[]): Promise<[string, string]> {
  if (written.length !== 2) throw new UserError("identity: --explain takes two record keys, such as customer:1 lead:2");
  const known = await knownKeys(warehouse, written);
  const unknown = written.find((key) => !known.has(key));
  if (unknown !== undefined)
    throw new UserError(`identity: unknown record "${unknown}"; its key is as in "perennial identity --review"`);
  const [left, right] = written.map((key) => known.get(key)!.record_key);
  if (left === right) throw new UserError(`identity: both keys are of the record "${left}"; name two records`);
  // The order of the engine's text, by which pairs are kept.
  const {least, most} = await warehouse.row<{least: string; most: string}>(
    "select least($1, $2) as least, greatest($1, $2) as most",
    [left!, right!]
  );
  return [least, most];
}

async function tellRecords(warehouse: Warehouse, keys: readonly string[]): Promise<void> {
  const fields = await comparedFields(warehouse);
  const values = fields.map((field) => `"${field}"::varchar as "${field}"`).join(", ");
  const rows = await warehouse.rows<Record<string, string | null>>(
    `select record_key, ${values} from int_identity_record where record_key in ($1, $2) order by record_key`,
    [...keys]
  );
  const [a, b] = rows as [Record<string, string | null>, Record<string, string | null>];
  for (const field of ["record_key", ...fields]) {
    if (a[field] === null && b[field] === null) continue;
    console.log(`        ${fitted(field, 16)} ${fitted(a[field] ?? "–", 38)} ${fitted(b[field] ?? "–", 38)}`.trimEnd());
  }
}

async function endOf(warehouse: Warehouse, keys: readonly string[]): Promise<string> {
  const members = await warehouse.rows<{customer_id: string}>(
    "select customer_id from int_identity_member where record_key in ($1, $2) order by record_key",
    [...keys]
  );
  const [left, right] = members.map(({customer_id}) => customer_id);
  return left === right ? `they are one customer, ${left}` : `they are two customers, ${left} and ${right}`;
}
