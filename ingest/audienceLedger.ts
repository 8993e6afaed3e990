import {UserError} from "../warehouse/error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";

/** SQL of the tables that remember who was sent an audience. */
export const audienceTables = [
  `create table if not exists ledger.audience_sent (sent_id varchar primary key, campaign_id varchar not null, audience varchar not null, tool varchar not null,
    channel varchar not null, control_share double not null, is_personal boolean not null, file varchar not null, sent_at timestamp not null)`,
  `create table if not exists ledger.audience_members (sent_id varchar not null, customer_id varchar not null, arm varchar not null,
    primary key (sent_id, customer_id))`,
  "create sequence if not exists ledger.sending_number"
];

/** One sending of an audience. */
export interface Sending {
  sent_id: string;
  /** The campaign that it is for, as the tool will report it. */
  campaign_id: string;
  audience: string;
  tool: string;
  channel: string;
  control_share: number;
  is_personal: boolean;
  /** Name of the file, without its folder. */
  file: string;
  sent_at: Date;
}

/** A sending with how many were sent and held back. */
export interface SentAudience extends Sending {
  treated: number;
  control: number;
}

/**
 * Remembers a sending and its members, `members` being SQL of customer_id and arm. Gives its number, "audience-000001".
 *
 * To be called within a transaction, so that a file and its memory are there together.
 */
export async function rememberSent(
  warehouse: Warehouse,
  sending: Omit<Sending, "sent_id">,
  members: string
): Promise<string> {
  const {id} = await warehouse.row<{id: string}>(
    "select printf('audience-%06d', nextval('ledger.sending_number')) as id"
  );
  const {campaign_id, audience, tool, channel, control_share, is_personal, file, sent_at} = sending;
  await warehouse.connection.run(
    "insert into ledger.audience_sent values ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamp)",
    [id, campaign_id, audience, tool, channel, control_share, is_personal, file, sent_at.toISOString().slice(0, 23)]
  );
  await warehouse.connection.run(
    `insert into ledger.audience_members select $1, customer_id, arm from (${members}) as members`,
    [id]
  );
  return id;
}

/** Every sending that is remembered, oldest first. */
export const sentAudiences = (warehouse: Warehouse): Promise<SentAudience[]> =>
  warehouse.rows<SentAudience>(
    `select sent.*, count(*) filter (where arm = 'treated') as treated, count(*) filter (where arm = 'control') as control
     from ledger.audience_sent as sent left join ledger.audience_members using (sent_id) group by all order by sent_id`
  );

/** Forgets a sending that never went out. Throws a UserError where there is none of that number. */
export async function forgetSent(warehouse: Warehouse, id: string): Promise<void> {
  await warehouse.transaction(async () => {
    const {n} = await warehouse.row<{n: number}>("select count(*) as n from ledger.audience_sent where sent_id = $1", [
      id
    ]);
    if (!n)
      throw new UserError(`export: unknown sending "${id}"; "perennial export sent" lists those that are remembered`);
    await warehouse.connection.run("delete from ledger.audience_members where sent_id = $1", [id]);
    await warehouse.connection.run("delete from ledger.audience_sent where sent_id = $1", [id]);
  });
}
