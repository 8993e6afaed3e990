import {describe, expect, test} from "vitest";
import {holdOutOf} from "../../../dashboards/pages/value/holdOut.ts";
import {monthTicks} from "../../../dashboards/pages/value/monthTicks.ts";
import {candidates, data, en, render, words, zh} from "./valuePage.ts";

const sectionOf = (title: string, c = en) =>
  render({}, c)
    .split("<section")
    .find((part) => part.includes(`<h2>${title}</h2>`))!;

test("every tenth leads to exactly its customers", () => {
  const links = sectionOf("Who will bring the money?").match(/customers\.html\?tenth=\d+/g);
  expect(links).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tenth) => `customers.html?tenth=${tenth}`));
});

test("a tenth shows its value, its share and its interval", () => {
  const panel = sectionOf("Who will bring the money?");
  expect(words(panel)).toContain("Highest tenth £82.0k 41% Tenth 2 £36.0k 18%");
  expect(panel.match(/<u /g)).toHaveLength(10);
  expect(words(panel)).toContain("the highest tenth was expected to bring £61.5k and brought £57.4k.");
});

test("actual, model and own pace stand beside each other for every bin", () => {
  const panel = words(sectionOf("Did such a forecast come true?"));
  expect(panel).toContain("Repeats before Customers Actual MBG/NBD BG/NBD Pareto/NBD Own pace so far");
  expect(panel).toContain("1 350 0.70 0.75 0.70 0.80 0.85");
});

test("the weeks held out are summed without the running one", () => {
  const held = data.weeks.filter((row) => row.is_held_out && !row.is_partial);
  const [came, foretold] = [
    held.reduce((sum, row) => sum + row.actual_days, 0),
    held.reduce((sum, row) => sum + row.mbg_days!, 0)
  ];
  const text = words(sectionOf("Does it follow the weeks?"));
  expect(text).toContain(`Held out: ${en.f.count(foretold)} foretold, ${en.f.count(came)} came`);
  expect(text).toContain("15 Jun 2026, so far");
  expect(sectionOf("Does it follow the weeks?")).toContain("held out</span>");
});

test("a model that was tried and failed stands in the table with the reason", () => {
  const failed = candidates.map((row) =>
    row.model === "pareto_nbd"
      ? {
          ...row,
          state: "not_converged" as const,
          expected_days: null,
          deviance: null,
          mean_absolute_error: null,
          correlation: null,
          rank: null
        }
      : row
  );
  const table = /<table id="candidates">.*?<\/table>/.exec(render({candidates: failed}))![0];
  expect(words(table)).toMatch(/Mean of all .* Pareto\/NBD did not settle – – – –/);
});

test("the forecasts stand in order of their rank, the chosen one marked", () => {
  const table = words(/<table id="candidates">.*?<\/table>/.exec(render())![0]);
  expect(table).toMatch(
    /MBG\/NBD chosen 1\.000 .* BG\/NBD 1\.100 .* Pareto\/NBD 1\.200 .* Own pace so far 1\.250 .* Mean of all 2\.000/
  );
});

test("parameters are those of the whole history and of the models in use", () => {
  const table = words(/<table id="parameters">.*?<\/table>/.exec(render())![0]);
  expect(table).toContain("MBG/NBD α 6.183 0.050 6.085 to 6.281");
  expect(table).toContain("Gamma–Gamma p 6.250 – –");
  expect(table).not.toContain("9.000");
});

test("the list leads to profiles and to the file of all customers, from both languages", () => {
  expect(sectionOf("Who is worth most from now on?")).toContain('href="./customers.html?key=C-000000000001"');
  expect(render()).toContain('href="./data/value/perennial-value-2026-06-24.csv"');
  expect(render({}, zh)).toContain('href="../data/value/perennial-value-2026-06-24.csv"');
  expect(render({}, zh)).toContain('href="./customers.html?key=C-000000000001"');
});

describe("the verdict on the part held out", () => {
  test("is none without a tested model or without a simple forecast", () => {
    expect(holdOutOf([])).toBeNull();
    expect(holdOutOf(candidates.map((row) => ({...row, is_chosen: false})))).toBeNull();
    expect(holdOutOf(candidates.filter((row) => row.is_chosen))).toBeNull();
    expect(holdOutOf(candidates.map((row) => ({...row, deviance: null, mean_absolute_error: null})))).toBeNull();
  });

  test("a rival without error cannot be beaten", () => {
    const perfect = candidates.map((row) => (row.model === "naive" ? {...row, deviance: 0} : row));
    expect(holdOutOf(perfect)).toMatchObject({isWorse: true, difference: 1});
    const both = perfect.map((row) => (row.is_chosen ? {...row, deviance: 0} : row));
    expect(holdOutOf(both)).toMatchObject({isWorse: true, difference: 0});
  });
});

describe("months under the weekly curve", () => {
  const weeks = (count: number) => Array.from({length: count}, (_, i) => new Date(Date.UTC(2022, 11, 26 + 7 * i)));

  test("are named at their first week, at most eight of them, from January on", () => {
    expect(monthTicks(weeks(20)).map((i) => weeks(20)[i]!.toISOString().slice(0, 10))).toEqual([
      "2023-01-02",
      "2023-02-06",
      "2023-03-06",
      "2023-04-03",
      "2023-05-01"
    ]);
    for (const count of [2, 40, 80, 160, 400, 1000]) {
      const ticks = monthTicks(weeks(count));
      const months = ticks.map((i) => weeks(count)[i]!.getUTCMonth());
      if (count < 500) expect(ticks.length).toBeLessThanOrEqual(8);
      else expect(new Set(months)).toEqual(new Set([0]));
    }
  });
});
