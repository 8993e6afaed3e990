import {readdirSync} from "node:fs";
import {extname} from "node:path";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {partsOf, readRows} from "../data/readExport.ts";

const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** What the sample's exports say of people and the site must not. */
export interface PersonalFacts {
  /** Lower case. */
  emails: Set<string>;
  /** The last nine digits. */
  phones: Set<string>;
  /** "given family", lower case; Chinese names as one word. */
  names: Set<string>;
}

/** Lower-case words; 汉字 in runs. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{M}'’-]+/gu) ?? [];

/** E-mail addresses in a text, lower case. */
export const emailsIn = (text: string): string[] => (text.match(mail) ?? []).map((found) => found.toLowerCase());

/** The last nine digits of everything in a text that could be a telephone number. */
export const phonesIn = (text: string): string[] =>
  (text.match(/\+?\d(?:[ ().-]?\d){8,14}/g) ?? []).map((found) => found.replace(/\D/g, "").slice(-9));

/** Read forgivingly: the sample holds broken lines on purpose. */
const options =
  "all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', strict_mode = false, ignore_errors = true";

const queries = [
  `select "First Name" as given, "Last Name" as family, "Phone" as phone from read_csv('shop/customers.csv')`,
  `select "Billing Name" as given, '' as family, '' as phone from read_csv('shop/orders_*.csv*')`,
  `select "Requester" as given, '' as family, '' as phone from read_csv('helpdesk/*.csv')`,
  `select "RecipientFirstName" as given, "RecipientLastName" as family, '' as phone
   from read_csv('survey/nps_*.csv') where "ResponseId" like 'R\\_%' escape '\\'`
];

/** Collects names, telephone numbers and e-mail addresses from a folder of exports. */
export async function personalFacts(exports: string): Promise<PersonalFacts> {
  const warehouse = await Warehouse.open(":memory:");
  const facts: PersonalFacts = {emails: new Set(), phones: new Set(), names: new Set()};
  for (const query of queries) {
    const sql = query.replace(/read_csv\('([^']+)'\)/, `read_csv('${exports}/$1', ${options})`);
    for (const row of await warehouse.rows<Person>(sql)) addPerson(facts, row);
  }
  warehouse.close();
  const [header, ...leads] = await readRows(exports, "crm/trade.xlsx#Leads");
  const cell = (row: string[], column: string) => row[header!.indexOf(column)] ?? null;
  for (const row of leads)
    addPerson(facts, {given: cell(row, "First Name"), family: cell(row, "Last Name"), phone: cell(row, "Phone")});
  const files = readdirSync(exports, {recursive: true, encoding: "utf8"}).filter((path) => extname(path) !== "");
  for (const part of (await Promise.all(files.map((file) => partsOf(exports, file)))).flat()) {
    for (const row of await readRows(exports, part))
      for (const email of emailsIn(row.join("\n"))) facts.emails.add(email);
  }
  return facts;
}

type Person = Record<"given" | "family" | "phone", string | null>;

function addPerson(facts: PersonalFacts, row: Person): void {
  for (const phone of phonesIn(row.phone ?? "")) facts.phones.add(phone);
  const [given, family] = [wordsOf(row.given ?? "").join(" "), wordsOf(row.family ?? "").join(" ")];
  const name = /\p{Script=Han}/u.test(given + family) ? family + given : `${given} ${family}`.trim();
  if (name.length > 1 && (name.includes(" ") || /^\p{Script=Han}+$/u.test(name))) facts.names.add(name);
}
