import {firstOf, joined} from "./cells.ts";
import {preset, type Preset} from "./preset.ts";

const hasLeft = `("UNSUB_TIME" is not null or "CLEAN_TIME" is not null)`;
const hasJoined = `("CONFIRM_TIME" is not null or "OPTIN_TIME" is not null)`;
const agrees = `case when ${hasLeft} then 'false' when ${hasJoined} then 'true' end`;

/**
 * An address is one cell, two blanks between its parts: street, perhaps a second line, city, state, postal code, country. Countries
 * without states leave them out.
 */
const address = `string_split(trim("Address"), '  ')`;
const addressPart = (place: string, least = 4) =>
  `case when len(${address}) >= ${least} then nullif(trim((${address})[${place}]), '') end`;

/**
 * An audience, one row per contact: its files of subscribed, unsubscribed and cleaned contacts, or some of them. An export has several
 * files that are full only together, so that each contact's latest row counts and nobody is forgotten.
 *
 * The consent is the one that the contact's file stands for: given where subscribed, at the confirmation or else the sign-up; withdrawn
 * where unsubscribed; and none where cleaned, since the address takes no mail. A contact without any time never said
 * anything. Leave out files of non-subscribed contacts, which look like subscribed ones.
 */
const audience = preset({
  name: "mailchimp-audience",
  system: "Mailchimp",
  export: "Audience > All contacts > Export audience (subscribed_…, unsubscribed_…, cleaned_….csv)",
  evidence: "seen",
  columns: {
    "Email Address": ["Email"],
    Name: ["Full Name"],
    "First Name": ["FNAME"],
    "Last Name": ["LNAME"],
    Address: [],
    "Phone Number": ["Phone"],
    Birthday: [],
    MEMBER_RATING: [],
    OPTIN_TIME: [],
    OPTIN_IP: [],
    CONFIRM_TIME: [],
    CONFIRM_IP: [],
    LATITUDE: [],
    LONGITUDE: [],
    GMTOFF: [],
    DSTOFF: [],
    TIMEZONE: [],
    CC: [],
    REGION: [],
    LAST_CHANGED: [],
    UNSUB_TIME: [],
    UNSUB_CAMPAIGN_TITLE: [],
    UNSUB_CAMPAIGN_ID: [],
    UNSUB_REASON: [],
    UNSUB_REASON_OTHER: [],
    CLEAN_TIME: [],
    CLEAN_CAMPAIGN_TITLE: [],
    CLEAN_CAMPAIGN_ID: [],
    LEID: [],
    EUID: [],
    NOTES: [],
    TAGS: []
  },
  needs: ["Email Address", "MEMBER_RATING", "LEID", "EUID"],
  parts: {
    customers: {
      kind: "customers",
      // A birthday is a day and a month, without its year: nothing that tells people apart.
      map: {
        customer_key: "EUID",
        email: "Email Address",
        phone: "Phone Number",
        given_name: "First Name",
        family_name: "Last Name",
        country: "CC",
        updated_at: "LAST_CHANGED"
      },
      derive: {
        street: addressPart("1"),
        city: addressPart(`case len(${address}) when 4 then 2 else -4 end`),
        region: addressPart("-3", 5),
        postal_code: addressPart("-2"),
        customer_name: `coalesce("Name", ${joined("First Name", "Last Name")})`,
        registered_at: firstOf("OPTIN_TIME", "CONFIRM_TIME"),
        accepts_marketing: agrees
      }
    },
    consents: {
      kind: "consents",
      map: {customer_key: "EUID", email: "Email Address"},
      fixed: {channel: "email", purpose: "marketing"},
      derive: {
        is_granted: agrees,
        recorded_at: firstOf("UNSUB_TIME", "CLEAN_TIME", "CONFIRM_TIME", "OPTIN_TIME"),
        consent_source: `case when "UNSUB_TIME" is not null then 'Mailchimp: unsubscribed' when "CLEAN_TIME" is not null then 'Mailchimp: cleaned' else 'Mailchimp: subscribed' end`
      },
      set_aside: {
        "without a time": `not ${hasLeft} and not ${hasJoined}`
      }
    }
  }
});

/** Sent campaigns with what came of them, one row each; counts of opens and clicks are of people. */
const campaigns = preset({
  name: "mailchimp-campaigns",
  system: "Mailchimp",
  export: "Campaigns > Reports > Export",
  evidence: "unverified",
  columns: {
    Title: ["Campaign Title"],
    Subject: ["Subject Line"],
    Audience: ["List"],
    "Send Date": [],
    "Send Weekday": [],
    "Total Recipients": [],
    "Successful Deliveries": [],
    "Soft Bounces": [],
    "Hard Bounces": [],
    "Total Bounces": [],
    "Times Forwarded": [],
    "Forwarded Opens": [],
    "Unique Opens": [],
    "Open Rate": [],
    "Total Opens": [],
    "Unique Clicks": [],
    "Click Rate": [],
    "Total Clicks": [],
    Unsubscribes: [],
    "Abuse Complaints": [],
    "Times Liked on Facebook": [],
    "Folder Id": [],
    "Unique Id": [],
    "Total Orders": [],
    "Total Gross Sales": [],
    "Total Revenue": []
  },
  needs: ["Title", "Send Date", "Total Recipients", "Unique Opens", "Unique Id"],
  dates: ["%b %d, %Y %I:%M %p", "%b %d, %Y %I:%M:%S %p", "%m/%d/%y %I:%M %p", "%m/%d/%Y %I:%M %p"],
  parts: {
    campaigns: {
      kind: "campaigns",
      map: {
        campaign_id: "Unique Id",
        campaign_name: "Title",
        subject: "Subject",
        started_at: "Send Date",
        recipients: "Total Recipients",
        opens: "Unique Opens",
        clicks: "Unique Clicks",
        unsubscribes: "Unsubscribes"
      },
      fixed: {campaign_channel: "email"}
    }
  }
});

export const mailchimp: Preset[] = [audience, campaigns];
