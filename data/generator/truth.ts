import type {Customer} from "./customers.ts";
import type {PlacedFault} from "./faults.ts";
import type {Cause, Lifetime} from "./lifetime.ts";
import type {LikenessTruth} from "./likenesses.ts";
import {naive} from "./londonTime.ts";
import type {Parameters} from "./parameters.ts";
import type {SubjectTruth} from "./subjects.ts";

/** What went into the exports, counted; the same for each customer is in `truth.csv` when asked for. */
export interface GeneratedTruth extends SubjectTruth {
  parameters: Parameters;
  seed: number;
  /** First and last London day. */
  from: string;
  until: string;
  customers: number;
  buyers: number;
  /** Purchases of the process; orders placed by mistake and cancelled are counted apart. */
  purchases: number;
  cancelledOrders: number;
  failures: number;
  /** Customers who left, by the first factor without which they would have stayed. */
  departed: Record<Cause, number>;
  tickets: number;
  /** What records of the shop have in common. */
  likenesses: LikenessTruth;
  /** Invitations and finished answers of each survey wave. */
  waves: {wave: string; invited: number; answered: number}[];
  faults: PlacedFault[];
  files: {file: string; rows: number; bytes: number}[];
}

export const TRUTH_HEADER =
  `customer_id,email,channel,arrived_at,lambda_per_week,dropout_p,channel_factor,mean_order_value,purchases
failures,first_failed,died_at,cause`.split(/[,\n]/);

/** One row per customer: rate in orders a week, value in pounds before season and tax, times in UTC. */
export function truthRow(customer: Customer, life: Lifetime, {spendP}: Parameters): string[] {
  return [
    customer.customerId,
    customer.email,
    customer.channel,
    naive(customer.arrivedAt),
    customer.lambda.toPrecision(6),
    customer.p.toPrecision(6),
    String(customer.channelFactor),
    (spendP / customer.nu).toFixed(2),
    String(life.purchases.length),
    String(life.purchases.filter(({failure}) => failure !== null).length),
    String(life.purchases[0] !== undefined && life.purchases[0].failure !== null),
    life.diedAt === null ? "" : naive(life.diedAt),
    life.cause ?? ""
  ];
}
