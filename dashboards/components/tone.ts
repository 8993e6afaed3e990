/** A colour by role: ink, categorical c1–c7, grey context, favourable or not, steps of the ramp for ordered states. */
export type Tone =
  "ink" | "c1" | "c2" | "c3" | "c4" | "c5" | "c6" | "c7" | "ctx" | "good" | "bad" | "warn" | "r4" | "r5" | "r6" | "r7";
