import {expect, it} from "vitest";
import {rawKanoAnswers, rawRelations, rawSurveyInvitations, rawTickets} from "../../../ingest/contracts/kinds.ts";
import {ledgerInputs} from "../../../ingest/ledgerRelations.ts";
import {createRows, inBuildOrder} from "../../../models/compile.ts";
import {contractFailures} from "../../../models/contractChecks.ts";
import {models} from "../../../models/index.ts";
import {emptyTableSql} from "../../../warehouse/ddl.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {dice, zone} from "../randomCompany.ts";
import {insert, settings} from "../warehouseOf.ts";
import {askedCompany, sqlTime} from "./askedCompany.ts";

const asked = models.filter(({name}) =>
  /^(int|mart)_(feedback|effect|loop|kano|response|nps|detraction|closed_loop|service_effect)/.test(name)
);

/** Invitations, pairs of answers and bad tickets of so many customers. */
function moreOf(seed: number, customers: number): string[] {
  const roll = dice(seed + 9);
  const upTo = (n: number) => Math.floor(roll() * n);
  const email = () => `${upTo(customers)}@example.com`;
  const at = () => sqlTime(Date.UTC(2025, 0, 1) + upTo(365 * 86_400) * 1000);
  const times = <T>(n: number, of: (i: number) => T) => Array.from({length: n}, (_, i) => of(i));
  return [
    insert(
      rawSurveyInvitations,
      times(customers * 3, () => ({email: email(), survey: `wave ${upTo(8)}`, invited_at: at()}))
    ),
    insert(
      rawKanoAnswers,
      times(customers * 2, (i) => ({
        response_id: `k${i}`,
        email: email(),
        answered_at: at(),
        feature: `feature ${upTo(4)}`,
        functional: 1 + upTo(5),
        dysfunctional: 1 + upTo(5)
      }))
    ),
    insert(
      rawTickets,
      times(customers * 2, (i) => ({
        ticket_id: `m${i}`,
        email: email(),
        opened_at: at(),
        reopens: upTo(2),
        category: ["complaint", "price", null][upTo(3)]!
      }))
    )
  ];
}

it.each([
  ["seventy customers", 70, 260, true],
  ["seventy who were never asked nor had trouble", 70, 1, false],
  ["five customers", 5, 9, true],
  ["one customer", 1, 2, true]
])(
  "the rows of %s keep their contracts: no NaN, no share beyond its range, no row twice",
  async (_, customers, answers, more) => {
    const warehouse = await Warehouse.open(":memory:");
    for (const relation of [...rawRelations, ...ledgerInputs]) await warehouse.run(emptyTableSql(relation));
    for (const sql of [...askedCompany(4, answers, customers).fill, ...(more ? moreOf(4, customers) : [])])
      await warehouse.run(sql);
    for (const model of inBuildOrder(asked))
      await createRows(model, {warehouse, settings: {...settings, zone}, table: `"${model.name}"`});
    expect(asked.length).toBeGreaterThan(20);
    for (const model of asked)
      expect({
        name: model.name,
        failures: await contractFailures((sql) => warehouse.rows(sql), model, `"${model.name}"`)
      }).toEqual({
        name: model.name,
        failures: []
      });
  }
);
