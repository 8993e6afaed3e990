import {openAudience} from "./audienceFile.ts";
import {openClub} from "./clubFiles.ts";
import {openInvitations} from "./invitationFile.ts";
import {openKano} from "./kanoFile.ts";
import {openLoyalty} from "./loyaltyFiles.ts";
import {openMail} from "./mailFiles.ts";
import {openPayments} from "./paymentFiles.ts";
import {openReviews} from "./reviewFiles.ts";
import type {Setting, Subject} from "./subject.ts";
import {openTeaSurvey} from "./teaSurveyFile.ts";
import {openTicketEvents} from "./ticketEventFile.ts";
import {openTrade} from "./tradeFile.ts";
import {openWeb} from "./webFile.ts";

/** What went into the exports of each subject, counted. */
export type SubjectTruth = {[Name in keyof Subjects]: Subjects[Name]["truth"]};
type Subjects = Awaited<ReturnType<typeof openAll>>;

// The club numbers its members before their charges are written.
const openAll = async (setting: Setting) => ({
  club: await openClub(setting),
  payments: await openPayments(setting),
  loyalty: await openLoyalty(setting),
  mail: await openMail(setting),
  audience: await openAudience(setting),
  ticketEvents: await openTicketEvents(setting),
  reviews: await openReviews(setting),
  teaSurvey: await openTeaSurvey(setting),
  trade: openTrade(setting),
  web: openWeb(setting),
  invitations: await openInvitations(setting),
  kano: await openKano(setting)
});

/** Everything beside shop, helpdesk and survey, as one subject. */
export async function openSubjects(setting: Setting): Promise<Subject & {truth: SubjectTruth}> {
  const subjects = await openAll(setting);
  const all: Subject[] = Object.values(subjects);
  const truths = Object.entries(subjects).map(([name, {truth}]) => [name, truth]);
  return {
    truth: Object.fromEntries(truths) as SubjectTruth,
    write: async (batch) => {
      for (const subject of all) await subject.write(batch);
    },
    close: async () => {
      const written = [];
      for (const subject of all) written.push(...(await subject.close()));
      return written;
    }
  };
}
