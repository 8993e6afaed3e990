import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Warehouse} from "../../warehouse/warehouse.ts";

/** Without an import, which would be compiled again for every command. */
const config = `export default {
  company: {name: "Corner Shop", zone: "Europe/London", currency: "GBP"},
  sources: {crm: {kind: "customers", files: "crm.csv"}},
  publish: {pseudonym_key: "corner-shop"}
};
`;

/** Relations of identity resolution as a build leaves them: three records of Ada, one of Grace, two shops, and three pairs. */
const relations: Record<string, string> = {
  int_identity_record: `values
    ('customer:1', 'person', 'customers', 'ada@example.org', '+447700900001', 'ada', 'lovelace', null, '1815-12-10'),
    ('customer:2', 'person', 'customers', 'ada@example.org', null, 'ada', 'lovelace', null, '1815-12-10'),
    ('customer:3', 'person', 'customers', null, '+447700900001', 'ad', 'lovelac', null, '1815-10-12'),
    ('customer:4', 'person', 'customers', 'grace@example.org', null, 'grace', 'hopper', null, null),
    ('company:=corner', 'organisation', 'companies', null, null, null, null, '=corner', null),
    ('company:corner', 'organisation', 'companies', null, null, null, null, 'corner', null),
    ('email:ada@example.org', 'person', 'contacts', 'ada@example.org', null, null, null, null, null)`,
  int_identity_member: `values
    ('customer:1', 'C-1', 'person', 'rule'), ('customer:2', 'C-1', 'person', 'rule'), ('customer:3', 'C-2', 'person', 'alone'),
    ('customer:4', 'C-3', 'person', 'alone'), ('company:=corner', 'C-4', 'organisation', 'alone'), ('company:corner', 'C-5', 'organisation', 'alone')`,
  int_identity_pair: `values
    ('customer:1', 'customer:2', 'person', 'email', 'email', 15.0, 0.99997, 'link', null::varchar, '[["email",2,14.0],["family_name",1,11.0]]', true),
    ('customer:1', 'customer:3', 'person', 'phone', null, 1.0, 0.6667, 'review', null, '[["email",0,-3.5],["family_name",1,11.0],["birth_date",1,3.5]]', false),
    ('company:=corner', 'company:corner', 'organisation', 'company_start', null, 0.0, 0.5, 'review', null, '[["company",1,10.0]]', false)`,
  int_identity_level: `values
    ('person', 'email', 2, 'same'), ('person', 'email', 0, 'differs'), ('person', 'family_name', 1, 'a slip of the pen'),
    ('person', 'birth_date', 1, 'two digits off'), ('organisation', 'company', 1, 'alike')`,
  int_identity_model: `values
    ('person', 4, 4, 1.0 / 1025, 0.95, 0, 12, 0.9, 0.3), ('organisation', 2, 2, 1.0 / 1025, 1.0, 0, 3, 0.9, 0.3)`,
  int_identity_rule: `values ('person', 'email', 1, 1, 10, 1, 1), ('person', 'phone', 1, 0, 0, 0, 0), ('organisation', 'company_start', 1, 0, 0, 0, 0)`,
  int_identity_shared: `values ('email', 'info@example.org', 40, 30, 'automatic')`,
  mart_customer_360: `values ('C-1', 10.0), ('C-2', 0.0), ('C-3', 5.0), ('C-4', 300.0), ('C-5', 0.0)`
};

const columns: Record<string, string> = {
  int_identity_record: "record_key, party, origin, email, phone, given_name, family_name, company, birth_date",
  int_identity_member: "record_key, customer_id, party, linked_by",
  int_identity_pair:
    "left_key, right_key, party, found_by, rule, weight, probability, verdict, decided, evidence, is_same",
  int_identity_level: "party, comparison, level, label",
  int_identity_model:
    "party, records, trained_records, match_share, blocking_recall, unlinkable_records, iterations, link_probability, review_probability",
  int_identity_rule: "party, rule, pairs, skipped_values, skipped_pairs, links, only_links",
  int_identity_shared: "field, value, records, names, reason",
  mart_customer_360: "customer_id, net_revenue"
};

/** A company's folder with a built warehouse. */
export async function resolvedCompany(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "perennial-"));
  writeFileSync(join(dir, "perennial.config.ts"), config);
  const warehouse = await Warehouse.open(join(dir, "data/warehouse.duckdb"));
  for (const [name, sql] of Object.entries(relations))
    await warehouse.run(`create view "${name}" as select * from (${sql}) as t(${columns[name]})`);
  warehouse.close();
  return dir;
}
