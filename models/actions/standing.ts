import type {Expression} from "kysely";
import {reachOf} from "../audience/reach.ts";
import * as s from "../sql.ts";
import {actionNeeds, actions, type ways, type Action} from "./kinds.ts";

/** Whether an action is listed, or why the customer is left alone. */
export const standings = ["listed", "refused", "no_address", "no_answer", "pressed"] as const;
export type Standing = (typeof standings)[number];
export type Way = (typeof ways)[number];

type Ref = (name: "may_email" | "may_call" | "may_text" | "accepts_marketing" | "email" | "phone") => Expression<any>;

const channels = [
  ["email", "email"],
  ["text", "text"],
  ["call", "phone"]
] as const;

/** The first way, from the gentlest on, that the customer agreed to and has an address for. */
export const wayOf = (ref: Ref): s.Value<Way> =>
  channels.reduceRight<s.Value<string>>(
    (otherwise, [way, channel]) =>
      s.when(s.compare(reachOf(channel, ref, s.no), "=", s.text("allowed")), s.text(way), otherwise),
    s.text("none")
  ) as s.Value<Way>;

/** Why a message may not go out by any channel: of e-mail, where messages usually go. */
const messageStanding = (ref: Ref, isPressed: Expression<boolean | null>): s.Value<string> => {
  const isOpen = s.compare(wayOf(ref), "<>", s.text("none"));
  const open = s.when(s.coalesce(isPressed, s.no), s.text("pressed"), s.text("listed"));
  return s.when(isOpen, open, reachOf("email", ref, s.no));
};

/** Whether a customer may be asked to an action. */
export function standingOf(
  action: Expression<Action>,
  ref: Ref,
  isPressed: Expression<boolean | null>
): s.Value<Standing> {
  const needs = (kind: "call" | "message") =>
    s.either(
      ...actions.filter((name) => actionNeeds[name] === kind).map((name) => s.compare(action, "=", s.text(name)))
    );
  const called = s.when(s.compare(ref("may_call"), "=", s.no), s.text("refused"), s.text("listed"));
  return s.when(
    needs("message"),
    messageStanding(ref, isPressed),
    s.when(needs("call"), called, s.text("listed"))
  ) as s.Value<Standing>;
}
