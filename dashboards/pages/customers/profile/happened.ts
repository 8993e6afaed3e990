import type {TimelineKind} from "../../../../models/marts/timelineKinds.ts";
import type {EventKind} from "../../../components/timeline.ts";

/** Which events are shown. */
export const choices = ["all", "orders", "service", "marketing", "loyalty"] as const;
export type Shown = (typeof choices)[number];

/** The choice and the mark of each kind of event. */
const kinds: Record<TimelineKind, [choice: Exclude<Shown, "all">, mark: EventKind]> = {
  order: ["orders", "order"],
  cancelled: ["orders", "return"],
  refund: ["orders", "return"],
  opportunity: ["orders", "deal"],
  won: ["orders", "deal"],
  lost: ["orders", "dropped"],
  ticket: ["service", "opened"],
  solved: ["service", "solved"],
  feedback: ["service", "feedback"],
  activity: ["service", "contact"],
  sent: ["marketing", "campaign"],
  opened: ["marketing", "campaign"],
  clicked: ["marketing", "campaign"],
  lead: ["marketing", "campaign"],
  consent: ["marketing", "consent"],
  refusal: ["marketing", "refusal"],
  points: ["loyalty", "points"],
  subscribed: ["loyalty", "joined"],
  unsubscribed: ["loyalty", "left"]
};

export const isShown = (kind: TimelineKind, shown: Shown): boolean => shown === "all" || kinds[kind][0] === shown;

export const markOf = (kind: TimelineKind): EventKind => kinds[kind][1];
