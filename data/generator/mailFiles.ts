import {openCsv} from "./csvFile.ts";
import {naive, toLondon} from "./londonTime.ts";
import {type Mailing, mailingsBetween} from "./mailings.ts";
import type {Account, Setting, Subject} from "./subject.ts";
import type {Touch} from "./touches.ts";

const TOUCH_HEADER =
  "Campaign Id,Email Address,Group,Sent at,Delivered at,Opened at,Clicked at,Bounced at,Unsubscribed at".split(",");
const CONSENT_HEADER = ["Email", "Opted in", "Recorded at", "Where"];
/** Header of Mailchimp's list of campaign reports. */
const CAMPAIGN_HEADER =
  `Title,Subject,Audience,Send Date,Send Weekday,Total Recipients,Successful Deliveries,Soft Bounces,Hard Bounces
Total Bounces,Unique Opens,Open Rate,Unique Clicks,Click Rate,Unsubscribes,Abuse Complaints,Unique Id`.split(/[,\n]/);

/** What came of one mailing; `control` people were held back by lot. Mailings have no effect on orders. */
export interface MailingTruth {
  id: string;
  treated: number;
  control: number;
  opened: number;
  clicked: number;
  bounced: number;
  unsubscribed: number;
  /** True difference between treated and control in any order after it. */
  lift: 0;
}

/** Mailings, whom they reached or held back, and who agreed to mail; London's clock. */
export async function openMail({
  out,
  placed,
  from,
  until
}: Setting): Promise<Subject & {truth: {mailings: MailingTruth[]; consents: number}}> {
  const mailings = mailingsBetween(from, until);
  const counts = new Map(mailings.map((mailing) => [mailing.id, emptyTruth(mailing)]));
  const truth = {mailings: [...counts.values()], consents: 0};
  const campaigns = await openCsv(out, "mail/campaigns.csv", CAMPAIGN_HEADER, {placed});
  const touches = await openCsv(out, "mail/touches.csv.gz", TOUCH_HEADER, {placed});
  const consents = await openCsv(out, "mail/consents.csv.gz", CONSENT_HEADER, {placed});
  return {
    truth,
    write: async ({accounts}) => {
      const sent = accounts
        .flatMap(({touches}) => touches)
        .sort((a, b) => a.mailing.at - b.mailing.at || (a.email < b.email ? -1 : 1));
      for (const touch of sent) count(counts.get(touch.mailing.id)!, touch);
      await touches.write(sent.map((touch) => [touchRow(touch)]));
      const said = accounts.flatMap(consentRows).sort((a, b) => (a[2]! < b[2]! ? -1 : 1));
      truth.consents += said.length;
      await consents.write(said.map((row) => [row]));
    },
    close: async () => {
      await campaigns.write(mailings.map((mailing) => [campaignRow(mailing, counts.get(mailing.id)!)]));
      return [await campaigns.close(), await touches.close(), await consents.close()];
    }
  };
}

const emptyTruth = ({id}: Mailing): MailingTruth => ({
  id,
  treated: 0,
  control: 0,
  opened: 0,
  clicked: 0,
  bounced: 0,
  unsubscribed: 0,
  lift: 0
});

function count(truth: MailingTruth, touch: Touch): void {
  truth[touch.isControl ? "control" : "treated"]++;
  if (touch.openedAt !== null) truth.opened++;
  if (touch.clickedAt !== null) truth.clicked++;
  if (touch.bouncedAt !== null) truth.bounced++;
  if (touch.unsubscribedAt !== null) truth.unsubscribed++;
}

const time = (at: number | null): string => (at === null ? "" : naive(toLondon(at)));

const touchRow = (touch: Touch): string[] => [
  touch.mailing.id,
  touch.email,
  touch.isControl ? "control" : "treated",
  time(touch.at),
  time(touch.deliveredAt),
  time(touch.openedAt),
  time(touch.clickedAt),
  time(touch.bouncedAt),
  time(touch.unsubscribedAt)
];

const consentRows = ({customer, marketing}: Account): string[][] =>
  marketing.consents.map(({at, isGranted, said}) => [customer.email, isGranted ? "yes" : "no", time(at), said]);

const percent = (part: number, all: number): string => (all ? `${((100 * part) / all).toFixed(2)}%` : "0.00%");

function campaignRow({id, title, subject, at}: Mailing, truth: MailingTruth): string[] {
  const {treated, opened, clicked, bounced, unsubscribed} = truth;
  const local = new Date(toLondon(at));
  const word = (options: Intl.DateTimeFormatOptions) => local.toLocaleString("en-US", {timeZone: "UTC", ...options});
  const hour = local.getUTCHours();
  const clock = `${String(hour % 12 || 12).padStart(2, "0")}:${String(local.getUTCMinutes()).padStart(2, "0")}`;
  const delivered = treated - bounced;
  return [
    title,
    subject,
    "Harbour & Vine",
    `${word({month: "short"})} ${word({day: "2-digit"})}, ${local.getUTCFullYear()} ${clock} ${hour < 12 ? "am" : "pm"}`,
    word({weekday: "long"}),
    String(treated),
    String(delivered),
    "0",
    String(bounced),
    String(bounced),
    String(opened),
    percent(opened, delivered),
    String(clicked),
    percent(clicked, delivered),
    String(unsubscribed),
    "0",
    id
  ];
}
