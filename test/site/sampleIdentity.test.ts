import {dirname, join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {company} from "../data/company.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  const {out} = await company();
  warehouse = await Warehouse.open(join(dirname(process.env.PERENNIAL_DIST!), "data/warehouse.duckdb"), {
    readOnly: true
  });
  await warehouse.run(`create temp table truth as
    select record_key, entity, customer_id from read_csv('${join(out, "people.csv")}', all_varchar = true)
    join int_identity_member using (record_key)`);
});
afterAll(() => warehouse.close());

const pairs = (...by: string[]) =>
  `(select sum(n * (n - 1) / 2) from (select count(*) as n from truth group by ${by.join(", ")}))::double`;

it("of the pairs that the sample's customers make 98 in 100 are true, and 97 in 100 true pairs are found", async () => {
  const {both, found, real} = await warehouse.row<{both: number; found: number; real: number}>(
    `select ${pairs("entity", "customer_id")} as both, ${pairs("customer_id")} as found, ${pairs("entity")} as real`
  );
  expect(real).toBeGreaterThan(10_000);
  expect(both / found).toBeGreaterThan(0.98);
  expect(both / real).toBeGreaterThan(0.97);
});

it("the points of members whose ledger names no e-mail reach the customer who filled in the form", async () => {
  const {members, found} = await warehouse.row<{members: number; found: number}>(`
    with form as (select customer_key from raw_customers join ledger_loads using (load_id) where source = 'members'),
    silent as (select customer_key from stg_loyalty_ledger group by customer_key having count(email) = 0)
    select count(*) as members, count(*) filter (other.customer_id is not null) as found
    from silent semi join form using (customer_key)
      join int_identity_member m on m.record_key = 'customer:' || silent.customer_key
      left join (select distinct customer_id from int_identity_member where origin = 'contacts') other using (customer_id)`);
  expect(members).toBeGreaterThan(50);
  expect(found / members).toBeGreaterThan(0.9);
});

it("a person's organisation is the one that their records name", async () => {
  const {members} = await warehouse.row<{members: number}>("select count(*) as members from int_customer_member");
  expect(members).toBeGreaterThan(80);
  const wrong = await warehouse.rows(`
    select m.person_id from int_customer_member m
    anti join (select mp.customer_id as person_id, mo.customer_id as organisation_id from int_identity_record r
      join int_identity_member mp on mp.record_key = r.record_key
      join int_identity_record o on o.party = 'organisation' and o.company = r.company
      join int_identity_member mo on mo.record_key = o.record_key) truly using (person_id, organisation_id)`);
  expect(wrong).toEqual([]);
});
