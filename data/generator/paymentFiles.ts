import {group} from "d3";
import {type CsvFile, openCsv} from "./csvFile.ts";
import {diceFor} from "./dice.ts";
import {londonYear} from "./londonTime.ts";
import {clubCharge, orderCharges, STRIPE_HEADER, type Charge} from "./charges.ts";
import {paymentMethodOf} from "./orderRows.ts";
import {REFUND_HEADER, refundRow} from "./refundRows.ts";
import type {Setting, Subject} from "./subject.ts";

/** What was paid through Stripe and what was paid back, in pence. */
export interface PaymentTruth {
  charges: number;
  failed: number;
  paid: number;
  refundedByStripe: number;
  refundedElsewhere: number;
}

/** Stripe's charges by London year, of orders and of the wine club, and the refunds of orders that were paid elsewhere. */
export async function openPayments(setting: Setting): Promise<Subject & {truth: PaymentTruth}> {
  const {out, years, seed, placed, until} = setting;
  const dice = diceFor(seed, "payments");
  const truth: PaymentTruth = {charges: 0, failed: 0, paid: 0, refundedByStripe: 0, refundedElsewhere: 0};
  const stripe = new Map<number, CsvFile>();
  for (const year of years)
    stripe.set(year, await openCsv(out, `payments/stripe_${year}.csv.gz`, STRIPE_HEADER, {placed}));
  const others = await openCsv(out, "payments/other_refunds.csv", REFUND_HEADER, {
    placed,
    encoding: "windows-1252",
    delimiter: ";"
  });

  function count(charges: readonly Charge[]): void {
    for (const {pence, refunded, isFailed} of charges) {
      truth.charges++;
      if (isFailed) truth.failed++;
      else truth.paid += pence;
      truth.refundedByStripe += refunded;
    }
  }

  return {
    truth,
    write: async ({accounts}) => {
      const refundedAt = new Map(accounts.flatMap(({refunds}) => refunds.map(({order, at}) => [order, at] as const)));
      const orders = accounts.flatMap((account) => account.orders).sort((a, b) => a.number - b.number);
      const ofOrders = orders
        .filter((order) => paymentMethodOf(order) === "Shopify Payments")
        .flatMap((order) => orderCharges(order, refundedAt.get(order) ?? null, dice));
      const ofClub = accounts.flatMap(({customer, membership}) =>
        (membership?.charges ?? []).map((charge, index) => clubCharge(customer, membership!, charge, index))
      );
      const charges = [...ofOrders, ...ofClub].filter(({at}) => at < until).sort((a, b) => b.at - a.at);
      count(charges);
      for (const [year, ofYear] of group(charges, ({at}) => londonYear(at)))
        await stripe.get(year)!.write(ofYear.map(({row}) => [row]));

      const elsewhere = accounts
        .flatMap(({refunds}) => refunds)
        .filter(({order}) => paymentMethodOf(order) !== "Shopify Payments")
        .sort((a, b) => a.at - b.at);
      for (const {order} of elsewhere) truth.refundedElsewhere += order.refunded;
      await others.write(elsewhere.map(({order, at}) => [refundRow(order, at, dice)]));
    },
    close: async () => {
      const written = [];
      for (const file of [...stripe.values(), others]) written.push(await file.close());
      return written;
    }
  };
}
