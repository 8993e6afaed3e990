import type {AudienceRule} from "../ingest/audienceConfig.ts";
import type {IdentitySettings} from "./identity/settings.ts";

/**
 * What the models take from the company's configuration, as constants of the build.
 *
 * A setting that a model uses is part of its SQL, so changing it rebuilds that model and what depends on it, nothing else.
 */
export interface Settings {
  /** IANA zone of the business days. */
  zone: string;
  /** ISO 4217 code of every amount. */
  currency: string;
  /** Instant of computation, ISO 8601 in UTC; null: the last event loaded. */
  asOf: string | null;
  /** Mixed into pseudonyms, so that nobody can recompute them from an e-mail. */
  pseudonymKey: string;
  rfm: {
    /** Length of the window that ends at as_of; null: since the first order. */
    windowDays: number | null;
    /** Four rising limits of the scores of a measure; absent: fifths of the customers. */
    thresholds: {recency?: readonly number[]; frequency?: readonly number[]; monetary?: readonly number[]};
    /** Segment name for recency × frequency × monetary scores; without monetary: whatever that score is. */
    segments: readonly Segment[];
  };
  /** Cumulative shares of revenue at which the ABC classes end. */
  abc: {a: number; b: number; aPlus: number; aMiddle: number};
  lifecycle: {
    /** Days of silence from which a customer is in another stage; null: from the base's own gaps. */
    slippingDays: number | null;
    dormantDays: number | null;
    lostDays: number | null;
    /** Purchase days from which a customer in rhythm is loyal. */
    loyalPurchaseDays: number;
  };
  churn: {
    /** Days without an order that make a customer churned; null: 90th percentile of gaps, in whole weeks. */
    horizonDays: number | null;
    /** How many monthly snapshots to keep. */
    snapshots: number;
    /** How many customers the team can call in a day. */
    callsPerDay: number;
    warnings: WarningSettings;
  };
  value: {
    /** How far ahead lifetime value looks. */
    horizonDays: number;
    /** A year's discount of money to come. */
    discountRate: number;
    model: "auto" | "bg_nbd" | "mbg_nbd" | "pareto_nbd";
  };
  service: ServiceSettings;
  feedback: FeedbackSettings;
  pipeline: PipelineSettings;
  campaigns: {
    /** Orders so many days after a message count as its answer. */
    windowDays: number;
    /** Share held back as control by plan; null: none was planned. */
    controlShare: number | null;
  };
  loyalty: LoyaltySettings;
  baskets: {
    /** Least share of baskets of a set; null: from the number of baskets. */
    leastSupport: number | null;
    leastConfidence: number;
    /** Items of the longest set. */
    mostItems: number;
  };
  audiences: readonly Audience[];
  actions: {
    /** What falls due within so many days, or fell due at most so many ago, is listed. */
    aheadDays: number;
    lapsedDays: number;
    /** No more messages to a customer than so many in so many days. */
    pressure: {messages: number; days: number};
    /** Longest list of those whom nobody looks after. */
    withoutOwner: number;
  };
  identity: IdentitySettings;
}

export type Priority = "urgent" | "high" | "normal" | "low";
type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
/** Pieces of a day on the wall clock, from "09:00" to "12:30"; "24:00" is its end. */
export type DayPieces = readonly (readonly [from: string, to: string])[];

/** One version of the working calendar. */
export interface CalendarSettings {
  zone: string;
  /** First and last day on which it holds, in its zone; null: unbounded. */
  from: string | null;
  to: string | null;
  /** A weekday that is not named is free. */
  hours: {readonly [Day in Weekday]?: DayPieces};
  holidays: readonly string[];
  /** Days with hours of their own; they go before holidays and weekdays. */
  exceptions: Readonly<Record<string, DayPieces>>;
}

export interface ServiceSettings {
  /** Versions of one calendar, without overlap. */
  calendars: readonly CalendarSettings[];
  /** What was promised, by the priority with which a ticket began; null: all others. */
  targets: readonly {
    priority: Priority | null;
    firstReplyMinutes: number | null;
    resolutionMinutes: number | null;
    clock: "business" | "elapsed";
  }[];
  /** Own words for priorities. */
  priorities: {readonly [Level in Priority]?: readonly string[]};
  /** States, lower case, in which we wait for the customer, or for somebody else. */
  waitingStatuses: readonly string[];
  holdStatuses: readonly string[];
  /** Open for longer is old. */
  oldDays: number;
}

interface Theme {
  theme: string;
  en: string;
  zh: string;
  terms: readonly string[];
}

export interface FeedbackSettings {
  /** Days within which somebody is to come back to an unhappy customer. */
  followUpDays: number;
  /** null: the usual themes. */
  themes: readonly (Theme & {sub: readonly Theme[]})[] | null;
  /** Rated texts from which on sentiment is learned. */
  minTexts: number;
  /** Masked verbatims may be published. */
  verbatims: boolean;
}

export interface PipelineSettings {
  /** Open stages in their order, by pipeline. */
  stages: Readonly<Record<string, readonly string[]>>;
  /** What is to be won in a month (2026-04) or quarter (2026-Q2); team null: by all. */
  targets: readonly {period: string; team: string | null; amount: number}[];
  /** Open without a change for longer is stale. */
  staleDays: number;
}

export interface LoyaltySettings {
  /** What a point is worth, in the company's currency; null: not known. */
  pointValue: number | null;
  /** Days from earning to expiry; null: as the ledger says. */
  expiryDays: number | null;
  /** Share of points never redeemed; null: learnt. */
  breakage: number | null;
  /** From the lowest to the highest; all by points or all by revenue of the window. */
  tiers: readonly {tier: string; points: number | null; revenue: number | null}[];
  windowDays: number;
  /** A tier is kept so many days after it is no longer met. */
  graceDays: number;
}

export interface Audience {
  name: string;
  en: string;
  zh: string;
  where: AudienceRule;
  channel: "email" | "phone" | "text" | "none";
  /** Share held back at random. */
  controlShare: number;
}

interface Segment {
  segment: string;
  recency: readonly number[];
  frequency: readonly number[];
  monetary?: readonly number[];
}

/** From where on the plain rules warn of churn. */
export interface WarningSettings {
  /** Silence ÷ own median gap. */
  silenceTimes: number;
  /** Share by which the mean order value fell. */
  valueFall: number;
  /** Last gap ÷ own median gap. */
  slowingTimes: number;
  /** Tickets within complaintDays. */
  complaints: number;
  complaintDays: number;
  /** Last NPS answer at most this. */
  lowScoreNps: number;
}
