import {renameSync, writeFileSync} from "node:fs";
import {resolve} from "node:path";
import {csv, type CsvValue} from "../../dashboards/live/csv.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {plural, say, whole} from "../say.ts";
import type {Session} from "../session.ts";
import {comparedFields, evidenceReader, inWords} from "./evidence.ts";

/** More than anybody decides before the next build. */
const MOST = 10_000;

/** Pairs that wait for a steward: in doubt, undecided, and not one customer by other ties. */
export const waiting = "verdict = 'review' and decided is null and not is_same";

/** Writes the pairs in doubt with both records side by side, those of the customers with the most revenue first. */
export async function writeReview({warehouse}: Session, file: string): Promise<void> {
  const fields = await comparedFields(warehouse);
  const sides = fields.flatMap((field) => [`left_${field}`, `right_${field}`]);
  const columns = ["pair", "left_key", "right_key", "probability", "agrees", "differs", ...sides, "verdict", "note"];
  const path = resolve(file);
  const pairs = await reviewed(warehouse, fields);
  const rows = pairs.map((pair, i) => [i + 1, ...columns.slice(1).map((column) => pair[column])]);
  writeFileSync(`${path}.new`, csv(columns, rows));
  renameSync(`${path}.new`, path);
  const {n} = await warehouse.row<{n: number}>(`select count(*) as n from int_identity_pair where ${waiting}`);
  say("review", `${plural(rows.length, "pair")} to review in ${file}${n > rows.length ? `, of ${whole(n)}` : ""}`);
  if (n) say("", `write same, different or unsure into its column verdict; then: perennial identity --decide ${file}`);
}

type Pair = Record<string, CsvValue>;

async function reviewed(warehouse: Warehouse, fields: readonly string[]): Promise<Pair[]> {
  const read = await evidenceReader(warehouse);
  const side = (name: "left" | "right") =>
    fields.map((field) => `${name}_record."${field}"::varchar as "${name}_${field}"`).join(", ");
  const revenue = (
    name: "left" | "right"
  ) => `left join int_identity_member as ${name}_member on ${name}_member.record_key = ${name}_key
    left join mart_customer_360 as ${name}_customer on ${name}_customer.customer_id = ${name}_member.customer_id
    left join int_identity_record as ${name}_record on ${name}_record.record_key = ${name}_key`;
  const pairs = await warehouse.rows<{party: string; evidence: string} & Pair>(
    `select pair.party, left_key, right_key, round(probability, 4) as probability, evidence, ${side("left")}, ${side("right")}
     from int_identity_pair as pair ${revenue("left")} ${revenue("right")} where ${waiting}
     order by coalesce(left_customer.net_revenue, 0) + coalesce(right_customer.net_revenue, 0) desc, pair.probability desc, left_key, right_key
     limit ${MOST}`
  );
  return pairs.map((pair) => {
    const evidence = read(pair.party, pair.evidence);
    return {...pair, agrees: inWords(evidence, true), differs: inWords(evidence, false)};
  });
}
