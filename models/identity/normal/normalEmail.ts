import {isMasked} from "./masked.ts";
import {isAscii, tidy} from "./tidy.ts";

/** Which spellings of an address are one mailbox. */
export interface EmailRules {
  /** Gmail delivers without regard to dots, and to googlemail.com as to gmail.com. */
  dots: boolean;
  /** Most providers deliver name+tag@ to name@. */
  tags: boolean;
}

const address = /(?<![^\s@<>()[\],;:"\\])([^\s@<>()[\],;:"\\]{1,64})@(\.?(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}_-]+)/u;

/**
 * An e-mail address in lower case, or null where there is none or it is masked: `Ann <Ann.Lee+news@GMail.com>` is
 * ann.lee+news@gmail.com, or annlee@gmail.com by both rules. Full-width letters and signs are read as usual ones. Typing errors
 * stay (ann@example.c): what is right in them still counts.
 */
export function normalEmail(raw: string | null, {dots, tags}: EmailRules): string | null {
  if (raw === null || isMasked(raw)) return null;
  const text = isAscii(raw) ? raw : tidy(raw).replace(/。/g, ".");
  const found = address.exec(text.toLowerCase());
  if (found === null) return null;
  let [, user, domain] = found as unknown as [string, string, string];
  if (tags) user = user.replace(/(?<=.)\+.*$/, "");
  if (dots && (domain === "gmail.com" || domain === "googlemail.com")) {
    domain = "gmail.com";
    user = user.replace(/\./g, "");
  }
  return user === "" ? null : `${user}@${domain}`;
}
