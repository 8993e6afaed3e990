import type {QueryCreator, SelectQueryBuilder} from "kysely";
import {knownRows} from "../intermediate/knownRows.ts";
import {positionOf} from "../intermediate/positionOf.ts";
import * as s from "../sql.ts";
import {stgTouches} from "../staging/stg_touches.ts";

const answers = ["opened_at", "clicked_at", "unsubscribed_at", "bounced_at", "delivered_at", "converted_at"] as const;

/** A person reached or held back, as a source says it. */
interface Assigned extends Record<(typeof answers)[number], Date | null> {
  touch_id: string;
  origin: "export" | "audience";
  audience: string | null;
  control_share: number | null;
  of_campaign: string;
  customer_id: string;
  arm: "treated" | "control";
  version: string | null;
  touched_at: Date | null;
}

/**
 * Whom campaigns reached or held back, as far as the customer is known, one row per touch: those that a tool exported, and the audiences that
 * were sent from here, over stg_touches, stg_campaigns and int_audience_sent.
 *
 * An audience sent for a campaign that the tool lists under that key, or alone under that name, is that campaign's.
 */
export function assigned(db: QueryCreator<any>) {
  const exported = db
    .selectFrom(knownRows(db, stgTouches).as("known"))
    .select(({ref}) => [
      s.join(ref("campaign_id"), s.text("-"), positionOf(ref)).as("touch_id"),
      s.text("export").$castTo<"export" | "audience">().as("origin"),
      s.nothing<string>("varchar").as("audience"),
      s.nothing<number>("double precision").as("control_share"),
      ref("campaign_id").as("of_campaign"),
      "customer_id",
      "arm",
      s.nullif(s.trim(s.coalesce(ref("variant"), s.text(""))), s.text("")).as("version"),
      "touched_at",
      ...answers
    ]);
  const sent = db
    .selectFrom("int_audience_sent")
    .leftJoin(
      db
        .selectFrom("stg_campaigns")
        .where("campaign_name", "is not", null)
        .groupBy("campaign_name")
        .having(() => s.compare(s.countRows(), "=", s.num(1)))
        .select(({ref}) => ["campaign_name as only_name", s.min(ref("campaign_id")).as("only_id")])
        .as("by_name"),
      "only_name",
      "int_audience_sent.campaign_id"
    )
    .leftJoin(
      db.selectFrom("stg_campaigns").select("campaign_id as listed_id").as("by_key"),
      "listed_id",
      "int_audience_sent.campaign_id"
    )
    .select(({ref}) => [
      s.join(s.text("audience-"), ref("sent_id"), s.text("-"), ref("customer_id")).as("touch_id"),
      s.text("audience").$castTo<"export" | "audience">().as("origin"),
      ref("int_audience_sent.audience").as("audience"),
      ref("int_audience_sent.control_share").as("control_share"),
      s.firstOf(ref("listed_id"), ref("only_id"), ref("int_audience_sent.campaign_id")).as("of_campaign"),
      "customer_id",
      "arm",
      s.nothing<string>("varchar").as("version"),
      ref("sent_at").as("touched_at"),
      ...answers.map((name) => s.nothing<Date>("timestamp").as(name))
    ]);
  return exported.unionAll(sent as any) as unknown as SelectQueryBuilder<any, any, Assigned>;
}
