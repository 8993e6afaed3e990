import type {QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database} from "../model.ts";
import {pseudonym} from "../pseudonym.ts";
import type {Priority, ServiceSettings} from "../settings.ts";
import * as s from "../sql.ts";
import type {stgTicketEvents} from "../staging/stg_ticket_events.ts";
import {cases, isDiscarded, isEvent, priorityOf, stateOf, type TicketState} from "./ticketWords.ts";

type Events = QueryCreator<Database<readonly [typeof stgTicketEvents]>>;

/** What the name of an event means: one of our actions, or reply (whose depends on who acts) or state (the name is a state). */
interface Kind {
  event_name: string;
  kind: string;
  named_state: TicketState | null;
  named_discards: boolean;
}
interface Word {
  word: string;
  word_state: TicketState | null;
  word_discards: boolean;
  word_priority: Priority | null;
}
interface Agent {
  written: string;
  agent: string | null;
  agent_key: string | null;
}

/** The names of events that a log has, one row per name: so that patterns are tried on names, not on every event. */
export function eventKinds(db: QueryCreator<any>, service: ServiceSettings) {
  const names = (db as Events).selectFrom("stg_ticket_events").select("event").distinct();
  return db.selectFrom(names.as("said")).select(({ref}) => {
    const event = ref("event");
    const state = stateOf(event, service);
    const is = (kind: Parameters<typeof isEvent>[1]) => isEvent(event, kind);
    return [
      event.as("event_name"),
      s
        .coalesce(
          cases<string>([
            [is("created"), s.text("created")],
            [is("customerReply"), s.text("customer_reply")],
            [is("agentReply"), s.text("public_reply")],
            [is("reply"), s.text("reply")],
            [is("note"), s.text("internal_note")],
            [is("status"), s.text("status")],
            [is("priority"), s.text("priority")],
            [is("assignee"), s.text("assignee")],
            [is("team"), s.text("team")]
          ]),
          s.when(s.isKnown(state), s.text<string>("state"), s.text<string>("other"))
        )
        .as("kind"),
      state.as("named_state"),
      isDiscarded(event).as("named_discards")
    ];
  }) as unknown as SelectQueryBuilder<any, any, Kind>;
}

/** The events with the kind of their name, of which some are asked for; over `kinds`. */
const ofKinds = (db: QueryCreator<any>, ...wanted: string[]) =>
  db
    .selectFrom("stg_ticket_events")
    .innerJoin("kinds", "event_name", "event")
    .where(({ref}) => s.either(...wanted.map((kind) => s.compare(ref("kind"), "=", s.text(kind)))));

/** The states and priorities that a log names, one row per word; over `kinds`. */
export function stateWords(db: QueryCreator<any>, service: ServiceSettings) {
  const words = ofKinds(db, "status", "priority", "created")
    .select("to_value as word")
    .union(ofKinds(db, "priority").select("from_value as word"));
  return db
    .selectFrom(words.as("said"))
    .where("word", "is not", null)
    .select(({ref}) => [
      "word",
      stateOf(ref("word"), service).as("word_state"),
      isDiscarded(ref("word")).as("word_discards"),
      priorityOf(ref("word"), service).as("word_priority")
    ]) as unknown as SelectQueryBuilder<any, any, Word>;
}

/** The agents that a log names, one row per name as written, with their pseudonyms; over `kinds`. */
export function agentNames(db: QueryCreator<any>, pseudonymKey: string) {
  const names = db
    .selectFrom("stg_ticket_events")
    .select("agent as written")
    .union(ofKinds(db, "assignee").select("to_value as written"))
    .union(ofKinds(db, "assignee").select("from_value as written"));
  return db
    .selectFrom(names.as("said"))
    .where("written", "is not", null)
    .select(({ref}) => {
      const agent = s.nullif(s.trim(ref("written")), s.text(""));
      return ["written", agent.as("agent"), pseudonym("A-", pseudonymKey, agent).as("agent_key")];
    }) as unknown as SelectQueryBuilder<any, any, Agent>;
}
