import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {concordance} from "../../../../models/statistics/survival/cox/concordance.ts";
import {coxFit} from "../../../../models/statistics/survival/cox/coxFit.ts";
import {eachEventTime, type Ties} from "../../../../models/statistics/survival/cox/eventTimes.ts";
import {partialLikelihood} from "../../../../models/statistics/survival/cox/partialLikelihood.ts";
import {riskSets, type CoxRow} from "../../../../models/statistics/survival/cox/riskSets.ts";
import {aml, rowsOf} from "./published.ts";

const subject = fc.record({
  time: fc.integer({min: 1, max: 9}),
  ended: fc.boolean(),
  count: fc.integer({min: 1, max: 3}),
  covariates: fc.tuple(fc.integer({min: 0, max: 2}), fc.integer({min: -3, max: 3}))
});
const subjects = fc.array(subject, {minLength: 8, maxLength: 25});
const alone = (rows: readonly CoxRow[]): CoxRow[] =>
  rows.flatMap((row) => Array.from({length: row.count}, () => ({...row, count: 1})));

/** The definition, one subject and one end at a time; nothing shared with the code under test. */
function byDefinition(rows: readonly CoxRow[], beta: readonly number[], ties: Ties): number {
  const eta = ({covariates}: CoxRow) => covariates.reduce((sum, x, j) => sum + x * beta[j]!, 0);
  const people = alone(rows);
  let total = 0;
  for (const time of new Set(people.filter(({ended}) => ended).map(({time}) => time))) {
    const atRisk = people.filter((one) => one.time >= time).reduce((sum, one) => sum + Math.exp(eta(one)), 0);
    const dying = people.filter((one) => one.time === time && one.ended);
    const dead = dying.reduce((sum, one) => sum + Math.exp(eta(one)), 0);
    dying.forEach(
      (one, l) => (total += eta(one) - Math.log(atRisk - (ties === "efron" ? (l / dying.length) * dead : 0)))
    );
  }
  return total;
}

describe.each(["efron", "breslow"] as const)("the partial likelihood (%s)", (ties) => {
  it("is its definition, up to the scale of the covariates", () => {
    fc.assert(
      fc.property(
        subjects,
        fc.tuple(fc.double({min: -1, max: 1, noNaN: true}), fc.double({min: -1, max: 1, noNaN: true})),
        (rows, beta) => {
          const sets = riskSets(rows);
          if (sets.deviations.includes(0)) return;
          const scaled = beta.map((b, j) => b * sets.deviations[j]!);
          expect(partialLikelihood(sets, scaled, ties).logLikelihood).toBeCloseTo(byDefinition(rows, beta, ties), 8);
        }
      )
    );
  });

  it("has the gradient and the information of its differences", () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const sets = riskSets(rows);
        const beta = [0.3, -0.2];
        const at = (b: number[]) => partialLikelihood(sets, b, ties);
        const {score, information} = at(beta);
        const h = 1e-5;
        [0, 1].forEach((j) => {
          const moved = (by: number) => beta.map((b, k) => (k === j ? b + by : b));
          const [up, down] = [at(moved(h)), at(moved(-h))];
          expect(score[j]).toBeCloseTo((up.logLikelihood - down.logLikelihood) / (2 * h), 4);
          [0, 1].forEach((k) => expect(information[k]![j]).toBeCloseTo(-(up.score[k]! - down.score[k]!) / (2 * h), 4));
        });
      })
    );
  });
});

it("a row that stands for three is three rows", () => {
  fc.assert(
    fc.property(subjects, (rows) => {
      const [grouped, single] = [coxFit(rows), coxFit(alone(rows))];
      expect(grouped.state).toBe(single.state);
      if (grouped.state !== "fitted" || single.state !== "fitted") return;
      grouped.coefficients.forEach((b, j) => expect(b).toBeCloseTo(single.coefficients[j]!, 7));
      const [one, other] = [concordance(grouped), concordance(single)];
      expect(one?.concordance).toBeCloseTo(other!.concordance, 9);
      expect(one?.standardError).toBeCloseTo(other!.standardError, 9);
    })
  );
});

it("concordance counts the pairs that a loop over all pairs counts", () => {
  fc.assert(
    fc.property(subjects, (rows) => {
      const fit = coxFit(rows);
      if (fit.state !== "fitted") return;
      const people = alone(rows).map((row) => ({
        ...row,
        eta: row.covariates.reduce((sum, x, j) => sum + x * fit.coefficients[j]!, 0)
      }));
      let [concordant, discordant, tied] = [0, 0, 0];
      for (const a of people)
        for (const b of people) {
          if (!a.ended || !(b.time > a.time || (b.time === a.time && !b.ended))) continue;
          const gap = a.eta - b.eta;
          if (Math.abs(gap) < 1e-9) tied++;
          else if (gap > 0) concordant++;
          else discordant++;
        }
      const found = concordance(fit);
      if (concordant + discordant + tied === 0) expect(found).toBeNull();
      else expect(found).toMatchObject({concordant, discordant, tied});
    })
  );
});

describe("what has no finite maximum is named, never numbered", () => {
  const row = (time: number, ended: boolean, ...covariates: number[]): CoxRow => ({time, ended, count: 1, covariates});

  it("complete separation: all with the mark end first", () => {
    const rows = [1, 2, 3, 4].map((time) => row(time, true, 1)).concat([5, 6, 7, 8].map((time) => row(time, true, 0)));
    expect(coxFit(rows)).toEqual({state: "separated", columns: [0]});
  });

  it("nobody with the mark ends, beside a covariate that is fine", () => {
    const rows = [
      ...rowsOf(aml.maintained, 0).map((one) => ({...one, covariates: [0, 0]})),
      ...rowsOf(aml.nonmaintained, 1).map((one) => ({...one, covariates: [0, 1]})),
      ...[20, 40, 60].map((time) => row(time, false, 1, 0))
    ];
    expect(coxFit(rows)).toEqual({state: "separated", columns: [0]});
  });

  it("a constant, also one that varies only when nobody is at risk any more", () => {
    expect(coxFit([row(1, true, 3), row(2, true, 3)])).toEqual({state: "constant", columns: [0]});
    expect(coxFit([row(5, true, 1), row(6, true, 1), row(2, false, 0)])).toEqual({state: "constant", columns: [0]});
  });

  it("a column that follows from the one before it", () => {
    const rows = [...rowsOf(aml.maintained, 0), ...rowsOf(aml.nonmaintained, 1)];
    const twice = rows.map((one) => ({...one, covariates: [one.covariates[0]!, 3 - 2 * one.covariates[0]!]}));
    expect(coxFit(twice)).toEqual({state: "collinear", columns: [1]});
  });

  it("nobody ended, or nobody at all", () => {
    expect(coxFit([row(1, false, 1), row(2, false, 0)])).toEqual({state: "none_ended"});
    expect(coxFit([])).toEqual({state: "none_ended"});
  });

  it("whatever the data, every number is finite", () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const fit = coxFit(rows);
        if (fit.state !== "fitted") return;
        const numbers = [
          ...fit.coefficients,
          ...fit.covariance.flat(),
          fit.logLikelihood,
          fit.wald.chiSquare,
          fit.score.p
        ];
        expect(numbers.filter((x) => !Number.isFinite(x))).toEqual([]);
        expect(fit.logLikelihood).toBeGreaterThanOrEqual(fit.nullLogLikelihood);
      }),
      {numRuns: 300}
    );
  });
});

it("scale and place of a covariate change its coefficient alone", () => {
  const rows = [...rowsOf(aml.maintained, 0), ...rowsOf(aml.nonmaintained, 1)];
  const moved = rows.map((one) => ({...one, covariates: [1e6 + 1000 * one.covariates[0]!]}));
  const [plain, other] = [coxFit(rows), coxFit(moved)];
  if (plain.state !== "fitted" || other.state !== "fitted") throw new Error("no fit");
  expect(other.coefficients[0]! * 1000).toBeCloseTo(plain.coefficients[0]!, 6);
  expect(other.logLikelihood).toBeCloseTo(plain.logLikelihood, 8);
});

it("visits times with ends only, latest first", () => {
  const times: number[] = [];
  eachEventTime(riskSets(rowsOf(aml.maintained, 1)), [0], "efron", ({time}) => times.push(time));
  expect(times).toEqual([48, 34, 31, 23, 18, 13, 9]);
});
