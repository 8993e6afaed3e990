/**
 * One event: its place in timelineKinds, days before as_of, its key, money, score, detail, points. Trailing fields that are null are left out.
 */
export type PackedEvent = [
  kind: number,
  days: number,
  reference: string,
  amount?: number | null,
  score?: number | null,
  detail?: string | null,
  points?: number | null
];

/** Records of one source and origin that one way of linking made this customer: how many, and the least sure of them (a probability). */
export type PackedSource = [
  source: string | null,
  origin: string,
  linkedBy: string,
  records: number,
  confidence: number | null
];

/** A value of the golden record: field, rule, source, day seen, number of other values, and the value where it is published. */
export type PackedValue = [
  field: string,
  rule: string,
  source: string | null,
  day: string | null,
  others: number,
  value: string | null
];

/** Somebody of an organisation: key, records that say so, and the name where it is published. */
export type PackedPerson = [key: string, records: number, name: string | null];

/** A product to offer: name, what it is to the customer, probability to buy it, the own product that speaks most for it. */
export type PackedOffer = [
  name: string,
  kind: "again" | "cross_sell" | "up_sell" | "alike",
  share: number | null,
  because: string | null
];

/** All that a profile shows of one customer. Days are ISO dates, money whole units, shares in [0, 1]. */
export interface Profile {
  key: string;
  party: "person" | "organisation";
  records: number;
  keys: number;
  emails: number;
  stage: string;
  segment: string | null;
  abc: string | null;
  revenueRank: number | null;
  country: string | null;
  channel: string | null;
  mayEmail: boolean | null;
  mayCall: boolean | null;
  mayText: boolean | null;
  firstSeenOn: string | null;
  firstOrderOn: string | null;
  lastOrderOn: string | null;
  orders: number;
  orders30d: number;
  orders90d: number;
  orders365d: number;
  cancelledOrders: number;
  units: number;
  netRevenue: number;
  netRevenue30d: number;
  netRevenue90d: number;
  netRevenue365d: number;
  refunded: number;
  averageOrderValue: number | null;
  medianGapDays: number | null;
  silentDays: number | null;
  category: string | null;
  salesChannel: string | null;
  tickets: number;
  tickets30d: number;
  tickets90d: number;
  tickets365d: number;
  openTickets: number;
  reopenedTickets: number;
  medianResolutionHours: number | null;
  answers: number;
  answers365d: number;
  lastNpsScore: number | null;
  lastNpsOn: string | null;
  lastCsatScore: number | null;
  lastCsatOn: string | null;
  lastRatingScore: number | null;
  lastRatingOn: string | null;
  lastContactOn: string | null;
  lastContactChannel: string | null;
  nextContactOn: string | null;
  nextContactAbout: string | null;
  pointsBalance: number | null;
  loyaltyTier: string | null;
  activeSubscriptions: number;
  recurringRevenue: number;
  openDeals: number;
  openDealAmount: number;
  recency: number | null;
  frequency: number | null;
  monetary: number | null;
  risk: number | null;
  riskLow: number | null;
  riskHigh: number | null;
  band: "low" | "medium" | "high" | null;
  /** JSON pairs of feature group and log odds that raise the risk; null where no model is used. */
  reasons: string | null;
  /** Names of the warnings given, by commas. */
  warnedOf: string | null;
  usualGapDays: number | null;
  hasOwnRhythm: boolean | null;
  silenceRatio: number | null;
  horizonDays: number | null;
  expectedRevenue: number | null;
  valueAtRisk: number | null;
  /** What is expected within the value horizon; null without an order, and where no model could be fitted. */
  clv: number | null;
  clvLow: number | null;
  clvHigh: number | null;
  valueTenth: number | null;
  aliveShare: number | null;
  expectedDays: number | null;
  expectedDaysLow: number | null;
  expectedDaysHigh: number | null;
  expectedSpend: number | null;
  repeatDays: number | null;
  valueModel: string | null;
  valueHorizonDays: number | null;
  ordersPrevious90d: number | null;
  previousNpsScore: number | null;
  /** Only where the operator publishes them. */
  customerName?: string | null;
  email?: string | null;
  phone?: string | null;
  owner?: string | null;
  sources: PackedSource[];
  values: PackedValue[];
  /** Keys that were merged into this one. */
  formerKeys: string[];
  /** The organisations that a person's records name, most often named first. */
  organisations: string[];
  /** The people of an organisation, at most `mostPeople`, and how many there are. */
  people: PackedPerson[];
  peopleCount: number;
  /** What comes first of everything, and of what was never bought; the latter is new. */
  offers: PackedOffer[];
  /** Days that their probabilities look ahead; null: nothing to offer. */
  offerDays: number | null;
  /** Newest first. */
  events: PackedEvent[];
}

/** How many people of an organisation its profile lists. */
export const mostPeople = 100;

/** A shard of profiles: names of the fields once, then a row a customer, by key; and keys of old, with the key that each became. */
export interface ProfileShard {
  fields: (keyof Profile)[];
  customers: unknown[][];
  moved: Record<string, string>;
}
