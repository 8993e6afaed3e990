import {amount, written, writtenPaid} from "./amounts.ts";
import {preset, type Preset} from "./preset.ts";

/** WooCommerce's states, with or without the `wc-` that its database writes before them. */
const state = `regexp_replace(lower(trim("status")), '^wc-', '')`;
const goods = `(${amount("order_total")} - coalesce(${amount("shipping_total")}, 0) - coalesce(${amount("tax_total")}, 0))`;

/**
 * WooCommerce's orders, one row per order, as its export plugins write them. `order_total` is what was charged, tax and shipping in it;
 * `shipping_total` is without its tax, and `tax_total` has the tax of both. A file without those two counts shipping and tax as goods.
 * Refunds give back tax and shipping with the goods: the goods' part of them is their part in the total.
 */
const orders = preset({
  name: "woocommerce-orders",
  system: "WooCommerce",
  export: "Orders → Export (an export plugin's CSV, one row per order)",
  evidence: "seen",
  columns: {
    order_id: [],
    order_number: [],
    order_date: ["date", "date_created"],
    paid_date: [],
    status: ["order_status"],
    shipping_total: ["order_shipping_total"],
    shipping_tax_total: [],
    tax_total: ["order_tax_total"],
    discount_total: [],
    order_total: [],
    order_subtotal: [],
    refunded_total: ["order_refunded_total"],
    order_currency: ["currency"],
    payment_method: [],
    payment_method_title: [],
    transaction_id: [],
    customer_id: ["customer_user"],
    customer_email: [],
    billing_first_name: [],
    billing_last_name: [],
    billing_email: [],
    billing_phone: [],
    billing_city: [],
    billing_country: [],
    shipping_city: [],
    shipping_country: [],
    customer_note: []
  },
  needs: ["order_id", "order_date", "status", "order_total", "billing_email"],
  parts: {
    orders: {
      kind: "orders",
      map: {
        order_id: "order_id",
        ordered_at: "order_date",
        phone: "billing_phone",
        total: "order_total",
        shipping: "shipping_total",
        tax: "tax_total",
        discount: "discount_total",
        currency: "order_currency"
      },
      derive: {
        // 0 is everybody who bought without an account.
        customer_key: `nullif(trim("customer_id"), '0')`,
        email: `coalesce("billing_email", "customer_email")`,
        country: `coalesce("shipping_country", "billing_country")`,
        refunded: `case when coalesce(${amount("refunded_total")}, 0) <> 0
          then ${writtenPaid(`abs(${amount("refunded_total")}) * ${goods} / nullif(${amount("order_total")}, 0)`)}
          when ${state} = 'refunded' then ${written(goods)} end`
      },
      // on-hold waits for a transfer and counts, as it does in WooCommerce's own figures; pending was never paid.
      cancelled: `${state} in ('cancelled', 'canceled', 'failed', 'pending', 'checkout-draft', 'draft', 'trash')`
    }
  }
});

export const woocommerce: Preset[] = [orders];
