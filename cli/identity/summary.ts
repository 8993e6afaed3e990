import {contradictions, readDecisions, readHistory} from "../../models/identity/decisions.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {plural, say, whole} from "../say.ts";
import type {Session} from "../session.ts";
import {counts, decisionsFile, tellContradictions} from "./decide.ts";
import {knownKeys} from "./keys.ts";
import {waiting} from "./review.ts";

const share = (value: number): string => `${(value * 100).toFixed(value < 0.001 ? 4 : 1)} %`;

/** Prints in words what identity resolution made of the records. */
export async function tellSummary(session: Session): Promise<void> {
  const {warehouse} = session;
  await tellRecords(warehouse);
  for (const party of ["person", "organisation"] as const) await tellModel(warehouse, party);
  await tellClusters(warehouse);
  await tellShared(warehouse);
  await tellDecisions(session);
  const {n} = await warehouse.row<{n: number}>(`select count(*) as n from int_identity_pair where ${waiting}`);
  say("review", n ? `${plural(n, "pair")} in doubt: perennial identity --review FILE` : "no pair is in doubt");
}

async function tellRecords(warehouse: Warehouse): Promise<void> {
  const all = await warehouse.row<{records: number; people: number; organisations: number; customers: number}>(
    `select count(*) as records, count(*) filter (party = 'person') as people, count(*) filter (party = 'organisation') as organisations,
       count(distinct customer_id) as customers from int_identity_member`
  );
  say("records", `${whole(all.records)}: ${whole(all.people)} of people, ${whole(all.organisations)} of organisations`);
  const linked = await warehouse.rows<{linked_by: string; n: number}>(
    "select linked_by, count(*) as n from int_identity_member where linked_by <> 'alone' group by linked_by order by n desc, linked_by"
  );
  const ways: Record<string, string> = {
    rule: "by a rule",
    score: "by score",
    steward: "by a steward",
    contact: "by contact"
  };
  const by = linked.map(({linked_by, n}) => `${whole(n)} ${ways[linked_by] ?? linked_by}`);
  say("", `${plural(all.customers, "customer")}${by.length ? `; records tied to others: ${by.join(", ")}` : ""}`);
}

interface Model {
  records: number;
  trained_records: number;
  match_share: number;
  blocking_recall: number | null;
  unlinkable_records: number;
  link_probability: number;
  review_probability: number;
}

async function tellModel(warehouse: Warehouse, party: "person" | "organisation"): Promise<void> {
  const [model] = await warehouse.rows<Model>("from int_identity_model where party = $1", [party]);
  if (!model?.records) return;
  const {links} = await warehouse.row<{links: number}>(
    "select count(*) as links from int_identity_pair where party = $1 and verdict = 'link'",
    [party]
  );
  const words = party === "person" ? "people" : "firms";
  say(
    words,
    `linked from a probability of ${share(model.link_probability)}, reviewed from ${share(model.review_probability)}`
  );
  say("", `${plural(links, "pair")} linked; ${whole(model.unlinkable_records)} records say too little to be linked`);
  if (model.blocking_recall !== null)
    say("", `${share(model.blocking_recall)} of the pairs within customers were found by blocking`);
  await tellRules(warehouse, party);
}

async function tellRules(warehouse: Warehouse, party: string): Promise<void> {
  const rules = await warehouse.rows<{
    rule: string;
    pairs: number;
    skipped_values: number;
    links: number;
    only_links: number;
  }>(
    "select rule, pairs, skipped_values, links, only_links from int_identity_rule where party = $1 and links > 0 order by links desc, rule",
    [party]
  );
  if (rules.length) say("", "rules that found them:");
  for (const {rule, pairs, skipped_values, links, only_links} of rules) {
    const parts = [plural(pairs, "pair"), `${plural(links, "link")}, ${whole(only_links)} by no other rule`];
    if (skipped_values) parts.push(`${plural(skipped_values, "value")} too common`);
    say("", `  ${rule.padEnd(28)} ${parts.join("; ")}`);
  }
}

async function tellClusters(warehouse: Warehouse): Promise<void> {
  const largest = await warehouse.rows<{customer_id: string; n: number}>(
    "select customer_id, count(*) as n from int_identity_member group by customer_id having n > 1 order by n desc, customer_id limit 5"
  );
  if (largest.length)
    say("largest", largest.map(({customer_id, n}) => `${customer_id} of ${plural(n, "record")}`).join(", "));
}

async function tellShared(warehouse: Warehouse): Promise<void> {
  const {n} = await warehouse.row<{n: number}>("select count(*) as n from int_identity_shared");
  if (!n) return;
  say("shared", `${plural(n, "value ties", "values tie")} too many records, and no record is linked by them:`);
  const values = await warehouse.rows<{field: string; value: string; records: number; reason: string}>(
    "select field, value, records, reason from int_identity_shared order by records desc, field, value limit 5"
  );
  const why = (reason: string) => (reason === "configured" ? "excluded by the config" : "found in the data");
  for (const {field, value, records, reason} of values)
    say("", `  ${field} ${value}: ${plural(records, "record")}, ${why(reason)}`);
  if (n > values.length) say("", `  … and ${whole(n - values.length)} more`);
}

async function tellDecisions(session: Session): Promise<void> {
  const path = decisionsFile(session);
  const held = readDecisions(path);
  if (!held.length) return;
  say("steward", `${plural(held.length, "decision")} in force${counts(held)}`);
  const keys = new Set(held.flatMap(({left, right}) => [left, right]));
  const known = await knownKeys(session.warehouse, [...keys]);
  if (known.size < keys.size)
    say(
      "",
      `${plural(keys.size - known.size, "record")} that they name is no longer there, such as ${[...keys].find((key) => !known.has(key))}`
    );
  tellContradictions(contradictions(readHistory(path)));
}
