import {rawActivities, rawLeads} from "../../../ingest/contracts/kinds.ts";
import {dice} from "../randomCompany.ts";
import {insert} from "../warehouseOf.ts";

const day = 86_400_000;
const start = Date.UTC(2023, 0, 1);
const at = (days: number) => new Date(start + Math.round(days * day)).toISOString().slice(0, 19).replace("T", " ");

/** Chance of conversion by source, where there is signal. */
export const sources = {Referral: 0.55, Web: 0.3, Fair: 0.15, List: 0.05} as const;
/** Days of the company's past; the last of them is as_of. */
export const days = 1000;
export const asOf = `${new Date(start + days * day).toISOString().slice(0, 19)}`;

export interface Truth {
  lead: string;
  chance: number;
  converts: boolean;
  createdDay: number;
  convertedDay: number | null;
}

/**
 * Leads over 1,000 days whose chance is known: by their source, their odds are four times as high with a telephone number and six times with two calls in
 * the first days; without signal it is 25 % for all, and nothing that is written tells more. Conversions take 5 to 60 days; of the others most are
 * marked lost later. Customers are called often after their conversion. `leaks` fills the product on conversion and nearly never else.
 */
export function companyOfLeads(
  seed: number,
  leads: number,
  {signal = true, leaks = false}: {signal?: boolean; leaks?: boolean} = {}
): {fill: string[]; truth: Truth[]} {
  const roll = dice(seed);
  const rows: Record<string, unknown>[] = [];
  const calls: Record<string, unknown>[] = [];
  const truth: Truth[] = [];
  const names = Object.keys(sources) as (keyof typeof sources)[];
  const call = (lead: string, on: number) => {
    if (on < days)
      calls.push({
        activity_id: `k${calls.length}`,
        activity_type: "call",
        lead_id: lead,
        happened_at: at(on),
        activity_status: "Completed"
      });
  };
  for (let i = 0; i < leads; i++) {
    const lead = `l${String(i).padStart(5, "0")}`;
    const created = roll() * days;
    const source = names[Math.floor(roll() * 4)]!;
    const hasPhone = roll() < 0.5;
    const isCalled = roll() < 0.4;
    const odds = (sources[source] / (1 - sources[source])) * (hasPhone ? 2 : 0.5) * (isCalled ? 3 : 0.5);
    const chance = signal ? odds / (1 + odds) : 0.25;
    const converts = roll() < chance;
    const takes = 5 + 55 * roll() ** 2;
    const convertedDay = converts && created + takes <= days ? created + takes : null;
    const isLost = !converts && roll() < 0.7 && created + 70 < days;
    if (isCalled) for (const after of [0.5, 1.5]) call(lead, created + after + roll());
    if (convertedDay !== null) for (let k = 0; k < 5; k++) call(lead, convertedDay + k * 3);
    const isFilled = convertedDay !== null ? roll() < 0.95 : roll() < 0.02;
    rows.push({
      lead_id: lead,
      email: `${lead}@${roll() < 0.3 ? "gmail.com" : `firm${i}.example`}`,
      phone: hasPhone ? `+44 20 7946 ${String(i).padStart(4, "0")}` : null,
      customer_name: `Person ${i}`,
      company: roll() < 0.8 ? `Firm ${i}` : null,
      country: ["GB", "FR", "DE"][Math.floor(roll() * 3)],
      industry: roll() < 0.6 ? ["Retail", "Hotels", "Cafés"][Math.floor(roll() * 3)] : null,
      lead_source: source,
      owner: ["Ann", "Ben", "Cleo"][Math.floor(roll() * 3)],
      product_interest: leaks && isFilled ? "Signed offer" : null,
      lead_status: convertedDay !== null ? "Converted" : isLost ? "Lost" : "Contacted",
      created_at: at(created),
      converted_at: convertedDay === null ? null : at(convertedDay),
      is_converted: convertedDay !== null
    });
    truth.push({lead, chance, converts, createdDay: created, convertedDay});
  }
  return {fill: [insert(rawLeads, rows), ...(calls.length ? [insert(rawActivities, calls)] : [])], truth};
}
