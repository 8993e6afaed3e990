import {audienceKey} from "./keys.ts";
import {naive, toLondon} from "./londonTime.ts";
import type {Account} from "./subject.ts";

const UP_TO_REGION =
  "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,GMTOFF,DSTOFF,TIMEZONE,CC,REGION";
const END = "LEID,EUID,NOTES,TAGS";

/** Headers of the three files of a Mailchimp audience; times are on the account's clock, London's. */
export const AUDIENCE_HEADERS = {
  subscribed: `${UP_TO_REGION},LAST_CHANGED,${END}`.split(","),
  unsubscribed:
    `${UP_TO_REGION},UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,LAST_CHANGED,${END}`.split(
      ","
    ),
  cleaned: `${UP_TO_REGION},CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID,${END}`.split(",")
} as const;

const time = (at: number | null): string => (at === null ? "" : naive(toLondon(at)));

/** The row of somebody who is or was on the list. */
export function audienceRow({customer, marketing}: Account): string[] {
  const {list, consents, leftAt, lastMailing} = marketing;
  const granted = consents.findLast(({isGranted}) => isGranted)!;
  const changed = consents.at(-1)!;
  const cells: Record<string, string> = {
    "Email Address": customer.email,
    "First Name": customer.given,
    "Last Name": customer.family,
    MEMBER_RATING: String(Math.min(5, 1 + Math.floor(marketing.engagement * 6))),
    OPTIN_TIME: time(granted.at),
    OPTIN_IP: "",
    CONFIRM_TIME: time(granted.at + 60_000),
    GMTOFF: customer.address.country === "GB" ? "0" : "",
    DSTOFF: customer.address.country === "GB" ? "1" : "",
    TIMEZONE: customer.address.country === "GB" ? "Europe/London" : "",
    CC: customer.address.country,
    UNSUB_TIME: time(leftAt),
    UNSUB_CAMPAIGN_TITLE: lastMailing?.title ?? "",
    UNSUB_CAMPAIGN_ID: lastMailing?.id ?? "",
    UNSUB_REASON: lastMailing ? "NORMAL" : "N/A (Unsubscribed by an admin)",
    CLEAN_TIME: time(leftAt),
    CLEAN_CAMPAIGN_TITLE: lastMailing?.title ?? "",
    CLEAN_CAMPAIGN_ID: lastMailing?.id ?? "",
    LAST_CHANGED: time(changed.at),
    LEID: String(512_300_000 + customer.index),
    EUID: audienceKey(customer.index),
    TAGS: customer.language === "zh" ? `"中文"` : ""
  };
  return AUDIENCE_HEADERS[list!].map((column) => cells[column] ?? "");
}
