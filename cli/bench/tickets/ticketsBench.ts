import {benchSteps} from "../steps.ts";

/** Puts so many ticket events through the business clock, beside the elapsed times of the same rows by hand. */
export const benchTickets = (events: number, dir: string): Promise<void> =>
  benchSteps(
    {
      script: new URL("ticketsPhase.ts", import.meta.url),
      noun: "ticket events",
      titles: {make: "make the log", plain: "elapsed times by hand", clock: "business clock"},
      promisedOf: 5e6,
      promised: {clock: {seconds: 60}}
    },
    events,
    dir
  );
