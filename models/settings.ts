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
    /** Segment name for recency score (row, 1–5) × frequency score (column, 1–5). */
    segments: readonly {segment: string; recency: readonly number[]; frequency: readonly number[]}[];
  };
  churn: {
    /** Days without an order that make a customer churned; null: 90th percentile of gaps, in whole weeks. */
    horizonDays: number | null;
    /** How many monthly snapshots to keep. */
    snapshots: number;
  };
  identity: IdentitySettings;
}
