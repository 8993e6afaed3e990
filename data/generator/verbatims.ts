import {CHINESE} from "./chinesePhrases.ts";
import type {Dice} from "./dice.ts";
import {ENGLISH} from "./englishPhrases.ts";
import type {Theme} from "./phrases.ts";
import {drawSentence} from "./sentences.ts";
import type {Answer} from "./surveys.ts";

const PRAISED = ["quality", "quality", "delivery", "staff", "packaging", "range", "price", "reply"] as const;
const BLAMED = ["price", "price", "price", "quality", "quality", "packaging", "reply", "range", "staff"] as const;

/** The reason a respondent gives for a score: praise, complaint or both, about the order in mind, in their language. */
export function drawVerbatim(answer: Answer, score: number, dice: Dice): string {
  const {gap, contact} = phrasesOf(answer);
  const sentences = score >= 9 ? praise(answer, dice) : score >= 7 ? mixed(answer, dice) : blame(answer, dice);
  if (dice.chance(score <= 6 ? 0.12 : 0.02)) sentences.push(dice.pick(contact));
  const text = sentences
    .join(gap)
    .replaceAll("{days}", () => String(dice.int(8, 16)))
    .replaceAll("{contact}", () => drawContact(answer.respondent.email, answer.respondent.phone, dice));
  return dice.chance(0.15) ? text.toLowerCase().replace(/[.。]$/, "") : text;
}

const phrasesOf = ({respondent}: Answer) => (respondent.language === "zh" ? CHINESE : ENGLISH);
const about = ({order, respondent}: Answer, templates: readonly string[], dice: Dice): string =>
  drawSentence(templates, order.lines, respondent.language, dice);

function praise(answer: Answer, dice: Dice): string[] {
  const {good, openers, closers} = phrasesOf(answer);
  const first = dice.pick(PRAISED);
  const second = dice.pick(PRAISED);
  return [
    ...(dice.chance(0.3) ? [dice.pick(openers.good)] : []),
    about(answer, good[first], dice),
    ...(second !== first && dice.chance(0.4) ? [about(answer, good[second], dice)] : []),
    ...(dice.chance(0.25) ? [dice.pick(closers.good)] : [])
  ];
}

function mixed(answer: Answer, dice: Dice): string[] {
  const {good, bad, but, gap} = phrasesOf(answer);
  const complaint: Theme = answer.order.failure ?? dice.pick(BLAMED);
  const liked = about(answer, good[dice.pick(PRAISED)], dice);
  return dice.chance(0.3) ? [liked] : [liked, dice.pick(but) + gap + about(answer, bad[complaint], dice)];
}

function blame(answer: Answer, dice: Dice): string[] {
  const {bad, openers, closers} = phrasesOf(answer);
  const {failure} = answer.order;
  return [
    ...(dice.chance(0.3) ? [dice.pick(openers.bad)] : []),
    about(answer, bad[failure ?? dice.pick(BLAMED)], dice),
    ...(failure && dice.chance(0.55) ? [about(answer, bad.reply, dice)] : []),
    ...(!failure && dice.chance(0.25) ? [about(answer, bad.price, dice)] : []),
    ...(dice.chance(0.35) ? [dice.pick(closers.bad)] : [])
  ];
}

/** A telephone number nobody answers, the person's own e-mail address or number. */
function drawContact(email: string, phone: string | null, dice: Dice): string {
  if (dice.chance(0.4)) return email;
  return phone !== null && dice.chance(0.5)
    ? phone.replace("+44", "0")
    : `555-01${String(dice.int(0, 100)).padStart(2, "0")}`;
}
