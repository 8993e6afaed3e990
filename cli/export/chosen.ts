import type {Audience, Settings} from "../../models/settings.ts";
import {createRows} from "../../models/compile.ts";
import {intAudienceSent} from "../../models/intermediate/int_audience_sent.ts";
import {intActionPressure} from "../../models/intermediate/int_action_pressure.ts";
import {martAudienceMember} from "../../models/marts/mart_audience_member.ts";
import type {Model} from "../../models/model.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";

/**
 * Chooses the members of an audience anew, over the marts as built and the ledger as it is now: who was sent something a minute ago is
 * known. While `work` runs they are in the table `chosen`, with the columns of mart_audience_member; it is gone afterwards.
 */
export async function withChosen<T>(
  warehouse: Warehouse,
  {audience, settings}: {audience: Audience; settings: Settings},
  work: () => Promise<T>
): Promise<T> {
  const now = {...settings, audiences: [audience]};
  const make = (model: unknown, table: string) =>
    createRows(model as Model, {warehouse, settings: now, table: `sending."${table}"`});
  await warehouse.run("drop schema if exists sending cascade");
  await warehouse.run("create schema sending");
  // What is made here stands before what was built under the same name.
  await warehouse.run("set search_path = 'sending,main'");
  try {
    await make(intAudienceSent, "int_audience_sent");
    await make(intActionPressure, "int_action_pressure");
    await make(martAudienceMember, "chosen");
    return await work();
  } finally {
    await warehouse.run("set search_path = 'main'");
    await warehouse.run("drop schema if exists sending cascade");
  }
}

/** How many are in, and why some of them are not reached. */
export interface Counts {
  members: number;
  refused: number;
  no_address: number;
  no_answer: number;
  pressed: number;
}

export const countChosen = (warehouse: Warehouse): Promise<Counts> =>
  warehouse.row<Counts>(
    `select count(*) as members, ${["refused", "no_address", "no_answer", "pressed"]
      .map((reach) => `count(*) filter (where reach = '${reach}') as ${reach}`)
      .join(", ")} from chosen`
  );
