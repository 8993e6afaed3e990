import {rawFeedback} from "../../../ingest/contracts/kinds.ts";
import type {Instrument} from "../../../models/feedback/verdict.ts";
import {dayOf, dice, randomCompany, type Company} from "../randomCompany.ts";
import {insert} from "../warehouseOf.ts";

export interface Answer {
  id: string;
  /** Null: nobody knows whose. */
  customer: number | null;
  at: number;
  day: number;
  instrument: Instrument;
  score: number;
  survey: string | null;
  language: string | null;
}
export type Asked = Omit<Company, "answers"> & {answers: Answer[]};

export const sqlTime = (at: number) => new Date(at).toISOString().slice(0, 19).replace("T", " ");
const ends = {nps: [0, 10], csat: [1, 5], ces: [1, 7], rating: [1, 5]} as const;

/** A small company at random that asks on every scale, some of the answers from nobody known, some surveys of one answer. */
export function askedCompany(seed: number, answers = 260, customers = 70): Asked {
  const company = randomCompany(seed, customers);
  const roll = dice(seed + 1000);
  const upTo = (n: number) => Math.floor(roll() * n);
  const said: Answer[] = Array.from({length: answers}, (_, i) => {
    const instrument = (["nps", "nps", "csat", "ces", "rating"] as const)[upTo(5)]!;
    const [least, most] = ends[instrument];
    const at = Date.UTC(2024, 3, 1) + Math.floor(roll() ** 0.7 * 800 * 86_400) * 1000;
    const wave = upTo(6);
    return {
      id: `a${String(i).padStart(4, "0")}`,
      customer: upTo(9) ? upTo(customers) : null,
      at,
      day: dayOf(at),
      instrument,
      score: least + upTo(most - least + 1),
      survey: i === 0 ? "lonely" : wave ? `wave ${wave}` : null,
      language: [null, "en", "zh"][upTo(3)]!
    };
  });
  const nps: Answer[] = company.answers.map(({customer, at, day, score}, i) => ({
    id: `r${String(i).padStart(4, "0")}`,
    customer,
    at,
    day,
    instrument: "nps",
    score,
    survey: null,
    language: null
  }));
  const all = [...said, ...nps];
  const fill = insert(
    rawFeedback,
    all.map(({id, customer, at, instrument, score, survey, language}) => ({
      response_id: id,
      customer_key: customer === null ? null : `a${customer}`,
      answered_at: sqlTime(at),
      instrument,
      score,
      survey,
      answer_language: language
    }))
  );
  return {...company, answers: all, fill: [...company.fill.slice(0, 4), fill]};
}

export const lastDayOf = ({orders, tickets, answers}: Asked) =>
  Math.max(...[...orders, ...tickets, ...answers].map(({day}) => day));
