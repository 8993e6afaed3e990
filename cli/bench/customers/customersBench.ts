import {benchSteps} from "../steps.ts";

const twoGiB = 2 * 2 ** 30;

/** Foretells value (fit, score) and churn (features, training, backtest, score) of so many customers, beside the plain grouping of the same rows. */
export const benchCustomers = (customers: number, dir: string): Promise<void> =>
  benchSteps(
    {
      script: new URL("customersPhase.ts", import.meta.url),
      noun: "customers",
      titles: {
        make: "make the base",
        plain: "group by hand",
        score: "value: fit and score",
        fit: "value: fit alone",
        churn: "churn: 25 snapshots"
      },
      promisedOf: 1e6,
      promised: {
        fit: {seconds: 5, peakBytes: twoGiB},
        score: {seconds: 15, peakBytes: twoGiB},
        churn: {seconds: 180}
      }
    },
    customers,
    dir
  );
