import {nearest} from "../../ingest/nearest.ts";
import {UserError} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {Party} from "./comparisons.ts";

/** Which pairs are compared: those whose records have the same values in all of these columns. */
export type BlockingRule = readonly string[];

export const nameOf = (rule: BlockingRule): string => rule.join(" + ");

const rules = (...of: string[]): BlockingRule[] => of.map((text) => text.split(" "));

/** From parts of names, dates and places, so that a slip in one of them hides a pair from some rules but not from all. */
export const usualRules: Record<Party, readonly BlockingRule[]> = {
  person: rules(
    "email",
    "phone",
    "tax_id",
    "email_user",
    "phone_end",
    "han_name",
    "given_name family_name",
    "given_name family_initial",
    "given_initial family_name",
    "given_sound family_sound",
    "given_name",
    "family_name",
    "birth_date",
    "birth_date given_initial",
    "birth_date family_initial",
    "birth_year given_name",
    "birth_year family_name",
    "birth_year given_sound",
    "birth_year family_sound",
    "birth_day given_sound",
    "birth_day family_sound",
    "birth_year city",
    "birth_year postal_code",
    "postal_code",
    "postal_code given_initial",
    "postal_code family_initial",
    "street house_number",
    "street given_initial",
    "street family_initial",
    "city given_name",
    "city family_sound"
  ),
  organisation: rules(
    "tax_id",
    "email",
    "phone",
    "phone_end",
    "company",
    "company_start",
    "company_start city",
    "street house_number",
    "postal_code",
    "postal_code company_initial"
  )
};

/** Columns that a rule can name. */
export const blockingColumns: ReadonlySet<string> = new Set([
  ...Object.values(usualRules).flat(2),
  "email_domain",
  "region",
  "country"
]);

/** A value that more records share is no place to look for pairs: finer rules find them. */
export const mostInBlock = 300;

/** Pairs a record may cost in all, and pairs that are cheap whatever the records. */
const [pairsPerRecord, cheapPairs] = [20, 200_000];

/** A rule with the pairs that it makes, and the values that it passes over for having too many records. */
export interface SizedRule {
  rule: BlockingRule;
  pairs: number;
  skippedValues: number;
  skippedPairs: number;
}

const known = (rule: BlockingRule) => rule.map((column) => `${column} is not null`).join(" and ");
/** The value of a rule as one text. */
const valueOf = (rule: BlockingRule) => `concat_ws(chr(31), ${rule.join(", ")})`;
/** E-mails and telephone numbers are looked for in all that a record was seen with. */
const isContact = ([column, ...rest]: BlockingRule) => !rest.length && (column === "email" || column === "phone");

const members = (party: Party, rule: BlockingRule): string =>
  isContact(rule)
    ? `select n, value from contact join usable using (n) where field = '${rule[0]}' and party = '${party}'`
    : `select n, ${valueOf(rule)} as value from usable where party = '${party}' and ${known(rule)}`;

async function size(warehouse: Warehouse, party: Party, rule: BlockingRule): Promise<SizedRule> {
  const row = await warehouse.row<Omit<SizedRule, "rule">>(`
    select coalesce(sum(k * (k - 1) / 2) filter (k <= ${mostInBlock}), 0)::double as pairs,
      count(*) filter (k > ${mostInBlock}) as "skippedValues",
      coalesce(sum(k * (k - 1) / 2) filter (k > ${mostInBlock}), 0)::double as "skippedPairs"
    from (select count(*)::bigint as k from (${members(party, rule)}) group by value)`);
  return {rule, ...row};
}

/**
 * The rules by which pairs are found: the configured ones, or of the usual ones the most selective first, for as long as the pairs
 * stay in proportion to the records; the values that they pass over are remembered. Throws a UserError at a rule that compares nearly
 * everything with everything.
 */
export async function chooseRules(
  warehouse: Warehouse,
  party: Party,
  records: number,
  configured?: readonly BlockingRule[]
): Promise<SizedRule[]> {
  for (const column of configured?.flat() ?? []) refuseUnknown(party, column);
  const sized: SizedRule[] = [];
  for (const rule of configured ?? usualRules[party]) sized.push(await size(warehouse, party, rule));
  if (configured) for (const rule of sized) await refuseEverything(warehouse, party, records, rule);
  const chosen = configured ? sized : withinBudget(sized, Math.max(cheapPairs, pairsPerRecord * records));
  await warehouse.run(`delete from identity.skipped where party = '${party}'`);
  for (const {rule, skippedValues} of chosen) {
    if (!skippedValues) continue;
    await warehouse.run(`insert into identity.skipped select '${party}', '${nameOf(rule)}', value
      from (${members(party, rule)}) group by value having count(*) > ${mostInBlock}`);
  }
  return chosen;
}

/** The cheapest rules whose pairs together stay below the limit, without those that a wider one of them makes needless. */
export function withinBudget(sized: readonly SizedRule[], limit: number): SizedRule[] {
  let total = 0;
  const cheap = sized
    .filter(({pairs}) => pairs > 0)
    .sort((a, b) => a.pairs - b.pairs || (nameOf(a.rule) < nameOf(b.rule) ? -1 : 1))
    .filter(({pairs}) => total + pairs <= limit && (total += pairs) > 0);
  const isCovered = ({rule}: SizedRule) =>
    cheap.some(
      (wide) =>
        wide.rule.length < rule.length && !wide.skippedValues && wide.rule.every((column) => rule.includes(column))
    );
  return cheap.filter((rule) => !isCovered(rule));
}

function refuseUnknown(party: Party, column: string): void {
  if (blockingColumns.has(column)) return;
  const near = nearest(column, [...blockingColumns]);
  throw new UserError(
    `config: identity.blocking.${party}: unknown column "${column}"${near ? `; did you mean "${near}"?` : ""} The columns are ${[...blockingColumns].sort().join(", ")}`
  );
}

/** The most pairs of a configured rule: so many for each record. */
const mostPerRecord = 100;

async function refuseEverything(warehouse: Warehouse, party: Party, records: number, sized: SizedRule): Promise<void> {
  const pairs = sized.pairs + sized.skippedPairs;
  if (pairs <= Math.max(50_000, mostPerRecord * records)) return;
  const columns = await Promise.all(
    sized.rule.map(async (column) => {
      const {most, distinct} = await warehouse.row<{most: number; distinct: number}>(
        `select max(k)::bigint as most, count(*) as distinct from (select count(*) as k from usable where party = '${party}' and ${column} is not null group by ${column})`
      );
      return {column, most, distinct};
    })
  );
  const worst = columns.sort((a, b) => b.most - a.most)[0]!;
  const n = (value: number) => Math.round(value).toLocaleString("en");
  throw new UserError(
    `config: identity.blocking.${party}: ${nameOf(sized.rule)} would compare ${n(pairs)} pairs of ${n(records)} records: column ${worst.column} has ` +
      `${n(worst.distinct)} values, and one of them is in ${n(worst.most)} records; add a column that tells them apart, or take the rule out`
  );
}

/** Pairs `l` < `r` of one rule as SQL. */
export function pairsSql(party: Party, rule: BlockingRule): string {
  const kept = `select n, value from (${members(party, rule)}) anti join (from identity.skipped where party = '${party}' and rule = '${nameOf(rule)}') using (value)`;
  return `select l.n as l, r.n as r from (${kept}) l join (${kept}) r on l.value = r.value and l.n < r.n`;
}
