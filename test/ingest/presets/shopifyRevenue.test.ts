import fc from "fast-check";
import {csvFormatRows, sum} from "d3";
import {expect, it} from "vitest";
import {build} from "../../../models/build.ts";
import {stgOrders} from "../../../models/staging/stg_orders.ts";
import {settings} from "../../models/warehouseOf.ts";
import {loaded} from "../project.ts";

const cents = (most: number) => fc.integer({min: 0, max: most});

/** An order as a customer pays it: amounts in cents, what is taken off as shares. */
const order = fc.record({
  taxIncluded: fc.boolean(),
  lines: fc.array(
    fc.record({quantity: fc.integer({min: 1, max: 3}), price: cents(9999), off: fc.integer({min: 0, max: 4})}),
    {
      minLength: 1,
      maxLength: 3
    }
  ),
  off: fc.integer({min: 0, max: 4}),
  shipping: cents(900),
  paidBack: fc.constantFrom(0, 0.25, 1),
  named: fc.boolean(),
  copies: fc.constantFrom(1, 1, 2)
});
type Order = (typeof order extends fc.Arbitrary<infer T> ? T : never) & {name: string};

const header = [
  ...["Name", "Email", "Financial Status", "Currency", "Subtotal", "Shipping", "Taxes", "Total", "Discount Amount"],
  ...["Created at", "Lineitem quantity", "Lineitem name", "Lineitem price", "Lineitem sku", "Cancelled at"],
  ...["Refunded Amount", "Lineitem discount"]
];
const money = (amount: number) => (amount / 100).toFixed(2);

/** What an order comes to, as Shopify reckons it: whole cents, tax of a fifth on goods and shipping. */
function sums({taxIncluded, lines, off, shipping, paidBack}: Order) {
  const full = lines.map(({quantity, price}) => quantity * price);
  const lineOff = lines.map((line, i) => Math.round((full[i]! * line.off) / 10));
  const goods = sum(full) - sum(lineOff);
  const orderOff = Math.round((goods * off) / 10);
  const subtotal = goods - orderOff;
  const taxes = Math.round((subtotal + shipping) * (taxIncluded ? 1 / 6 : 1 / 5));
  const total = subtotal + shipping + (taxIncluded ? 0 : taxes);
  const net = taxIncluded && total ? (subtotal * (total - taxes)) / total : subtotal;
  const refunded = Math.round(total * paidBack);
  return {lineOff, discount: sum(lineOff) + orderOff, subtotal, taxes, total, net, refunded};
}

/** The rows of an order: its own cells on the first, its lines on all, its name on the first or on all. */
function rowsOf(given: Order): string[][] {
  const {lineOff, discount, subtotal, taxes, total, refunded} = sums(given);
  const rows = given.lines.map(({quantity, price}, i) => {
    const own: string[] = i
      ? [given.named ? given.name : "", ...Array<string>(9).fill("")]
      : [
          ...[given.name, "jo@example.com", "paid", "GBP", money(subtotal), money(given.shipping), money(taxes)],
          ...[money(total), money(discount), "2026-05-01 10:00:00 +0100"]
        ];
    return [...own, String(quantity), "Tea", money(price), "T1", "", i ? "" : money(refunded), money(lineOff[i]!)];
  });
  return Array.from({length: given.copies}, () => rows).flat();
}

it("revenue of a Shopify order is its subtotal without tax, and no discount, copy or refund counts twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(order, {minLength: 1, maxLength: 40}), fc.boolean(), async (orders, lineDiscounts) => {
      const named: Order[] = orders.map((given, i) => ({...given, name: `#${1001 + i}`}));
      const rows = [header, ...named.flatMap(rowsOf)].map((row) => (lineDiscounts ? row : row.slice(0, -1)));
      const {warehouse, report} = await loaded(
        {shop: {preset: "shopify-orders", files: "orders.csv"}},
        {"orders.csv": csvFormatRows(rows)}
      );
      expect(report.failed).toEqual([]);
      await build(warehouse, [stgOrders], settings);
      const found = await warehouse.rows<{order_id: string; gross_revenue: number; refunded: number}>(
        "select order_id, gross_revenue, refunded from stg_orders order by order_id"
      );
      warehouse.close();
      expect(found.map(({order_id}) => order_id)).toEqual(named.map(({name}) => name));
      found.forEach(({gross_revenue, refunded}, i) => {
        const {net, total, refunded: paidBack} = sums(named[i]!);
        expect(Math.abs(gross_revenue - net / 100)).toBeLessThan(0.0101);
        expect(Math.abs(refunded - (total ? (paidBack * net) / total / 100 : 0))).toBeLessThan(0.0051);
      });
    }),
    {numRuns: 12}
  );
}, 60_000);
