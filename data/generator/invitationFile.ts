import {openCsv} from "./csvFile.ts";
import {HOUR, naive, startOfDay, toLondon} from "./londonTime.ts";
import type {Setting, Subject} from "./subject.ts";

const HEADER = "Wave,Sent at,E-mail,Customer,Channel".split(",");

/** `NPS 2025 Q1` of `2025-03-10`, as the survey's answers are named. */
export const waveName = (wave: string): string => `NPS ${wave.slice(0, 4)} Q${Math.ceil(Number(wave.slice(5, 7)) / 3)}`;

/** Who was asked in each quarterly wave, at nine in the morning: those who ordered in the year before. */
export async function openInvitations({out, placed}: Setting): Promise<Subject & {truth: {invitations: number}}> {
  const truth = {invitations: 0};
  const file = await openCsv(out, "survey/invitations.csv.gz", HEADER, {placed});
  return {
    truth,
    write: async ({accounts}) => {
      const sent = accounts.flatMap(({customer, invitations}) => invitations.map((wave) => ({wave, customer})));
      sent.sort((a, b) => (a.wave < b.wave ? -1 : a.wave > b.wave ? 1 : a.customer.index - b.customer.index));
      truth.invitations += sent.length;
      await file.write(
        sent.map(({wave, customer}) => [
          [
            waveName(wave),
            naive(toLondon(startOfDay(wave) + 9 * HOUR)),
            customer.email,
            customer.index % 3 === 0 ? "" : customer.customerId,
            "email"
          ]
        ])
      );
    },
    close: async () => [await file.close()]
  };
}
