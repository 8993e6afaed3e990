import type {Warehouse} from "../../warehouse/warehouse.ts";

/** What identity resolution remembers from build to build: how it was trained, and who has which id. */
const tables = [
  "identity.trained (party varchar primary key, version varchar not null, records bigint not null, body varchar not null)",
  "identity.frequency (party varchar not null, field varchar not null, value varchar not null, share double not null)",
  "identity.forgotten (time bigint not null)",
  "identity.skipped (party varchar not null, rule varchar not null, value varchar not null)",
  `identity.found (party varchar not null, rule varchar not null, pairs bigint not null, skipped_values bigint not null,
    skipped_pairs double not null, links bigint not null, only_links bigint not null)`,
  "identity.weights (party varchar not null, weight_bin bigint not null, verdict varchar not null, pairs bigint not null)",
  "identity.assigned (record_key varchar primary key, customer_id varchar not null, since bigint not null)",
  "identity.secret (print varchar not null)",
  "identity.past (record_key varchar not null, customer_id varchar not null, run bigint not null)",
  "identity.customers (customer_id varchar primary key, run bigint not null, status varchar not null, into_id varchar)",
  `identity.changes (change_id bigint primary key, run bigint not null, change varchar not null, customer_id varchar, into_id varchar,
    records bigint not null)`
];

/** Makes the tables where they are not there yet. */
export async function openState(warehouse: Warehouse): Promise<void> {
  await warehouse.run("create schema if not exists identity");
  for (const table of tables) await warehouse.run(`create table if not exists ${table}`);
}

/** Forgets how resolution was trained, so that the next build learns anew. Ids stay. */
export async function forgetTraining(warehouse: Warehouse): Promise<void> {
  await openState(warehouse);
  await warehouse.transaction(async () => {
    for (const table of ["trained", "frequency", "skipped"]) await warehouse.run(`delete from identity.${table}`);
    await warehouse.run("insert into identity.forgotten select count(*) + 1 from identity.forgotten");
  });
}

/** How often it was told to forget, as text: what is learnt after that is another thing. */
export async function forgotten(warehouse: Warehouse): Promise<string> {
  await openState(warehouse);
  return String((await warehouse.row<{times: number}>("select count(*) as times from identity.forgotten")).times);
}
