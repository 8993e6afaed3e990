import {ascending, descending, group} from "d3";
import {customerRow} from "./customerRows.ts";
import type {Dice} from "./dice.ts";
import type {ExportFiles} from "./exportFiles.ts";
import type {Likeness} from "./likenesses.ts";
import {londonYear} from "./londonTime.ts";
import {orderRows} from "./orderRows.ts";
import type {Parameters} from "./parameters.ts";
import type {Story} from "./story.ts";
import type {Batch} from "./subject.ts";
import {surveyRow} from "./surveyRows.ts";
import {ticketRow} from "./ticketRows.ts";
import {truthRow} from "./truth.ts";

/** Next free numbers; orders and tickets are numbered in order of time inside a batch. */
export interface Counters {
  order: number;
  ticket: number;
}

/**
 * Writes the stories of a batch of customers: orders newest first, as Shopify exports them, everything else oldest first. Resolves to
 * the tickets with their rows.
 */
export async function writeBatch(
  stories: readonly Story[],
  files: ExportFiles,
  next: Counters,
  until: number,
  parameters: Parameters,
  dice: Dice,
  likeness: ReadonlyMap<number, Likeness>
): Promise<Batch["tickets"]> {
  const orders = stories.flatMap((story) => story.orders).sort((a, b) => ascending(a.at, b.at));
  for (const order of orders) order.number = next.order++;
  for (const [year, ofYear] of group(orders.reverse(), ({at}) => londonYear(at)))
    await files.orders.get(year)!.write(ofYear.map((order) => orderRows(order, dice)));

  const tickets = stories.flatMap((story) => story.tickets).sort((a, b) => ascending(a.createdAt, b.createdAt));
  const ticketRows = tickets.map((ticket) => ({ticket, row: ticketRow(ticket, next.ticket++, until, dice)}));
  await files.tickets.write(ticketRows.map(({row}) => [row]));

  const answers = stories.flatMap((story) => story.answers).sort((a, b) => ascending(a.startedAt, b.startedAt));
  for (const [year, ofYear] of group(answers, ({startedAt}) => londonYear(startedAt)))
    await files.surveys.get(year)!.write(ofYear.map((answer) => [surveyRow(answer, dice)]));

  const newest = [...stories].sort((a, b) => descending(a.customer.index, b.customer.index));
  await files.customers.write(
    newest.map(({customer, orders}) => [customerRow(likeness.get(customer.index)?.shown ?? customer, orders)])
  );
  await files.truth?.write(stories.map(({customer, life}) => [truthRow(customer, life, parameters)]));
  return ticketRows;
}
