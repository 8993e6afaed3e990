import {group, rollup} from "d3";
import {beforeAll, expect, test} from "vitest";
import {creditCode} from "../../data/generator/registration.ts";
import {type Company, company} from "./company.ts";

type Row = Record<string, string>;

let sample: Company;
let entityOf: Map<string, string>;
let members: Row[];
let shop: Map<string, Row>;
beforeAll(async () => {
  sample = await company();
  entityOf = new Map(sample.rows("people.csv").map(({record_key, entity}) => [record_key!, entity!]));
  members = sample.rows("loyalty/members.csv");
  const whole = sample.rows("shop/customers.csv").filter(({Tags}) => Tags !== undefined);
  shop = new Map(whole.map((row) => [row["Customer ID"]!.replaceAll("'", ""), row]));
});

const entity = (key: string): string => entityOf.get(`customer:${key}`)!;

test("it is known whose every customer record and lead is", async () => {
  const audience = ["subscribed", "unsubscribed", "cleaned"].map((list) =>
    sample.table(`mail/audience.zip/${list}_members_export_hv.csv`)
  );
  const bare = (key: string) => key.replace("zcrm_", "");
  const accounts = await sample.table("crm/trade.xlsx#Accounts");
  const contacts = await sample.table("crm/trade.xlsx#Contacts");
  const keys = [
    ...shop.keys(),
    ...members.map((row) => row["Card No."]!),
    ...(await Promise.all(audience)).flat().map(({EUID}) => EUID!),
    ...(await sample.table("loyalty/ledger.parquet")).map(({member_no}) => member_no!),
    ...sample.rows("helpdesk/tickets.csv").map((row) => row["Requester id"]!),
    ...[...accounts, ...contacts].map((row) => bare(row["Record Id"]!)),
    ...sample.rows("crm/debtors.csv").map((row) => row["Account No."]!)
  ];
  expect(keys.filter((key) => !entityOf.has(`customer:${key}`))).toEqual([]);
  const leads = await sample.table("crm/trade.xlsx#Leads");
  expect(leads.filter((row) => !entityOf.has(`lead:${bare(row["Record Id"]!)}`))).toEqual([]);
  expect(entityOf.size).toBe(sample.rows("people.csv").length);
});

test("a second account has the name, the telephone and the postal code of the first, and another e-mail address", () => {
  const accounts = [...group(shop, ([key]) => entity(key)).values()].filter((records) => records.length > 1);
  expect(accounts).toHaveLength(sample.truth.likenesses.secondAccounts);
  expect(accounts.length).toBeGreaterThan(30);
  for (const records of accounts) {
    const [a, b] = records.map(([, row]) => row) as [Row, Row];
    for (const column of ["First Name", "Last Name", "Phone", "Default Address Zip"]) expect(a[column]).toBe(b[column]);
    expect(a.Phone).not.toBe("");
    expect(a.Email).not.toBe(b.Email);
  }
});

test("three quarters of the forms are of customers, most under the number of their points", () => {
  const {customers, strangers, secondCards} = sample.truth.loyalty.forms;
  expect(members).toHaveLength(customers + strangers + secondCards);
  const known = new Set([...shop.keys()].map(entity));
  const isKnown = (row: Row) => known.has(entity(row["Card No."]!));
  const share = members.filter(isKnown).length / members.length;
  expect(Math.abs(share - 0.75)).toBeLessThan(0.03);
  expect(members.filter((row) => row["Card No."]!.startsWith("HV"))).toHaveLength(customers);
  expect(new Set(members.map((row) => row["Card No."])).size).toBe(members.length);
});

test("the points of half of the members on forms bear no e-mail address, those of all others do", async () => {
  const entries = await sample.table("loyalty/ledger.parquet");
  const emails = rollup(
    entries,
    (own) => new Set(own.map((row) => row.member_email)),
    ({member_no}) => member_no!
  );
  const without = [...emails].filter(([, own]) => own.has(""));
  const forms = new Set(members.map((row) => row["Card No."]));
  expect(without).toHaveLength(sample.truth.loyalty.forms.withoutEmail);
  expect(without.every(([card, own]) => own.size === 1 && forms.has(card))).toBe(true);
  expect(Math.abs(without.length / sample.truth.loyalty.forms.customers - 0.5)).toBeLessThan(0.1);
});

test("people share telephones, e-mail addresses and houses without being one", () => {
  const shared = (rows: Iterable<[string, string]>) =>
    [...group(rows, ([value]) => value)].filter(
      ([value, own]) => value !== "" && new Set(own.map(([, key]) => entity(key))).size > 1
    );
  const shopPhones = shared([...shop].map(([key, row]) => [row.Phone!, key]));
  expect(Math.max(...shopPhones.map(([, own]) => own.length))).toBe(sample.truth.likenesses.shopPhones);
  expect(shopPhones.length).toBeGreaterThan(5);
  const houses = [...shop].map(([key, row]): [string, string] => [
    row["Default Address Address1"]! + row["Default Address Zip"]!,
    key
  ]);
  expect(shared(houses).length).toBeGreaterThanOrEqual(sample.truth.likenesses.households);
  const emails = [...shop].map(([key, row]): [string, string] => [row.Email!, key]);
  const onForms = members.map((row): [string, string] => [row["E-mail"]!, row["Card No."]!]);
  expect(shared([...emails, ...onForms]).length).toBeGreaterThan(3);
});

test("a Chinese name stands in characters here and in pinyin there", () => {
  const isHan = (text: string) => /\p{Script=Han}/u.test(text);
  const names = new Map([...shop].map(([key, row]) => [entity(key), row["Last Name"]!]));
  const changed = members.filter((row) => {
    const inShop = names.get(entity(row["Card No."]!));
    return inShop !== undefined && isHan(inShop) !== isHan(row.Name!);
  });
  expect(changed.length).toBeGreaterThan(8);
  expect(changed.some(({Name}) => isHan(Name!)) && changed.some(({Name}) => !isHan(Name!))).toBe(true);
});

test("a business is in the desk's list and in the book-keeper's, with two or three people", async () => {
  const accounts = await sample.table("crm/trade.xlsx#Accounts");
  const debtors = new Map(sample.rows("crm/debtors.csv").map((row) => [entity(row["Account No."]!), row]));
  const contacts = group(await sample.table("crm/trade.xlsx#Contacts"), (row) => row["Account Name.id"]!);
  expect(accounts).toHaveLength(sample.truth.trade.won);
  expect(debtors.size).toBe(accounts.length);
  let renamed = 0;
  for (const account of accounts) {
    const key = account["Record Id"]!;
    const debtor = debtors.get(entity(key.replace("zcrm_", "")))!;
    expect(["", account["Registration No."]]).toContain(debtor["Company No."]);
    if (debtor.Name !== account["Account Name"]) renamed++;
    expect([2, 3]).toContain(contacts.get(key)!.length);
  }
  expect(renamed).toBeGreaterThan(accounts.length / 2);
});

test("an invented credit code is right by its check character", () => {
  // The example of GB 32100-2015 has the weights 1, 3, 9, … of base 31.
  const letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  for (const n of [1, 58, 4711]) {
    const code = creditCode(n);
    expect(code).toMatch(/^91990000MA\d{7}[0-9A-HJ-NPQRTUWXY]$/);
    const sum = [...code].reduce((total, letter, i) => total + letters.indexOf(letter) * (i < 17 ? 3 ** i % 31 : 1), 0);
    expect(sum % 31).toBe(0);
  }
});
