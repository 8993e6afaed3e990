import type {Expression} from "kysely";
import type {Audience} from "../settings.ts";
import * as s from "../sql.ts";

/** Whether somebody may be written to, and if not, why: the first that holds, in this order. */
export const reaches = ["refused", "no_address", "pressed", "no_answer", "allowed"] as const;
export type Reach = (typeof reaches)[number];

type Channel = Audience["channel"];
type Ref = (name: "may_email" | "may_call" | "may_text" | "accepts_marketing" | "email" | "phone") => Expression<any>;

/** What the customer said about a channel; of e-mail, where no dated answer is known, what their record says. No channel needs no answer. */
const answerTo: Record<Channel, (ref: Ref) => s.Value<boolean | null>> = {
  email: (ref) => s.firstOf<boolean>(ref("may_email"), ref("accepts_marketing")),
  phone: (ref) => s.firstOf<boolean>(ref("may_call")),
  text: (ref) => s.firstOf<boolean>(ref("may_text")),
  none: () => s.yes
};

const addressFor: Record<Channel, (ref: Ref) => s.Value<boolean>> = {
  email: (ref) => s.isKnown(ref("email")),
  phone: (ref) => s.isKnown(ref("phone")),
  text: (ref) => s.isKnown(ref("phone")),
  none: () => s.yes
};

/** Whether a channel carries messages, of which nobody gets too many. */
export const isMessage = (channel: Channel): boolean => channel === "email" || channel === "text";

/**
 * Whether a customer may be reached by a channel.
 *
 * Who refused is never reached, and who never answered is not either: silence is no consent. Who has had as many messages as the
 * configuration allows gets no further e-mail or text message.
 */
export const reachOf = (channel: Channel, ref: Ref, isPressed: Expression<boolean | null>): s.Value<Reach> => {
  const answer = answerTo[channel](ref);
  const unpressed = s.when(s.isNull(answer), s.text("no_answer"), s.text("allowed"));
  const addressed = s.when(isMessage(channel) ? isPressed : s.no, s.text("pressed"), unpressed);
  return s.when(
    s.compare(answer, "=", s.no),
    s.text("refused"),
    s.when(addressFor[channel](ref), addressed, s.text("no_address"))
  ) as s.Value<Reach>;
};
