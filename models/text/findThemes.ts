import type {Warehouse} from "../../warehouse/warehouse.ts";
import {discover, type Discovered, type Read} from "./discover.ts";
import {openJieba} from "./reader.ts";
import {matcherOf} from "./themeMatcher.ts";
import type {Theme} from "./themeOf.ts";

/** Texts that are looked at, at most: a random sample, by hash. */
const mostTexts = 30_000;
/** What jieba calls words that name something. */
const isNoun = /^(?:n|vn|an|eng|nz|l)/;

/** Themes beside the known ones, of the texts of int_text as int_verbatim judges and masks them; none of fewer than 50 texts. */
export async function findThemes(warehouse: Warehouse, known: readonly Theme[]): Promise<Discovered[]> {
  const rows = await warehouse.rows<{plain: string; tokens: string; masked: string | null; negative: boolean}>(`
    select plain, tokens, masked, coalesce(negative, false) as negative
    from int_text left join (
      select text_key, bool_or(sentiment = 'negative') as negative, any_value(lower(masked_text)) filter (masks > 0) as masked
      from int_verbatim group by text_key
    ) using (text_key)
    where language <> 'none' and text_number in (
      select min(text_number) from int_text group by same_key order by 1 limit ${mostTexts})
    order by text_number`);
  if (rows.length < 50) return [];
  const match = matcherOf(known);
  const texts = rows.map(({plain, tokens, masked, negative}): Read => {
    const all = tokens.split(" ");
    return {
      tokens: masked === null ? all : all.filter((token) => masked.includes(token)),
      isCovered: match(plain, all).length > 0,
      isNegative: negative
    };
  });
  const jieba = await openJieba();
  const isTheme = (term: string) => {
    if (match(term, term.split(" ")).length) return false;
    if (!/\p{Script=Han}/u.test(term)) return true;
    const tags = jieba.tag(term);
    return isNoun.test(tags.at(-1)!.tag);
  };
  return discover(texts, isTheme);
}
