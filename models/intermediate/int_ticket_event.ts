import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgTicketEvents} from "../staging/stg_ticket_events.ts";
import {happenedBy} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {inDelivery} from "./positionOf.ts";
import {agentNames, eventKinds, stateWords} from "./ticketDictionaries.ts";
import {
  cases,
  isNobody,
  ticketActions,
  ticketPriorities,
  ticketStates,
  type TicketAction,
  type TicketState
} from "./ticketWords.ts";

/**
 * What happened to tickets up to as_of in words of our own, one row per event.
 *
 * Names of events, states and priorities are understood as common help desks write them, in English and Chinese, and as the configuration
 * says. A reply is the customer's where the customer acts, a note where it is not public, nobody's where the system acts, else an agent's. A
 * state that nobody knows counts as open, so that an unknown word never ends a ticket. Events of one instant stand as they were
 * delivered, the creation first.
 */
export const intTicketEvent = model({
  name: "int_ticket_event",
  title: {en: "What happened to tickets, one row per event.", zh: "工单事件（统一用语），每个事件一行。"},
  from: [stgTicketEvents, intAsOf],
  grain: ["ticket_id", "position"],
  columns: z.strictObject({
    ticket_id: c.id("The help desk's own key.", "工单号。"),
    position: c.count("Place among the events of the ticket, from 1.", "在该工单事件中的次序，从 1 开始。"),
    happened_at: c.instant("When it happened.", "发生时间。"),
    action: c.oneOf(ticketActions, "What happened.", "事件。"),
    to_state: c.oneOf(ticketStates, "The state in which it left the ticket.", "事件之后的状态。").nullable(),
    is_discarded: c.flag("It put the ticket away as merged, spam or deleted.", "是否因合并、垃圾或删除而弃置。"),
    priority: c.oneOf(ticketPriorities, "The priority that it gave.", "变更后的优先级。").nullable(),
    from_priority: c.oneOf(ticketPriorities, "The priority before.", "变更前的优先级。").nullable(),
    agent: c.text("The agent who acted, or to whom it was given.", "操作或被指派的客服。", "personal").nullable(),
    agent_key: c.id("The same, as a pseudonym.", "客服（假名）。").nullable(),
    from_agent_key: c.id("The agent from whom it was taken, as a pseudonym.", "原处理人（假名）。").nullable(),
    team: c.text("The team to which it was given.", "转入的小组。").nullable(),
    from_team: c.text("The team from which it was taken.", "转出的小组。").nullable()
  }),
  query: (db, {service, pseudonymKey}) =>
    db
      .with("kinds", (db) => eventKinds(db, service))
      .with("words", (db) => stateWords(db, service))
      .with("agents", (db) => agentNames(db, pseudonymKey))
      .with("told", (db) =>
        db
          .selectFrom("stg_ticket_events")
          .crossJoin("int_as_of")
          .innerJoin("kinds", "event_name", "event")
          .where(({ref}) => happenedBy(ref("happened_at"), ref))
          .select(({ref}) => {
            const isKind = (name: string) => s.compare(ref("kind"), "=", s.text(name));
            const isField = s.either(isKind("status"), isKind("priority"), isKind("created"));
            const isCustomer = s.coalesce(s.compare(ref("actor_role"), "=", s.text("customer")), s.no);
            return [
              "ticket_id",
              "happened_at",
              "kind",
              "named_state",
              "named_discards",
              "actor_role",
              "is_public",
              s
                .ordered(s.rowNumber(), {
                  partitionBy: [ref("ticket_id")],
                  orderBy: [ref("happened_at"), s.when(isKind("created"), s.num(0), s.num(1)), ...inDelivery(ref)]
                })
                .as("position"),
              s.onlyWhen(isField, ref("to_value")).as("to_word"),
              s.onlyWhen(isKind("priority"), ref("from_value")).as("from_word"),
              s
                .when(
                  isKind("assignee"),
                  ref("to_value"),
                  s.onlyWhen(s.not(isCustomer), ref("stg_ticket_events.agent"))
                )
                .as("named"),
              s
                .onlyWhen(s.both(isKind("assignee"), s.not(isNobody(ref("from_value")))), ref("from_value"))
                .as("named_before"),
              s.onlyWhen(isKind("team"), ref("to_value")).as("team"),
              s.onlyWhen(s.both(isKind("team"), s.not(isNobody(ref("from_value")))), ref("from_value")).as("from_team")
            ];
          })
      )
      .selectFrom("told")
      .leftJoin("words as after", "after.word", "to_word")
      .leftJoin("words as before", "before.word", "from_word")
      .leftJoin("agents", "agents.written", "named")
      .leftJoin("agents as giver", "giver.written", "named_before")
      .select(({ref}) => {
        const isKind = (name: string) => s.compare(ref("kind"), "=", s.text(name));
        const isActor = (role: string) => s.coalesce(s.compare(ref("actor_role"), "=", s.text(role)), s.no);
        const isHidden = s.coalesce(s.not(ref("is_public")), s.no);
        return [
          "ticket_id",
          "position",
          "happened_at",
          s
            .coalesce(
              cases<TicketAction>([
                [s.both(isKind("reply"), isHidden), s.text("internal_note")],
                [s.both(isKind("reply"), isActor("customer")), s.text("customer_reply")],
                [s.both(isKind("reply"), isActor("system")), s.text("other")],
                [isKind("reply"), s.text("public_reply")],
                [isKind("state"), s.text("status")]
              ]),
              ref("kind").$castTo<TicketAction>()
            )
            .as("action"),
          cases<TicketState>([
            [isKind("state"), ref("named_state").$notNull()],
            [isKind("status"), s.coalesce(ref("after.word_state"), s.text("open"))],
            [isKind("created"), s.coalesce(ref("after.word_state"), s.text("new"))]
          ]).as("to_state"),
          s
            .either(
              s.both(isKind("state"), ref("named_discards")),
              s.both(isKind("status"), s.coalesce(ref("after.word_discards"), s.no))
            )
            .as("is_discarded"),
          s.onlyWhen(isKind("priority"), ref("after.word_priority")).as("priority"),
          ref("before.word_priority").as("from_priority"),
          "agents.agent",
          "agents.agent_key",
          ref("giver.agent_key").as("from_agent_key"),
          "team",
          "from_team"
        ];
      })
});
