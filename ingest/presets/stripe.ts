import {amount, writtenPaid} from "./amounts.ts";
import {preset, type Preset} from "./preset.ts";

/** Whether the charge has amounts in the currency of the account's balance, which are the ones that arrive. */
const converted = `("Converted Currency" is not null and "Converted Amount" is not null)`;
const foreign = `(${converted} and lower("Converted Currency") <> lower("Currency"))`;
const failed = `lower(trim("Status")) in ('failed', 'canceled', 'cancelled', 'blocked', 'expired', 'uncaptured',
  'requires_payment_method', 'requires_confirmation', 'requires_action', 'requires_capture')`;
const plain = (column: string) => `try_cast("${column}" as decimal(18, 4))`;

/**
 * Stripe's payments, one row per charge, tried ones included. `Amount` is what the customer was asked for, `Converted Amount` the same in
 * the currency of the balance, in which `Fee` and the tax on it are too. Currency codes are in lower case.
 *
 * What is paid back is converted at the rate of its own day and can come to more than the charge: what counts is the share of the charge
 * that was paid back.
 */
const payments = preset({
  name: "stripe-payments",
  system: "Stripe",
  export: "Payments → Export (all columns, or the default ones)",
  evidence: "seen",
  columns: {
    id: [],
    Description: [],
    "Seller Message": [],
    "Created (UTC)": ["Created date (UTC)", "Created"],
    Amount: [],
    "Amount Refunded": [],
    Currency: [],
    "Converted Amount": [],
    "Converted Amount Refunded": [],
    Fee: [],
    "Taxes On Fee": ["Tax"],
    "Converted Currency": [],
    "Decline Reason": [],
    Mode: [],
    Status: [],
    "Statement Descriptor": [],
    "Customer ID": [],
    "Customer Description": [],
    "Customer Email": ["Receipt Email"],
    Captured: [],
    "Card ID": [],
    "Card Last4": [],
    "Card Brand": [],
    "Card Funding": [],
    "Payment Source Type": ["Payment Method Type"],
    "Refunded date (UTC)": [],
    "Invoice ID": [],
    "PaymentIntent ID": [],
    Transfer: [],
    "order_id (metadata)": ["order_number (metadata)", "order (metadata)", "orderid (metadata)"]
  },
  needs: ["id", "Created (UTC)", "Amount", "Amount Refunded", "Status"],
  zone: "UTC",
  parts: {
    payments: {
      kind: "payments",
      map: {
        payment_id: "id",
        order_id: "order_id (metadata)",
        customer_key: "Customer ID",
        email: "Customer Email",
        paid_at: "Created (UTC)",
        payment_status: "Status"
      },
      derive: {
        amount: `case when ${converted} then "Converted Amount" else "Amount" end`,
        currency: `upper(case when ${converted} then "Converted Currency" else "Currency" end)`,
        fee: `coalesce(cast(${plain("Fee")} + ${plain("Taxes On Fee")} as varchar), "Fee")`,
        refunded: `case when ${foreign} then ${writtenPaid(`${amount("Converted Amount")} * ${amount("Amount Refunded")} / nullif(${amount("Amount")}, 0)`)} else "Amount Refunded" end`,
        payment_method: `coalesce("Payment Source Type", "Card Brand")`,
        is_failed: `${failed} or coalesce(lower("Captured") = 'false', false)`
      },
      set_aside: {
        "test payment": `lower("Mode") = 'test'`,
        // Nothing was converted where nothing came in, so that such an amount is in no currency of the company's.
        "failed in another currency": `${failed} and not ${converted}
          and lower("Currency") <> mode(lower("Converted Currency")) over ()`
      }
    }
  }
});

export const stripe: Preset[] = [payments];
