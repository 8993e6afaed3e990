import {beforeAll, expect, test} from "vitest";
import {type Company, company, mean} from "./company.ts";

let sample: Company;
beforeAll(async () => {
  sample = await company();
});

const customers = () => sample.rows("truth.csv");
const buyers = () => customers().filter((row) => row.purchases !== "0");

test("rates and dropout probabilities have the means of their distributions", () => {
  const {r, alpha, a, b} = sample.truth.parameters;
  expect(mean(customers().map((row) => Number(row.lambda_per_week)))).toBeCloseTo(r / alpha, 2);
  expect(Math.abs(mean(customers().map((row) => Number(row.dropout_p))) - a / (a + b))).toBeLessThan(0.015);
});

test("without failures and factors the share lost after the first order is a ÷ (a + b)", async () => {
  const plain = await company({customers: 3000, parameters: {failureShare: 0, paidSocialFactor: 1}});
  const rows = plain.rows("truth.csv").filter((row) => row.purchases !== "0");
  const lost = mean(rows.map((row) => Number(row.purchases === "1" && row.cause !== "")));
  const {a, b} = sample.truth.parameters;
  expect(Math.abs(lost - a / (a + b))).toBeLessThan(0.03);
});

test("the documented share of orders fails, and each failure brings a ticket", () => {
  expect(Math.abs(sample.truth.failures / sample.truth.purchases - sample.truth.parameters.failureShare)).toBeLessThan(
    0.01
  );
  const categories = sample.rows("helpdesk/tickets.csv").map((row) => row["Category [list]"]);
  const complaints = categories.filter((category) => /delivery/.test(category!)).length;
  expect(complaints / sample.truth.failures).toBeGreaterThan(0.95);
});

test("a failed first order loses more customers than one that went well", () => {
  const lost = (failed: string) =>
    mean(
      buyers()
        .filter((row) => row.first_failed === failed && row.channel_factor === "1")
        .map((row) => Number(row.purchases === "1" && row.cause !== ""))
    );
  expect(lost("true")).toBeGreaterThan(lost("false") * 1.6);
});

test("customers bought through paid social leave sooner", () => {
  const lost = (factor: string) =>
    mean(
      buyers()
        .filter((row) => row.arrived_at! >= "2025-12-01" && row.channel_factor === factor)
        .map((row) => Number(row.purchases === "1" && row.cause !== ""))
    );
  expect(lost("3")).toBeGreaterThan(lost("1") * 1.5);
});

test("with dropout only after repeats, a customer whose only order is the first is alive", async () => {
  const classic = await company({customers: 400, parameters: {dropsOutAfterFirst: false}});
  const once = classic.rows("truth.csv").filter((row) => row.purchases === "1");
  expect(once.length).toBeGreaterThan(20);
  expect(once.every((row) => row.died_at === "")).toBe(true);
});
