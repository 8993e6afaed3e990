import {z} from "zod";

/** An IANA time zone that this machine knows. */
export const zoneSchema = z.string().refine(isZone, {
  error: (issue) => `unknown time zone "${String(issue.input)}"; use an IANA name such as Europe/London`
});

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", {timeZone: name}));
  } catch {
    return false;
  }
}
