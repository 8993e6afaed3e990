/** What a timeline tells of; a profile packs a kind as its place in this list. */
export const timelineKinds = [
  "order",
  "cancelled",
  "refund",
  "ticket",
  "solved",
  "feedback",
  "sent",
  "opened",
  "clicked",
  "activity",
  "points",
  "subscribed",
  "unsubscribed",
  "consent",
  "refusal",
  "lead",
  "opportunity",
  "won",
  "lost"
] as const;
export type TimelineKind = (typeof timelineKinds)[number];
