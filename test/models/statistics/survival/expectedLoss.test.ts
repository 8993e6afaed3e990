import {expect, it} from "vitest";
import {expectedLoss} from "../../../../models/statistics/survival/expectedLoss.ts";
import {kaplanMeier} from "../../../../models/statistics/survival/kaplanMeier.ts";
import {lifeTable, type Exits} from "../../../../models/statistics/survival/lifeTable.ts";
import {survivalAt} from "../../../../models/statistics/survival/survivalAt.ts";

/** 400 contracts that end or leave over 300 days, the same ones always. */
const exits: Exits[] = Array.from({length: 400}, (_, i) => {
  const isEnd = (i * 7919) % 5 < 2;
  return {time: 1 + ((i * 104729) % 300), ended: Number(isEnd), left: Number(!isEnd)};
});
const table = lifeTable(exits);
const curve = kaplanMeier(table);

it("is Σ amount × (1 − S(age + h) ÷ S(age)) where the curve reaches", () => {
  const running = [
    {age: 0, amount: 100},
    {age: 30, amount: 50},
    {age: 120, amount: 10}
  ];
  const at = (day: number) => survivalAt(curve, day)!.survival;
  const expected = running.reduce((sum, {age, amount}) => sum + amount * (1 - at(age + 90) / at(age)), 0);
  const found = expectedLoss(table, running, 90);
  expect(found.loss).toBeCloseTo(expected, 10);
  expect(found.low).toBeLessThan(found.loss);
  expect(found.high).toBeGreaterThan(found.loss);
});

it("for contracts of age 0 has Greenwood's interval", () => {
  const step = curve.findLast(({time}) => time <= 90)!;
  const found = expectedLoss(table, [{age: 0, amount: 1}], 90);
  expect(found.loss).toBeCloseTo(1 - step.survival, 10);
  expect(found.high - found.loss).toBeCloseTo(1.959963984540054 * step.standardError!, 10);
});

it("its interval is that of the hazards drawn again", () => {
  const running = [
    {age: 10, amount: 30},
    {age: 100, amount: 70}
  ];
  let state = 42;
  const uniform = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  const losses = Array.from({length: 250}, () => {
    const again = table.map((row) => {
      let ended = 0;
      for (let i = 0; i < row.atRisk; i++) if (uniform() < row.ended / row.atRisk) ended++;
      return {...row, ended};
    });
    return expectedLoss(again, running, 60).loss;
  });
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  const deviation = Math.sqrt(losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / losses.length);
  const {loss, high} = expectedLoss(table, running, 60);
  expect(mean).toBeCloseTo(loss, 0);
  expect((high - loss) / 1.959963984540054 / deviation).toBeGreaterThan(0.9);
  expect((high - loss) / 1.959963984540054 / deviation).toBeLessThan(1.1);
});

it("past the curve takes ended ÷ days at risk", () => {
  const ended = exits.reduce((sum, row) => sum + row.ended, 0);
  const days = exits.reduce((sum, row) => sum + row.time, 0);
  const {loss} = expectedLoss(table, [{age: 1000, amount: 200}], 30);
  expect(loss).toBeCloseTo(200 * (1 - Math.exp((-30 * ended) / days)), 10);
});

it("is nothing where nothing runs or has ended, and never more than there is", () => {
  expect(expectedLoss(table, [], 90)).toEqual({loss: 0, low: 0, high: 0});
  expect(expectedLoss([], [{age: 5, amount: 10}], 90)).toEqual({loss: 0, low: 0, high: 0});
  const all = lifeTable([{time: 5, ended: 40, left: 0}]);
  expect(expectedLoss(all, [{age: 0, amount: 10}], 90)).toEqual({loss: 10, low: expect.any(Number), high: 10});
});
