import {csvParseRows} from "d3";
import {beforeAll, expect, test} from "vitest";
import {type Company, company, instantOf, orderHeads} from "./company.ts";
import {partsOf, readRows} from "./readExport.ts";

let sample: Company;
beforeAll(async () => {
  sample = await company();
});

test("an order carries its own cells on its first row only, and name and e-mail on each", () => {
  const rows = sample.rows("shop/orders_2025.csv.gz");
  const rest = rows.filter((row, index) => row.Name === rows[index - 1]?.Name && row["Financial Status"] === "");
  expect(rest.length).toBeGreaterThan(1000);
  for (const row of rest) {
    expect(row.Email).toContain("@");
    expect(row["Lineitem sku"]).toMatch(/^[A-Z]{3}\d$/);
    for (const column of ["Paid at", "Total", "Created at", "Billing Country", "Cancelled at", "Id", "Source"])
      expect(row[column], column).toBe("");
  }
});

test("orders are newest first and their offset is that of London", () => {
  const heads = orderHeads(sample);
  const instants = heads.map((row) => instantOf(row["Created at"]!));
  expect(instants.every((at, index) => index === 0 || at <= instants[index - 1]!)).toBe(true);
  for (const {"Created at": at} of heads) {
    const month = Number(at!.slice(5, 7));
    if (month >= 4 && month <= 9) expect(at).toMatch(/ \+0100$/);
    if (month <= 2 || month >= 11) expect(at).toMatch(/ \+0000$/);
  }
  expect(heads[0]!["Created at"]).toMatch(/^2026-06-24/);
  expect(heads[heads.length - 1]!["Created at"]).toMatch(/^2024-07-01/);
});

test("subtotal, shipping and taxes add up to the total, lines less discount to the subtotal", () => {
  const rows = sample.rows("shop/orders_2024.csv.gz");
  const heads = rows.filter((row) => row["Financial Status"] !== "");
  for (const head of heads) {
    const goods = rows
      .filter((row) => row.Name === head.Name)
      .reduce((sum, row) => sum + Number(row["Lineitem quantity"]) * Number(row["Lineitem price"]), 0);
    expect(goods - Number(head["Discount Amount"])).toBeCloseTo(Number(head.Subtotal), 2);
    expect(Number(head.Subtotal) + Number(head.Shipping) + Number(head.Taxes)).toBeCloseTo(Number(head.Total), 2);
    expect(Number(head["Refunded Amount"])).toBeLessThanOrEqual(Number(head.Total));
  }
});

test("every state of payment occurs, voided ones with the time of cancellation", () => {
  const heads = orderHeads(sample);
  const states = new Set(heads.map((row) => row["Financial Status"]));
  expect([...states].sort()).toEqual(["paid", "partially_refunded", "refunded", "voided"]);
  for (const row of heads) expect(row["Cancelled at"] !== "").toBe(row["Financial Status"] === "voided");
});

test("headers are those of the systems, in their order", () => {
  const header = (path: string) => csvParseRows(sample.text(path))[0]!;
  expect(header("shop/orders_2024.csv.gz").slice(0, 4)).toEqual(["Name", "Email", "Financial Status", "Paid at"]);
  expect(header("shop/orders_2024.csv.gz").slice(-4)).toEqual(["Id", "Tags", "Risk Level", "Source"]);
  expect(header("shop/customers.csv").slice(0, 5)).toEqual([
    "Customer ID",
    "First Name",
    "Last Name",
    "Email",
    "Accepts Email Marketing"
  ]);
  expect(header("helpdesk/tickets.csv")[0]).toBe("Summation column");
  expect(header("helpdesk/tickets.csv").at(-1)).toBe("Category [list]");
  expect(header("survey/nps_2025.csv").slice(-4)).toEqual(["UserLanguage", "Q1", "Q1_NPS_GROUP", "Q2"]);
});

test("a survey has two rows below its names, previews, unfinished answers and both languages", () => {
  const [names, , ids, ...answers] = csvParseRows(sample.text("survey/nps_2025.csv"));
  const cell = (column: string) => answers.map((row) => row[names!.indexOf(column)]!);
  expect(JSON.parse(ids![0]!)).toEqual({ImportId: "startDate", timeZone: "Europe/London"});
  expect(cell("Status")).toContain("Survey Preview");
  expect(cell("Finished")).toContain("False");
  const verbatims = cell("Q2").filter((said) => said !== "");
  const chinese = verbatims.filter((said) => /\p{Script=Han}/u.test(said)).length / verbatims.length;
  expect(chinese).toBeGreaterThan(0.2);
  expect(chinese).toBeLessThan(0.4);
  for (const {invited, answered} of sample.truth.waves.slice(1)) expect(answered / invited).toBeGreaterThan(0.12);
});

test("no e-mail address lies outside the domains reserved for examples", async () => {
  for (const {file} of sample.truth.files) {
    for (const part of await partsOf(sample.out, file)) {
      const text = (await readRows(sample.out, part)).flat().join("\n");
      for (const [, domain] of text.matchAll(/[\w.+-]+@([\w.-]*\w)/g))
        expect(domain!.toLowerCase(), part).toMatch(/^example\.(com|org|net)$/);
    }
  }
});

test("no two customers share an e-mail address, and few a telephone number", () => {
  const rows = sample.rows("shop/customers.csv").filter((row) => row.Tags !== undefined);
  const byId = new Map(rows.map((row) => [row["Customer ID"], row]));
  const phones = [...byId.values()].map((row) => row.Phone).filter((phone) => phone !== "");
  expect(new Set([...byId.values()].map((row) => row.Email)).size).toBe(byId.size);
  // Second accounts, households, and those for whom the shop's own number was typed.
  const {secondAccounts, households, shopPhones} = sample.truth.likenesses;
  const shared = phones.length - new Set(phones).size;
  expect(shared).toBeGreaterThanOrEqual(secondAccounts + shopPhones - 2);
  expect(shared).toBeLessThan(secondAccounts + households + shopPhones);
});
