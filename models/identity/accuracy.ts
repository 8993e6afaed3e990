import type {Warehouse} from "../../warehouse/warehouse.ts";

/** How well records were put together, by their pairs: numbers of pairs, and shares of them that are null where there are none. */
export interface Accuracy {
  /** Pairs that were put together, pairs that belong together, and pairs of both kinds. */
  found: number;
  truth: number;
  both: number;
  /** both / found. */
  precision: number | null;
  /** both / truth. */
  recall: number | null;
  /** The harmonic mean of these: 2 both / (found + truth). */
  f1: number | null;
}

/** What came of identity resolution against the truth, beside what keys alone would have given. */
export interface IdentityAccuracy {
  /** Records of the truth that are in the warehouse. */
  records: number;
  customers: Accuracy;
  /** Records with the same normalised e-mail address, of one party, put together. */
  sameEmail: Accuracy;
  /** Records tied by the deterministic rules alone, at any number of steps. */
  rules: Accuracy;
}

/**
 * Holds the built customers against the truth: `truth` names a relation of record_key and cluster, both known and each key once. Of its
 * records only those of the warehouse count. Every measure is of pairs of records, without enumerating any.
 */
export async function accuracyOf(warehouse: Warehouse, truth: string): Promise<IdentityAccuracy> {
  await warehouse.run(
    `create or replace temp table labelled as select record_key, cluster, party, customer_id, email
     from ${truth} join int_identity_member using (record_key) left join (select record_key, email from int_identity_record) using (record_key)`
  );
  await labelComponents(warehouse, "select left_key, right_key from int_identity_pair where rule is not null");
  const {records} = await warehouse.row<{records: number}>("select count(*) as records from labelled");
  const customers = await accuracy(warehouse, "select customer_id as found, cluster as truth from labelled");
  const sameEmail = await accuracy(
    warehouse,
    "select row(party, email is null, coalesce(email, record_key)) as found, cluster as truth from labelled"
  );
  const rules = await accuracy(
    warehouse,
    "select coalesce(component, record_key) as found, cluster as truth from labelled left join component using (record_key)"
  );
  for (const table of ["labelled", "component"]) await warehouse.run(`drop table ${table}`);
  return {records, customers, sameEmail, rules};
}

/**
 * Pairwise accuracy of a grouping against another: `labels` is SQL with one row a record, its groups `found` and `truth`, both known.
 *
 * Pairs are counted from the sizes of the groups and of their intersections: Σ n (n − 1) / 2.
 */
export async function accuracy(warehouse: Warehouse, labels: string): Promise<Accuracy> {
  const pairs = (of: string) =>
    `(select coalesce(sum(n * (n - 1) // 2), 0) from (select sum(n)::hugeint as n from sizes group by ${of}))`;
  const {found, truth, both} = await warehouse.row<Pick<Accuracy, "found" | "truth" | "both">>(
    `with sizes as (select found, truth, count(*) as n from (${labels}) group by found, truth)
     select ${pairs("found")} as found, ${pairs("truth")} as truth, ${pairs("found, truth")} as both`
  );
  return {
    found,
    truth,
    both,
    precision: ratio(both, found),
    recall: ratio(both, truth),
    f1: ratio(2 * both, found + truth)
  };
}

const ratio = (part: number, whole: number): number | null => (whole ? part / whole : null);

/**
 * Makes the temporary table `component` of record_key and component, the smallest key that a chain of ties leads to; `ties` is SQL of
 * left_key and right_key. Each turn takes the smallest label of the neighbours, and of its own label's record, until nothing changes.
 */
async function labelComponents(warehouse: Warehouse, ties: string): Promise<void> {
  await warehouse.run(
    `create or replace temp table tie as with t as (${ties}) select left_key as a, right_key as b from t union select right_key, left_key from t`
  );
  await warehouse.run(
    "create or replace temp table component as select distinct a as record_key, a as component from tie"
  );
  for (let changed = 1; changed > 0;) {
    await warehouse.run(
      `create or replace temp table nearer as select own.record_key, own.component as before, least(own.component, min(other.component)) as component
       from component as own join tie on a = own.record_key join component as other on other.record_key = b group by own.record_key, own.component`
    );
    ({changed} = await warehouse.row<{changed: number}>(
      "select count(*) as changed from nearer where component <> before"
    ));
    await warehouse.run(
      `create or replace temp table component as select nearer.record_key, least(nearer.component, far.component) as component
       from nearer join nearer as far on far.record_key = nearer.component`
    );
  }
  for (const table of ["tie", "nearer"]) await warehouse.run(`drop table ${table}`);
}
