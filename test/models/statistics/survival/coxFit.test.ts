import {describe, expect, it} from "vitest";
import {concordance} from "../../../../models/statistics/survival/cox/concordance.ts";
import {coxFit, type Fitted} from "../../../../models/statistics/survival/cox/coxFit.ts";
import type {Ties} from "../../../../models/statistics/survival/cox/eventTimes.ts";
import {proportionality} from "../../../../models/statistics/survival/cox/proportionality.ts";
import type {CoxRow} from "../../../../models/statistics/survival/cox/riskSets.ts";
import {aml, freireich, ovarian, rowsOf, whiteBlood} from "./published.ts";
import {veteran} from "./veteran.ts";

function fitted(rows: readonly CoxRow[], ties: Ties = "efron"): Fitted {
  const fit = coxFit(rows, ties);
  if (fit.state !== "fitted") throw new Error(fit.state);
  return fit;
}
const errors = ({covariance}: Fitted) => covariance.map((row, j) => Math.sqrt(row[j]!));

describe("6-MP against placebo", () => {
  const rows = [...rowsOf(freireich.treated, 0), ...rowsOf(freireich.control, 1)];

  // REFERENCE, Survival; R: summary(coxph(Surv(time, cens) ~ treat, gehan)).
  it("Efron: β 1.5721 and all three tests", () => {
    const fit = fitted(rows);
    expect(fit.coefficients[0]).toBeCloseTo(1.5721, 4);
    expect(errors(fit)[0]).toBeCloseTo(0.4124, 4);
    expect(
      [fit.likelihoodRatio.chiSquare, fit.wald.chiSquare, fit.score.chiSquare].map((x) => Number(x.toFixed(2)))
    ).toEqual([16.35, 14.53, 17.25]);
    expect(fit.likelihoodRatio.p).toBeCloseTo(5.261e-5, 8);
    expect(fit.wald.p).toBeCloseTo(0.0001378, 7);
    expect(fit.score.p).toBeCloseTo(3.283e-5, 8);
  });

  it("Breslow: β 1.5092, log-likelihood −86.38", () => {
    const fit = fitted(rows, "breslow");
    expect(fit.coefficients[0]).toBeCloseTo(1.5092, 4);
    expect(errors(fit)[0]).toBeCloseTo(0.4096, 4);
    expect(fit.logLikelihood).toBeCloseTo(-86.38, 3);
    expect(fit.likelihoodRatio.chiSquare).toBeCloseTo(15.21, 2);
  });

  it("concordance 0.690, standard error 0.041", () => {
    expect(concordance(fitted(rows))).toMatchObject({
      concordance: expect.closeTo(0.69, 3),
      standardError: expect.closeTo(0.041, 3)
    });
  });

  // Kleinbaum & Klein, “Survival Analysis”, chapter 3, model 2 (Breslow).
  it("with the log white blood count: 1.294 and 1.604, −2 log L 144.559", () => {
    const both = [
      ...rowsOf(freireich.treated, 0, whiteBlood.treated),
      ...rowsOf(freireich.control, 1, whiteBlood.control)
    ];
    const fit = fitted(both, "breslow");
    expect(fit.coefficients.map((b) => Number(b.toFixed(3)))).toEqual([1.294, 1.604]);
    expect(errors(fit).map((e) => Number(e.toFixed(3)))).toEqual([0.422, 0.329]);
    expect(-2 * fit.logLikelihood).toBeCloseTo(144.559, 2);
  });
});

// R's survival 3.8 (coxph, concordance).
describe("acute myelogenous leukaemia", () => {
  const rows = [...rowsOf(aml.maintained, 0), ...rowsOf(aml.nonmaintained, 1)];

  it("Breslow", () => {
    const fit = fitted(rows, "breslow");
    expect(fit.coefficients[0]).toBeCloseTo(0.90421972369, 8);
    expect(errors(fit)[0]).toBeCloseTo(0.5122479073, 8);
    expect(fit.nullLogLikelihood).toBeCloseTo(-42.8981238972, 9);
    expect(fit.logLikelihood).toBeCloseTo(-41.2501143501, 9);
    expect(fit.score.chiSquare).toBeCloseTo(3.3225614163, 9);
    expect(fit.likelihoodRatio.chiSquare).toBeCloseTo(3.2960190942, 8);
    expect(fit.wald.chiSquare).toBeCloseTo(3.12, 2);
  });

  it("Efron", () => {
    const fit = fitted(rows);
    expect(fit.coefficients[0]).toBeCloseTo(0.91553257501, 8);
    expect(errors(fit)[0]).toBeCloseTo(0.51193427517, 8);
    expect(fit.nullLogLikelihood).toBeCloseTo(-42.7248392628, 9);
    expect(fit.logLikelihood).toBeCloseTo(-41.0326155965, 9);
  });

  it("81 pairs in order, 31 not", () => {
    expect(concordance(fitted(rows))).toMatchObject({
      concordant: 81,
      discordant: 31,
      concordance: expect.closeTo(0.61904761905, 10)
    });
  });
});

it("ovarian: treatment and age", () => {
  const rows = ovarian.map(([time, died, treatment, age]) => ({
    time,
    ended: died === 1,
    count: 1,
    covariates: [treatment, age]
  }));
  const fit = fitted(rows);
  expect(fit.coefficients[0]).toBeCloseTo(-0.80397301267, 7);
  expect(fit.coefficients[1]).toBeCloseTo(0.14732659547, 8);
  expect(errors(fit)[0]).toBeCloseTo(0.63204937188, 7);
  expect(errors(fit)[1]).toBeCloseTo(0.046147047741, 8);
  expect(fit.nullLogLikelihood).toBeCloseTo(-34.9849403712, 8);
  expect(fit.logLikelihood).toBeCloseTo(-27.041898863, 8);
});

// R's survival, vignette “Using time dependent covariates”: coxph(Surv(time, status) ~ trt + prior + karno, veteran) and cox.zph of it.
it("veteran: coefficients, and the drift of each and of all", () => {
  const fit = fitted(veteran);
  expect(fit.coefficients.map((b) => Number(b.toFixed(6)))).toEqual([0.180197, -0.005551, -0.033771]);
  expect(fit.likelihoodRatio.chiSquare).toBeCloseTo(43.04, 2);
  const drift = proportionality(fit, [[0], [1], [2], [0, 1, 2]]);
  expect(drift.map((test) => Number(test!.chiSquare.toFixed(3)))).toEqual([0.288, 2.168, 12.138, 18.073]);
  expect(drift.map((test) => test!.degrees)).toEqual([1, 1, 1, 3]);
  expect(drift.map((test) => Number(test!.p.toFixed(5)))).toEqual([0.59125, 0.14087, 0.00049, 0.00042]);
});
