import {createHash} from "node:crypto";
import {
  randomBernoulli,
  randomBeta,
  randomExponential,
  randomGamma,
  randomInt,
  randomLcg,
  randomLogNormal,
  randomNormal,
  randomPoisson
} from "d3";

/** Seeded draws: the same seed gives the same sequence on every machine. */
export type Dice = ReturnType<typeof createDice>;

/**
 * Draws from d3's distributions over one linear congruential source, one value a call.
 *
 * `logNormal` takes the median, `exponential` the rate, `gamma` shape and rate as in the literature (d3 takes the scale).
 */
export function createDice(seed: number) {
  const source = randomLcg(seed);
  const bernoulli = randomBernoulli.source(source);
  const gamma = randomGamma.source(source);
  const int = randomInt.source(source);
  const normal = randomNormal.source(source);
  const logNormal = randomLogNormal.source(source);
  return {
    uniform: source,
    chance: (probability: number) => bernoulli(probability)() === 1,
    gamma: (shape: number, rate: number) => gamma(shape, 1 / rate)(),
    beta: (a: number, b: number) => randomBeta.source(source)(a, b)(),
    exponential: (rate: number) => randomExponential.source(source)(rate)(),
    poisson: (mean: number) => randomPoisson.source(source)(mean)(),
    normal: (mean: number, deviation: number) => normal(mean, deviation)(),
    logNormal: (median: number, deviation: number) => logNormal(Math.log(median), deviation)(),
    /** An integer in [from, until). */
    int: (from: number, until: number) => int(from, until)(),
    pick: <T>(values: readonly T[]): T => values[Math.floor(source() * values.length)]!
  };
}

/** Dice for one subject, independent of the others: what is drawn for it moves nothing else. */
export const diceFor = (seed: number, subject: string): Dice =>
  createDice(createHash("sha256").update(`${seed}/${subject}`).digest().readUInt32BE() >>> 1);
