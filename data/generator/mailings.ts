import {fromLondon} from "./londonTime.ts";

/** A mailing to everybody on the list. */
export interface Mailing {
  /** Mailchimp's key. */
  id: string;
  title: string;
  subject: string;
  at: number;
  /** Share of the list that was held back by lot as a control group. */
  controlShare: number;
}

/** Nine in the morning or shortly after, in London. */
const PLANNED: [day: string, id: string, title: string, subject: string, controlShare: number][] = [
  ["2024-11-21", "1a7c40e2d1", "Winter teas 2024", "Six teas for dark evenings", 0],
  ["2025-02-06", "2f0b91c7a4", "New cups 2025", "New year, new cups", 0],
  ["2025-05-08", "3b6e2d05f8", "Spring harvest 2025", "The spring harvest has landed", 0],
  ["2025-09-11", "4c93f7a16e", "Back to the kettle 2025", "Back to the kettle", 0.3],
  ["2025-11-20", "5d18b4e39c", "Gifts 2025", "Gifts under £25, wrapped by us", 0],
  ["2026-02-05", "6e72c05ab3", "Lunar New Year 2026", "马年快乐: teas for the New Year", 0],
  ["2026-04-16", "7f4ad9163b", "Spring harvest 2026", "First flush, first come", 0.3],
  ["2026-06-04", "8a05e7c2f6", "Wine glasses 2026", "Glasses for long evenings", 0]
];

/** The mailings between two instants; all were answered by `until`. */
export function mailingsBetween(from: number, until: number): Mailing[] {
  return PLANNED.map(([day, id, title, subject, controlShare], index) => ({
    id,
    title,
    subject,
    at: fromLondon(Date.parse(`${day}T09:${String(index * 7).padStart(2, "0")}:00Z`)),
    controlShare
  })).filter(({at}) => at > from && at < until);
}
