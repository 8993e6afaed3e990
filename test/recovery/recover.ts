import chisquare from "@stdlib/stats-base-dists-chisquare-cdf";
import {LuDecomposition, Matrix} from "ml-matrix";
import {createDice} from "../../data/generator/dice.ts";
import {errorOfSum, expectPurchases} from "../../models/statistics/purchase/expectPurchases.ts";
import {
  fitPurchase,
  parameterNames,
  purchaseModels,
  type PurchaseModel
} from "../../models/statistics/purchase/fitPurchase.ts";
import {expectSpend, fitSpend, spendNames} from "../../models/statistics/purchase/gammaGamma.ts";
import type {PurchaseGroups} from "../../models/statistics/purchase/groups.ts";
import {logTriangle} from "../../models/statistics/purchase/loadings.ts";
import {simulate, spendTruth, truth, type Simulated} from "./simulate.ts";

/**
 * Whether models recover the truth that data was drawn from, and whether their intervals hold what they promise: a slow check of its own.
 *
 * `npm run recover -- [seeds] [customers]`. Ends with code 1 where a parameter is within two standard errors of the truth in under 90 of 100.
 */
const [seeds = 100, customers = 3000] = process.argv.slice(2).map(Number);
const ahead = 52;
const discount = Math.log(1.1) / 52;
const z = 1.959963984540054;

const counts = new Map<string, number>();
const count = (what: string, holds: boolean) => counts.set(what, (counts.get(what) ?? 0) + Number(holds));

/** Whether the truth lies in the 95 % ellipse of the logs of the estimates. */
function isInEllipse(
  estimates: readonly number[],
  covariance: readonly (readonly number[])[],
  real: readonly number[]
): boolean {
  const logs = covariance.map((row, i) => row.map((c, j) => c / (estimates[i]! * estimates[j]!)));
  const away = Matrix.columnVector(estimates.map((value, i) => Math.log(value / real[i]!)));
  const distance = away
    .transpose()
    .mmul(new LuDecomposition(new Matrix(logs)).solve(away))
    .get(0, 0);
  return chisquare(distance, estimates.length) <= 0.95;
}

function judge(
  title: string,
  names: readonly string[],
  fit: {parameters: number[]; standardErrors: number[]; covariance: number[][]; isConverged: boolean},
  real: readonly number[]
): void {
  count(`${title} converged`, fit.isConverged);
  names.forEach((name, i) =>
    count(`${title} ${name}`, Math.abs(fit.parameters[i]! - real[i]!) <= 2 * fit.standardErrors[i]!)
  );
  count(`${title} ellipse`, fit.isConverged && isInEllipse(fit.parameters, fit.covariance, real));
}

const known = ({purchases, age}: Simulated) => purchases.filter((at) => at <= age);
const groupsOf = (all: readonly Simulated[]): PurchaseGroups => ({
  repeats: Float64Array.from(all, (customer) => known(customer).length - 1),
  lastAge: Float64Array.from(all, (customer) => known(customer).at(-1)!),
  age: Float64Array.from(all, ({age}) => age),
  customers: new Float64Array(all.length).fill(1)
});
const total = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

/** Value to come of all: expected with its error by the fitted models, expected by the true ones, and what came. */
function judgeFuture(
  model: PurchaseModel,
  all: readonly Simulated[],
  groups: PurchaseGroups,
  fit: ReturnType<typeof fitPurchase>
): void {
  const means = all.map((customer) => {
    const n = known(customer).length;
    return n > 1 ? customer.spend.slice(1, n).reduce((a, b) => a + b, 0) / (n - 1) : 0;
  });
  const buyers = means.flatMap((mean, i) => (mean > 0 ? [i] : []));
  const spend = fitSpend({
    repeats: Float64Array.from(buyers, (i) => groups.repeats[i]!),
    meanSpend: Float64Array.from(buyers, (i) => means[i]!),
    customers: new Float64Array(buyers.length).fill(1)
  });
  judge(`${model} gamma_gamma`, spendNames, spend, spendTruth);
  const horizon = {length: ahead, discount};
  const own = expectPurchases(fit, groups, horizon);
  const real = expectPurchases({model, parameters: [...truth[model]], covariance: []}, groups, horizon);
  const came = all.map(({purchases, age, spend: paid}) => {
    const later = purchases.flatMap((at, i) => (at > age ? [i] : []));
    return [
      later.length,
      later.reduce((sum, i) => sum + paid[i]! * Math.exp(-discount * (purchases[i]! - age)), 0)
    ] as const;
  });
  const within = (what: string, value: number, error: number, actual: number) =>
    count(`${model} ${what}`, Math.abs(Math.log(actual / value)) <= (z * error) / value);
  const days = total(own.expected);
  const daysError = errorOfSum(own.expectedLoadings, groups.customers);
  const daysCame = came.reduce((sum, [days]) => sum + days, 0);
  within("expected purchases hold the true expectation", days, daysError, total(real.expected));
  within("expected purchases hold what came, without chance", days, daysError, daysCame);
  within(
    "expected purchases hold what came",
    days,
    Math.hypot(daysError, Math.sqrt(total(own.expectedVariance))),
    daysCame
  );
  const priced = (parameters: readonly number[]) => groups.repeats.map((x, i) => expectSpend(parameters, x, means[i]!));
  const price = priced(spend.parameters);
  const clv = total(own.discounted.map((days, i) => days * price[i]!));
  const realPrice = priced(spendTruth);
  const byPurchases = own.discountedLoadings.map((column) => total(column.map((load, i) => load * price[i]!)));
  const triangle = logTriangle(spend.parameters, spend.covariance);
  const slopes = spend.parameters.map((p, k) => {
    const moved = priced(spend.parameters.map((q, j) => (j === k ? q * Math.exp(1e-5) : q)));
    return total(own.discounted.map((days, i) => (days * (moved[i]! - price[i]!)) / 1e-5)) * (p > 0 ? 1 : 0);
  });
  const bySpend = [0, 1, 2].map((j) => slopes.reduce((sum, slope, k) => sum + triangle[k]![j]! * slope, 0));
  const error = Math.hypot(...byPurchases, ...bySpend);
  const valueCame = came.reduce((sum, [, money]) => sum + money, 0);
  const valueMeant = total(real.discounted.map((days, i) => days * realPrice[i]!));
  within("lifetime value holds the true expectation", clv, error, valueMeant);
  within("lifetime value holds what came, without chance", clv, error, valueCame);
  const [p, q, gamma] = spend.parameters as [number, number, number];
  const chance = total(
    own.expected.map((mean, i) => {
      if (!mean) return 0;
      const [shape, rate] = [p * (means[i]! > 0 ? groups.repeats[i]! : 0) + q, gamma + means[i]! * groups.repeats[i]!];
      const square = p * mean + p * p * (own.expectedVariance[i]! + mean * mean);
      const variance = (square * rate * rate) / ((shape - 1) * (shape - 2)) - (mean * price[i]!) ** 2;
      return variance * (own.discounted[i]! / mean) ** 2;
    })
  );
  within("lifetime value holds what came", clv, Math.hypot(error, Math.sqrt(chance)), valueCame);
}

for (const model of purchaseModels) {
  for (let seed = 1; seed <= seeds; seed++) {
    const dice = createDice(seed * 7919);
    const all = Array.from({length: customers}, () => simulate(model, dice, 20 + 84 * dice.uniform(), ahead));
    const groups = groupsOf(all);
    const fit = fitPurchase(model, groups);
    judge(model, parameterNames[model], fit, truth[model]);
    judgeFuture(model, all, groups, fit);
  }
  console.log(`${model}, ${customers} customers, truth ${truth[model].join(", ")}: of ${seeds}`);
  for (const [what, held] of counts)
    if (what.startsWith(`${model} `)) console.log(`  ${what.slice(model.length + 1).padEnd(52)} ${held}`);
}
const isParameter = /(?: r| alpha| a| b| s| beta| p| q| gamma| ellipse)$/;
const failed = [...counts].filter(([what, held]) => isParameter.test(what) && held < 0.9 * seeds);
for (const [what, held] of failed) console.log(`FAILED: ${what} in ${held} of ${seeds}`);
if (failed.length) process.exitCode = 1;
