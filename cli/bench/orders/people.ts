import {uniform} from "../customers/fill.ts";
import {customersSql, end, firstDay, secondsAfter, shop} from "./company.ts";
import type {Rows} from "./load.ts";

const [given, families, cities, campaigns] = [300, 40_000, 400, 24];

/** A word of syllables by number, such as a name. */
const word = (number: string): string => {
  const syllables =
    "['Ba','Do','Fe','Gi','Ha','Ka','Le','Lu','Ma','Ne','Pa','Ri','Sa','Te','Vo','Wi','Ya','Zo','Bri','Chan']";
  const at = (divisor: number) => `(${syllables})[1 + (${number}) // ${divisor} % 20]`;
  return `${at(1)} || lower(${at(20)} || ${at(400)} || ${at(8000)})`;
};
const upTo = (n: number, salt: string) => `cast(floor(${n} * ${uniform(salt, "id")}) as bigint)`;

/** Customers' records, three in a hundred customers with a second one under another key, and what they agreed to. */
export const people = (customers: number): Rows[] => [
  {
    kind: "customers",
    given: {
      customer_key: "case when copy = 0 then 'K' || id else 'L' || id end",
      email: "'c' || id || '@mail.example'",
      given_name: word(upTo(given, "given")),
      family_name: word(`7 * ${upTo(families, "family")}`),
      city: word(`31 * ${upTo(cities, "city")}`),
      country: "'GB'",
      acquisition_channel: "(['Search', 'Social', 'Friends', 'Shop'])[1 + id % 4]",
      registered_at: "began_at + to_days(copy)",
      accepts_marketing: `${uniform("agree", "id")} < 0.6`
    },
    from: `(select *, unnest(range(case when ${uniform("two", "id")} < ${shop.twoRecords} then 2 else 1 end)) as copy
      from (${customersSql(customers)}))`
  },
  {
    kind: "consents",
    given: {
      customer_key: "'K' || id",
      channel: "'email'",
      purpose: "'marketing'",
      is_granted: `${uniform("agree", "id")} < 0.6`,
      recorded_at: "began_at"
    },
    from: `(${customersSql(customers)})`
  }
];

const started = (campaign: string) => `${firstDay} + to_months(12 + cast(${campaign} as integer)) + to_days(9)`;

/** One campaign a month in the last two years; each reaches eight in a hundred of those who are customers by then, a tenth of them held back. */
export const campaignRows = (customers: number): Rows[] => [
  {
    kind: "campaigns",
    given: {
      campaign_id: "'M' || m",
      campaign_name: "'Letter ' || m",
      campaign_channel: "'email'",
      started_at: started("m"),
      cost: "1000"
    },
    from: `range(${campaigns}) as t (m)`
  },
  {
    kind: "touches",
    given: {
      campaign_id: "'M' || m",
      customer_key: "'K' || id",
      arm: `case when ${uniform("held", "id", "m")} < 0.1 then 'control' else 'treated' end`,
      touched_at: started("m"),
      opened_at: `case when ${uniform("held", "id", "m")} > 0.7 then least(${end}, ${secondsAfter(started("m"), `172800 * ${uniform("open", "id", "m")}`)}) end`,
      clicked_at: `case when ${uniform("held", "id", "m")} > 0.95 then least(${end}, ${secondsAfter(started("m"), `172800 * ${uniform("open", "id", "m")} + 60`)}) end`
    },
    from: `(select *, unnest(range(${campaigns})) as m from (${customersSql(customers)}))
      where ${uniform("reach", "id", "m")} < 0.08 and began_at < ${started("m")}`
  }
];
