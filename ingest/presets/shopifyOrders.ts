import {amount, written, writtenPaid} from "./amounts.ts";
import {bare} from "./cells.ts";
import {preset} from "./preset.ts";

/** What only the first row of an order has. */
const head = `coalesce("Financial Status", "Created at", "Total")`;
const copies = `count(${head}) over (partition by "Name")`;
const repeated = `count(${head}) over (partition by "Name" order by row rows between unbounded preceding and current row) > 1`;

/** The amounts of an order, read from its own row or, on its lines, from the first of its rows. */
type Read = (column: string) => string;
const here: Read = (column) => amount(column);
const ofOrder: Read = (column) => `max(${amount(column)}) over (partition by "Name")`;

/**
 * Share of the prices that is not tax: 1 where tax comes on top of them (total = subtotal + shipping + taxes), else total − taxes over
 * total (total = subtotal + shipping). What is closer to the total decides; tips and duties are small beside that. Tax is taken to lie
 * on goods and shipping alike.
 */
function netShare(read: Read): string {
  const parts = ["Subtotal", "Shipping", "Duties"].map((column) => `coalesce(${read(column)}, 0)`).join(" + ");
  const [taxes, total] = [read("Taxes"), read("Total")];
  return `case when ${taxes} > 0 and ${parts} + ${taxes} / 2 > ${total} then (${total} - ${taxes}) / nullif(${total}, 0) else 1 end`;
}

/** An amount without the tax in it; the cell as it is where there is none in it, or where it is no amount. */
const net = (column: string, read: Read): string =>
  `case when ${netShare(read)} < 1 then coalesce(${written(`${amount(column)} * ${netShare(read)}`)}, "${column}") else "${column}" end`;

/**
 * Lines of an order before and after what is taken off them; rows of an order that is in the file twice count once. Nothing is known of
 * their sum where one of them is no amount, for it is not loaded.
 */
const line = `${amount("Lineitem quantity")} * ${amount("Lineitem price")}`;
const goods = `case when count(${line}) over (partition by "Name") = count(*) over (partition by "Name")
  then sum(${line}) over (partition by "Name") / ${copies} end`;
const lineDiscounts = `coalesce(sum(${amount("Lineitem discount")}) over (partition by "Name") / ${copies}, 0)`;

/**
 * Shopify's orders, with one row per line: only the first row of an order has its cells, and the name may be missing on the others.
 *
 * `Discount Amount` holds all that was taken off the order, and `Lineitem discount` what of it was taken off lines, in some shops. So
 * that nothing counts twice, the discount on the whole order is what lies between its lines, less their own discounts, and its subtotal,
 * which is after all of them. `Refunded Amount` pays back tax and shipping with the goods: the goods' part of it is their part in the
 * total. Prices with tax in them are taken down to what they are without it.
 */
export const shopifyOrders = preset({
  name: "shopify-orders",
  system: "Shopify",
  export: "Orders → Export → Export orders",
  evidence: "seen",
  columns: {
    Name: [],
    Email: [],
    "Financial Status": [],
    "Paid at": [],
    "Fulfillment Status": [],
    "Fulfilled at": ["Fulfillment Date"],
    "Accepts Marketing": [],
    Currency: [],
    Subtotal: [],
    Shipping: [],
    Taxes: [],
    Total: [],
    "Discount Code": [],
    "Discount Amount": [],
    "Shipping Method": [],
    "Created at": [],
    "Lineitem quantity": [],
    "Lineitem name": [],
    "Lineitem price": [],
    "Lineitem compare at price": [],
    "Lineitem sku": [],
    "Lineitem fulfillment status": [],
    "Lineitem discount": [],
    "Billing Country": [],
    "Billing Phone": [],
    "Shipping Country": [],
    "Cancelled at": [],
    "Payment Method": [],
    "Refunded Amount": [],
    "Outstanding Balance": [],
    Vendor: [],
    Duties: [],
    Id: [],
    Tags: [],
    "Risk Level": [],
    Source: [],
    Phone: []
  },
  needs: ["Name", "Financial Status", "Created at", "Lineitem quantity", "Lineitem price"],
  parts: {
    orders: {
      kind: "orders",
      fill_down: ["Name"],
      map: {
        order_id: "Name",
        email: "Email",
        ordered_at: "Created at",
        total: "Total",
        tax: "Taxes",
        currency: "Currency",
        sales_channel: "Source"
      },
      derive: {
        shipping: net("Shipping", here),
        discount: written(
          `coalesce((${goods}) - ${amount("Subtotal")}, ${amount("Discount Amount")}, 0) * ${netShare(here)} - ${lineDiscounts} * ${netShare(here)}`
        ),
        refunded: `coalesce(${writtenPaid(
          `${amount("Refunded Amount")} * ${amount("Subtotal")} * ${netShare(here)} / nullif(${amount("Total")}, 0)`
        )}, "Refunded Amount")`,
        // Who is called about the order; the number of a delivery may be of somebody else.
        phone: `coalesce(${bare("Phone")}, ${bare("Billing Phone")})`,
        country: `coalesce("Shipping Country", "Billing Country")`
      },
      // The money of a voided order was never taken, nor that of an authorization that ran out.
      cancelled: `"Cancelled at" is not null or lower("Financial Status") in ('voided', 'expired')`,
      set_aside: {"further lines of an order": `${head} is null`, "order exported twice in one file": repeated}
    },
    lines: {
      kind: "order_lines",
      fill_down: ["Name"],
      map: {
        order_id: "Name",
        product_id: "Lineitem sku",
        product_name: "Lineitem name",
        quantity: "Lineitem quantity"
      },
      derive: {unit_price: net("Lineitem price", ofOrder), discount: net("Lineitem discount", ofOrder)},
      set_aside: {
        "order exported twice in one file": repeated,
        "order without lines": `coalesce("Lineitem quantity", "Lineitem price", "Lineitem name") is null`
      }
    }
  }
});
