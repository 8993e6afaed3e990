import type {Line} from "./baskets.ts";
import type {Dice} from "./dice.ts";
import {withOffset} from "./londonTime.ts";
import {type Order, totalOf} from "./orders.ts";
import {capitalised, fullName} from "./people.ts";

/** Header of a Shopify order export up to `Source`; the tax, receipt and payment columns behind it are left out. */
export const ORDER_HEADER =
  `Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal
Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price
Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name
Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country
Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip
Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference
Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source`.split(/[,\n]/);

const pounds = (pence: number): string => (pence / 100).toFixed(2);
const instant = (at: number | null): string => (at === null ? "" : withOffset(at));
/** An apostrophe keeps a spreadsheet from reading a code as a number. */
const armoured = (text: string | null): string => (text ? `'${text}` : "");

/**
 * The rows of one order: the first carries the order, the rest repeat `Name` and `Email` and carry a line each.
 *
 * Streets are blank, as a shop that hands its orders to analysts would leave them; tax is added to the prices of the lines.
 */
export function orderRows(order: Order, dice: Dice): string[][] {
  const email = order.isGuest ? capitalised(order.customer.email, dice) : order.customer.email;
  return order.lines.map((line, index) => {
    const cells = {
      Name: `#${order.number}`,
      Email: email,
      ...lineCells(order, line),
      ...(index === 0 ? orderCells(order) : {})
    };
    return ORDER_HEADER.map((column) => (cells as Record<string, string>)[column] ?? "");
  });
}

const lineCells = ({fulfilledAt}: Order, {product, quantity}: Line) => ({
  "Lineitem quantity": String(quantity),
  "Lineitem name": product.title,
  "Lineitem price": product.price.toFixed(2),
  "Lineitem sku": product.sku,
  "Lineitem requires shipping": "true",
  "Lineitem taxable": "true",
  "Lineitem fulfillment status": fulfilledAt === null ? "pending" : "fulfilled",
  Vendor: product.vendor
});

function orderCells(order: Order) {
  const {customer, source, number} = order;
  const {address} = customer;
  const isPos = source === "pos";
  return {
    "Financial Status": financialStatus(order),
    "Paid at": order.cancelledAt === null ? instant(order.at) : "",
    "Fulfillment Status": order.fulfilledAt === null ? "unfulfilled" : "fulfilled",
    "Fulfilled at": instant(order.fulfilledAt),
    "Accepts Marketing": customer.acceptsMarketing ? "yes" : "no",
    Currency: "GBP",
    Subtotal: pounds(order.subtotal),
    Shipping: pounds(order.shipping),
    Taxes: pounds(order.tax),
    Total: pounds(totalOf(order)),
    "Discount Code": order.code,
    "Discount Amount": pounds(order.discount),
    "Shipping Method": isPos ? "" : address.country === "GB" ? "Standard" : "International",
    "Created at": instant(order.at),
    "Billing Name": fullName(customer),
    "Billing Country": address.country,
    ...(isPos ? {Location: "Market Lane"} : shippingCells(order)),
    "Cancelled at": instant(order.cancelledAt),
    "Payment Method": paymentMethodOf(order),
    "Refunded Amount": pounds(order.refunded),
    "Outstanding Balance": "0.00",
    Id: String(5_400_000_000_000 + number * 2048 + (Math.floor(order.at / 1000) % 2048)),
    Tags: order.isGuest ? "guest" : "",
    "Risk Level": "Low",
    Source: source
  };
}

/** How an order was paid, once it has its number. */
export const paymentMethodOf = ({source, number}: Order): "Card" | "PayPal" | "Shopify Payments" =>
  source === "pos" ? "Card" : number % 5 === 0 ? "PayPal" : "Shopify Payments";

const shippingCells = ({customer: {address, phone}}: Order) => ({
  "Shipping City": address.city,
  "Shipping Zip": armoured(address.zip),
  "Shipping Country": address.country,
  "Shipping Phone": armoured(phone)
});

function financialStatus(order: Order): string {
  if (order.cancelledAt !== null) return "voided";
  if (order.refunded === 0) return "paid";
  return order.refunded === totalOf(order) ? "refunded" : "partially_refunded";
}
