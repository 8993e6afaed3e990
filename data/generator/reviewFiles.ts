import {createHash} from "node:crypto";
import {type CsvFile, openCsv} from "./csvFile.ts";
import {type Dice, diceFor} from "./dice.ts";
import {DAY, HOUR, utc} from "./londonTime.ts";
import type {Account, Setting, Subject} from "./subject.ts";
import {atShoppingHour} from "./timeOfDay.ts";
import {drawVerbatim} from "./verbatims.ts";

/** Header of Google Play's monthly file of reviews, which comes in UTF-16. */
const HEADER = `Package Name,App Version Code,App Version Name,Reviewer Language,Device,Review Submit Date and Time
Review Submit Millis Since Epoch,Review Last Update Date and Time,Review Last Update Millis Since Epoch,Star Rating
Review Title,Review Text,Developer Reply Date and Time,Developer Reply Millis Since Epoch,Developer Reply Text,Review Link`.split(
  /[,\n]/
);
const APP = "com.example.harbourvine";
const MONTHS = 3;
const DEVICES = ["a52q", "oriole", "redfin", "lynx", "OP4F2F", "m31", "sweet"];

interface Review {
  at: number;
  stars: number;
  language: "en" | "zh";
  /** Empty for a rating without words. */
  text: string;
  number: number;
}

/** Ratings with their stars, by number of stars from one. */
export interface ReviewTruth {
  reviews: number;
  stars: [number, number, number, number, number];
}

/** Reviews of the shop's app in the last whole months, in English and Chinese, by people who ordered in the three months before. */
export async function openReviews({out, placed, from, until, seed}: Setting): Promise<Subject & {truth: ReviewTruth}> {
  const dice = diceFor(seed, "reviews");
  const months = monthsBefore(until).filter(({starts}) => starts > from);
  const truth: ReviewTruth = {reviews: 0, stars: [0, 0, 0, 0, 0]};
  const files = new Map<string, CsvFile>();
  for (const {name} of months)
    files.set(name, await openCsv(out, `app/reviews_${APP}_${name}.csv`, HEADER, {placed, encoding: "utf-16le"}));
  return {
    truth,
    write: async ({accounts}) => {
      for (const {name, starts, ends} of months) {
        const reviews = accounts.flatMap((account) => drawReview(account, starts, ends, dice) ?? []);
        for (const review of reviews) {
          review.number = ++truth.reviews;
          truth.stars[review.stars - 1]!++;
        }
        await files.get(name)!.write(reviews.sort((a, b) => a.at - b.at).map((review) => [row(review, dice)]));
      }
    },
    close: async () => {
      const written = [];
      for (const file of files.values()) written.push(await file.close());
      return written;
    }
  };
}

/** The last whole calendar months, `202604`, by UTC as Google counts them. */
function monthsBefore(until: number): {name: string; starts: number; ends: number}[] {
  const [year, month] = [new Date(until).getUTCFullYear(), new Date(until).getUTCMonth()];
  return Array.from({length: MONTHS}, (_, k) => {
    const starts = Date.UTC(year, month - MONTHS + k, 1);
    return {
      name: new Date(starts).toISOString().slice(0, 7).replace("-", ""),
      starts,
      ends: Date.UTC(year, month - MONTHS + k + 1, 1)
    };
  });
}

function drawReview({customer, orders}: Account, starts: number, ends: number, dice: Dice): Review | null {
  const order = orders.findLast(
    ({at, cancelledAt}) => cancelledAt === null && at > starts - 90 * DAY && at < ends - 3 * DAY
  );
  if (!order || !dice.chance(0.055)) return null;
  const at = atShoppingHour(Math.max(order.at + DAY, starts + DAY + dice.uniform() * (ends - starts - 3 * DAY)), dice);
  const latent = customer.satisfaction + dice.normal(0, 1.5) - (order.failure ? 3 : 0);
  const score = Math.max(0, Math.min(10, Math.round(latent)));
  const answer = {
    respondent: customer,
    wave: "",
    startedAt: at,
    seconds: 0,
    score,
    isFinished: true,
    isPreview: false,
    order
  };
  return {
    at: Math.min(at, ends - HOUR),
    stars: Math.max(1, Math.min(5, Math.round(score / 2))),
    language: customer.language,
    text: dice.chance(0.8) ? drawVerbatim(answer, score, dice) : "",
    number: 0
  };
}

const THANKS = {en: "Thank you for telling us. We are looking into it.", zh: "感谢您的反馈，我们会尽快改进。"};

function row({at, stars, language, text, number}: Review, dice: Dice): string[] {
  const digest = createHash("sha256").update(`review ${number}`).digest("hex");
  const reviewId = [8, 12, 16, 20].reduceRight(
    (id, cut) => `${id.slice(0, cut)}-${id.slice(cut)}`,
    digest.slice(0, 32)
  );
  const replied = text !== "" && stars <= 2 && dice.chance(0.7);
  const repliedAt = at + 20 * HOUR;
  return [
    APP,
    "318",
    "3.1.8",
    language,
    dice.pick(DEVICES),
    utc(at),
    String(at),
    utc(at),
    String(at),
    String(stars),
    "",
    text,
    replied ? utc(repliedAt) : "",
    replied ? String(repliedAt) : "",
    replied ? THANKS[language] : "",
    text === ""
      ? ""
      : `http://play.google.com/console/developers/app/user-feedback/review-details?reviewId=${reviewId}&corpus=PUBLIC_REVIEWS`
  ];
}
