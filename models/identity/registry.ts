import {createHash} from "node:crypto";
import {duckdb} from "../../warehouse/compiler.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {pseudonym} from "../pseudonym.ts";
import {join, text} from "../sql.ts";

/**
 * Gives every cluster its customer_id, the same as ever where it has one, and writes down what has changed.
 *
 * `grouped` (record_key, root) is a temporary table of all records. A cluster keeps the id that most of its records had (then the oldest,
 * then the smallest). Of several clusters that claim one id the one with most of its records gets it, then the one that has had it
 * longest, then the one that has no better. Ids that a cluster holds besides become tombstones that point at the survivor. A cluster
 * without a claim takes back an id that its records had before and nobody has now, which is how undone merges and deleted files come
 * back; else it gets a new one from its smallest record key, so that the same records always get the same ids. Another secret makes all
 * of them anew. Creates the temporary table `identified` (record_key, customer_id).
 */
export async function assignIds(warehouse: Warehouse, secret: string): Promise<void> {
  await forgetOtherSecret(warehouse, secret);
  await warehouse.run(`
    create or replace temp table head as select root, min(record_key) as first_key, count(*) as records from grouped group by root`);
  await claim(warehouse, "from identity.assigned", "claimed");
  await warehouse.run(`
    create or replace temp table named as
    select root, customer_id from claimed where place = 1`);
  await claim(
    warehouse,
    `select record_key, arg_max(customer_id, run) as customer_id, -max(run) as since from identity.past
     where customer_id not in (select customer_id from claimed) group by record_key`,
    "revived",
    "root not in (select root from named)"
  );
  await warehouse.run("insert into named select root, customer_id from revived where place = 1");
  await nameNew(warehouse, secret);
  await warehouse.run(`
    create or replace temp table identified as
    select record_key, customer_id from grouped join named using (root)`);
  await record(warehouse);
  for (const table of ["head", "claimed", "revived", "named", "fresh"])
    await warehouse.run(`drop table if exists ${table}`);
}

/** Ids made with another secret could be recomputed by whoever knows it: they end with it. */
async function forgetOtherSecret(warehouse: Warehouse, secret: string): Promise<void> {
  const print = createHash("sha256").update(secret).digest("hex");
  const [known] = await warehouse.rows<{print: string}>("select print from identity.secret");
  if (known?.print === print) return;
  await warehouse.transaction(async () => {
    for (const table of ["secret", "assigned", "past", "customers", "changes"])
      await warehouse.run(`delete from identity.${table}`);
    await warehouse.connection.run("insert into identity.secret values ($1)", [print]);
  });
}

/** Which cluster gets each id that its records had, and the place of the id among those that the cluster gets. */
async function claim(warehouse: Warehouse, had: string, name: string, where = "true"): Promise<void> {
  await warehouse.run(`
    create or replace temp table ${name} as
    with votes as (
      select root, customer_id, count(*) as votes, min(since) as since, min(record_key) as first_key
      from grouped join (${had}) had using (record_key) where ${where} group by root, customer_id
    ),
    ranked as (
      select votes.*, run, row_number() over (partition by root order by votes desc, run, customer_id) as rank
      from votes left join identity.customers using (customer_id)
    ),
    won as (from ranked qualify row_number() over (partition by customer_id order by votes desc, since, rank, first_key) = 1)
    select root, won.customer_id, row_number() over (partition by root order by votes desc, run, won.customer_id) as place
    from won`);
}

/** Names who has no id yet after the key of their first record, and of the turn where it is not the first. */
const nameSql = (secret: string, turn: number): string =>
  duckdb
    .updateTable("fresh")
    .set(({ref}) => ({
      customer_id: pseudonym("C-", secret, turn ? join(ref("first_key"), text(` ${turn}`)) : ref("first_key"))
    }))
    .where("customer_id", "is", null)
    .compile().sql;

/** New ids; one that somebody has or had is passed over for the next. */
async function nameNew(warehouse: Warehouse, secret: string): Promise<void> {
  await warehouse.run(
    "create or replace temp table fresh as select root, first_key, 0 as turn, null::varchar as customer_id from head where root not in (select root from named)"
  );
  for (let turn = 0; ; turn++) {
    const {n} = await warehouse.row<{n: number}>("select count(*) as n from fresh where customer_id is null");
    if (!n) break;
    await warehouse.run(nameSql(secret, turn));
    await warehouse.run(`
      update fresh set customer_id = null
      where customer_id in (select customer_id from identity.customers union all select customer_id from named)
        or root in (select root from fresh where customer_id is not null qualify row_number() over (partition by customer_id order by root) > 1)`);
  }
  await warehouse.run("insert into named select root, customer_id from fresh");
}

/** Writes the registry and the changes of this run, in one transaction; nothing where nothing has changed. */
async function record(warehouse: Warehouse): Promise<void> {
  await warehouse.run(`
    create or replace temp table moved as
    select coalesce(i.record_key, a.record_key) as record_key, a.customer_id as from_id, i.customer_id as to_id
    from identified i full join identity.assigned a using (record_key)
    where a.customer_id is distinct from i.customer_id`);
  const {n} = await warehouse.row<{n: number}>("select count(*) as n from moved");
  if (n) {
    await warehouse.transaction(async () => {
      const {run, isFirst} = await warehouse.row<{run: number; isFirst: boolean}>(
        `select greatest((select max(run) from identity.customers), (select max(run) from identity.past), (select max(run) from identity.changes), 0) + 1 as run,
          (select count(*) from identity.customers) = 0 as "isFirst"`
      );
      await warehouse.run(`
        create or replace temp table now as
        select customer_id, count(*) as records from identified group by customer_id`);
      await warehouse.run(`
        create or replace temp table change as
        with old as (select customer_id, count(*) as records from identity.assigned group by customer_id),
        lost as (select from_id, to_id, count(*) as records from moved where from_id is not null group by all),
        gained as (select to_id, count(*) as records, count(*) filter (from_id is null) as added from moved where to_id is not null group by to_id),
        heir as (select from_id, arg_max(to_id, (records, to_id)) as to_id from lost where to_id is not null group by from_id)
        select 'merged' as change, old.customer_id, heir.to_id as into_id, old.records
        from old join heir on heir.from_id = old.customer_id where old.customer_id not in (select customer_id from now)
        union all
        select 'gone', old.customer_id, null, old.records from old
        where old.customer_id not in (select customer_id from now) and old.customer_id not in (select from_id from heir)
        union all
        select case when old_status.customer_id is not null then 'revived' when lost.from_id is not null then 'split' else 'new' end,
          now.customer_id, lost.from_id, now.records
        from now left join old using (customer_id) left join identity.customers old_status using (customer_id)
          left join (select to_id, min(from_id) as from_id from lost where from_id in (select customer_id from now) group by to_id) lost on lost.to_id = now.customer_id
        where old.customer_id is null
        union all
        select 'grown', now.customer_id, null, gained.added
        from now join old using (customer_id) join gained on gained.to_id = now.customer_id where gained.added > 0`);
      await warehouse.run(
        `insert into identity.past select record_key, from_id, ${run} from moved where from_id is not null`
      );
      await warehouse.run("delete from identity.assigned where record_key in (select record_key from moved)");
      await warehouse.run(`insert into identity.assigned
        select record_key, to_id, ${run} from moved where to_id is not null`);
      await warehouse.run(
        `update identity.customers set status = 'active', into_id = null where customer_id in (select customer_id from now) and status <> 'active'`
      );
      await warehouse.run(
        `insert into identity.customers select customer_id, ${run}, 'active', null from now anti join identity.customers using (customer_id)`
      );
      await warehouse.run(
        `update identity.customers c set status = change.change, into_id = change.into_id from change where change.customer_id = c.customer_id and change.change in ('merged', 'gone')`
      );
      // Who was merged into somebody who was merged since belongs to the last of them.
      for (let chained = 1; chained;) {
        await warehouse.run(
          `update identity.customers c set into_id = next.into_id from identity.customers next where next.customer_id = c.into_id and next.status = 'merged'`
        );
        ({chained} = await warehouse.row<{chained: number}>(
          "select count(*) as chained from identity.customers c join identity.customers next on next.customer_id = c.into_id where next.status = 'merged'"
        ));
      }
      const listed = isFirst
        ? "select 'new' as change, null as customer_id, null as into_id, count(*) as records from change"
        : "from change";
      await warehouse.run(`insert into identity.changes
        select (select coalesce(max(change_id), 0) from identity.changes) + row_number() over (order by change, customer_id), ${run}, change, customer_id, into_id, records
        from (${listed})`);
      await warehouse.run("drop table now; drop table change");
    });
  }
  await warehouse.run("drop table moved");
}
