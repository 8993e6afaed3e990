import {simplified} from "./han.ts";
import {isMasked} from "./masked.ts";
import {isAscii, tidy} from "./tidy.ts";

const simple = /^[A-Za-z]+$/;
const aside = /\([^)]*\)|\[[^\]]*\]|"[^"]*"|“[^”]*”|「[^」]*」|【[^】]*】|(?<=\s)'[^']+'(?=\s)/g;
const nobody =
  /^(?:n\/a|null|none|unknown|undefined|anonymous|no ?name|guest|匿名(?:用户)?|未知|不详|无|暂无|佚名|游客|用户)$/i;

/**
 * What a cell says of somebody's name, or null: one width, Chinese simplified, without what stands in brackets or quotes. Masked
 * names (张*, 张某), e-mail addresses and words for nobody are null.
 */
export function personText(raw: string | null): string | null {
  if (raw === null) return null;
  if (simple.test(raw)) return nobody.test(raw) ? null : raw;
  if (isMasked(raw) || raw.includes("@") || raw.includes("某")) return null;
  const text = isAscii(raw) ? raw.trim() : simplified(tidy(raw));
  const plain = text.replace(aside, " ").trim() || text;
  return nobody.test(plain) || !/\p{L}/u.test(plain) ? null : plain;
}
