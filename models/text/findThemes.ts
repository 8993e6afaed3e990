import type {Warehouse} from "../../warehouse/warehouse.ts";
import {Capitals} from "./capitals.ts";
import {ThemeSearch, type Discovered} from "./discover.ts";
import {masks} from "./masking/masks.ts";
import {plainText} from "./plainText.ts";
import {openJieba} from "./reader.ts";
import {matcherOf} from "./themeMatcher.ts";
import type {Theme} from "./themeOf.ts";
import {tokensOf} from "./tokens.ts";

/** Texts that are looked at, at most: a random sample, by hash. */
const mostTexts = 30_000;
/** Their characters, at most: they decide the memory. */
const mostCharacters = 8_000_000;
/** Fewer texts have no themes of their own. */
const leastTexts = 50;
/** Texts that are fetched at a time. */
const slice = 2000;
/** What jieba calls words that name something, and names of people; x is a word that it made up. */
const isNoun = /^(?:n|vn|an|eng|l)/;
const isPerson = /^(?:nr|x)/;

const masked = new RegExp(
  Object.values(masks)
    .flatMap(({en, zh}) => [en, zh])
    .map((mask) => mask.replace(/[[\]]/g, "\\$&"))
    .join("|"),
  "g"
);

interface Row {
  plain: string;
  tokens: string;
  masked_text: string;
  masks: number;
  negative: boolean;
}

/**
 * Themes beside the known ones, of the texts of int_text as int_verbatim judges and masks them (where one text is masked in several ways, the most); none
 * of fewer than 50 texts. A term is none that jieba calls somebody's name, and in Latin script none that is written like one.
 */
export async function findThemes(warehouse: Warehouse, known: readonly Theme[]): Promise<Discovered[]> {
  await warehouse.run(`create or replace temp table theme_text as
    select row_number() over (order by text_number) as place, text_number, text_key, plain, tokens
    from int_text where language <> 'none' and text_number in (
      select min(text_number) from int_text group by same_key order by 1 limit ${mostTexts})
    qualify sum(length(plain)) over (order by text_number) <= ${mostCharacters}`);
  await warehouse.run(`create or replace temp table theme_masked as
    select text_key, min(masked_text) as masked_text, min(masks) as masks, bool_or(negative) as negative
    from (
      select text_key, masked_text, masks, origin = 'feedback' and sentiment is not distinct from 'negative' as negative
      from int_verbatim where text_key in (select text_key from theme_text)
      qualify masks = max(masks) over (partition by text_key)
    ) group by text_key`);
  const {texts} = await warehouse.row<{texts: number}>("select count(*) as texts from theme_text");
  const [match, jieba, capitals, search] = [matcherOf(known), await openJieba(), new Capitals(), new ThemeSearch()];
  for (let from = 0; texts >= leastTexts && from < texts; from += slice) {
    const rows = await warehouse.rows<Row>(`
      select plain, tokens, masked_text, masks, negative from theme_text join theme_masked using (text_key)
      where place > ${from} and place <= ${from + slice} order by place`);
    for (const row of rows) {
      const tokens = row.tokens.split(" ");
      capitals.add(row.masked_text);
      search.add({
        tokens: row.masks
          ? tokensOf(plainText(row.masked_text.replace(masked, " . ")), (run) => jieba.cut(run, true))
          : tokens,
        isCovered: match(row.plain, tokens).length > 0,
        isNegative: row.negative
      });
    }
  }
  await warehouse.run("drop table theme_text; drop table theme_masked");
  const isTheme = (term: string) => {
    if (match(term, term.split(" ")).length) return false;
    if (!/\p{Script=Han}/u.test(term)) return !term.split(" ").some((token) => capitals.isName(token));
    const tags = jieba.tag(term).map(({tag}) => tag);
    return !tags.some((tag) => isPerson.test(tag)) && isNoun.test(tags.at(-1)!);
  };
  return search.found(isTheme);
}
