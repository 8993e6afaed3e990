import {registerNormalisers} from "../../../models/identity/normal/register.ts";
import {openState} from "../../../models/identity/state.ts";
import {makeUsable} from "../../../models/identity/usable.ts";
import {intIdentityCandidate} from "../../../models/intermediate/int_identity_candidate.ts";
import {intIdentityRecord} from "../../../models/intermediate/int_identity_record.ts";
import {intIdentitySeen} from "../../../models/intermediate/int_identity_seen.ts";
import {intIdentityShared} from "../../../models/intermediate/int_identity_shared.ts";
import {sound} from "../../../models/identity/normal/sound.ts";
import {columnsOf} from "../../../warehouse/columns.ts";
import {emptyTableSql} from "../../../warehouse/ddl.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";

/** What a test says of a record, in normal form; it gets the parts of it that blocking reads. */
export interface Said {
  record_key?: string;
  party?: "person" | "organisation";
  origin?: "customers" | "leads" | "contacts" | "companies";
  source?: string | null;
  email?: string | null;
  phone?: string | null;
  given_name?: string | null;
  family_name?: string | null;
  han_name?: string | null;
  company?: string | null;
  tax_id?: string | null;
  birth_date?: string | null;
  house_number?: string | null;
  street?: string | null;
  postal_code?: string | null;
  city?: string | null;
  country?: string | null;
}

/** What events name together with a record's key. */
export interface Seen {
  record_key: string;
  email?: string;
  phone?: string;
}

const part = (of: string | null | undefined, cut: (of: string) => string | undefined): string | null =>
  of ? cut(of) || null : null;

const literal = (value: unknown): string =>
  value == null ? "null" : typeof value === "number" ? String(value) : `'${String(value).replaceAll("'", "''")}'`;

/** The key of the i-th record where a test names none: sorts as they come. */
export const keyOf = (i: number): string => `customer:${String(i).padStart(6, "0")}`;

/** Makes `usable` and `contact` of records numbered from 1 as they come, in a warehouse whose registry is open; all else is empty. */
export async function makeUsableOf(
  warehouse: Warehouse,
  records: readonly Said[],
  {seen = [], shared = []}: {seen?: readonly Seen[]; shared?: readonly {field: string; value: string}[]} = {}
): Promise<void> {
  registerNormalisers(warehouse.connection, {region: "GB", emailDots: true, emailTags: true});
  for (const relation of [intIdentityRecord, intIdentitySeen, intIdentityShared, intIdentityCandidate]) {
    await warehouse.run(`drop table if exists ${relation.name}`);
    await warehouse.run(emptyTableSql(relation));
  }
  const names = columnsOf(intIdentityRecord.columns).map(({name}) => name);
  const rows = records.map((of, i) => {
    const whole: Record<string, unknown> = {
      record_key: keyOf(i + 1),
      record_number: i + 1,
      party: "person",
      origin: "customers",
      email_user: part(of.email, (email) => email.split("@")[0]),
      email_domain: part(of.email, (email) => email.split("@")[1]),
      phone_end: part(of.phone, (phone) => phone.slice(-7)),
      given_initial: part(of.given_name, (name) => name[0]),
      given_sound: part(of.given_name, (name) => sound(name) ?? ""),
      family_initial: part(of.family_name, (name) => name[0]),
      family_sound: part(of.family_name, (name) => sound(name) ?? ""),
      company_initial: part(of.company, (name) => name[0]),
      company_start: part(of.company, (name) => name.slice(0, 4)),
      birth_year: part(of.birth_date, (day) => day.slice(0, 4)),
      birth_day: part(of.birth_date, (day) => day.slice(-5)),
      ...of
    };
    return names.map((name) => literal(whole[name]));
  });
  await insertAll(warehouse, "int_identity_record", rows);
  const event = ({record_key, email, phone}: Seen) =>
    [record_key.replace("customer:", ""), email, phone, 1].map(literal);
  await insertAll(warehouse, "int_identity_seen", seen.map(event));
  await insertAll(
    warehouse,
    "int_identity_shared",
    shared.map(({field, value}) => [field, value, 9, 9, "automatic"].map(literal))
  );
  await openState(warehouse);
  await makeUsable(warehouse);
}

async function insertAll(warehouse: Warehouse, table: string, rows: readonly string[][]): Promise<void> {
  for (let i = 0; i < rows.length; i += 1000)
    await warehouse.run(
      `insert into ${table} values ${rows
        .slice(i, i + 1000)
        .map((row) => `(${row.join(", ")})`)
        .join(", ")}`
    );
}
