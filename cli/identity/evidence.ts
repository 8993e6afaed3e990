import type {Warehouse} from "../../warehouse/warehouse.ts";

/** What one comparison of a pair says: how its values agree, in words, and its weight in bits. */
export interface Evidence {
  comparison: string;
  label: string;
  weight: number;
}

/** Reads the evidence of a pair: JSON of comparison, level and weight. */
export type EvidenceReader = (party: string, evidence: string) => Evidence[];

/** A reader that knows the labels of every level. */
export async function evidenceReader(warehouse: Warehouse): Promise<EvidenceReader> {
  const levels = await warehouse.rows<{party: string; comparison: string; level: number; label: string}>(
    "select party, comparison, level, label from int_identity_level"
  );
  const labels = new Map(levels.map(({party, comparison, level, label}) => [`${party}/${comparison}/${level}`, label]));
  return (party, evidence) =>
    (JSON.parse(evidence) as [string, number, number][]).map(([comparison, level, weight]) => ({
      comparison,
      label:
        comparison === "household"
          ? "may be two of one household"
          : (labels.get(`${party}/${comparison}/${level}`) ?? `level ${level}`),
      weight
    }));
}

/** Comparisons with the sign asked for, the weightiest first, as text: `e-mail: same, birth_date: one digit off`. */
export const inWords = (evidence: readonly Evidence[], isFor: boolean): string =>
  evidence
    .filter(({weight}) => (isFor ? weight > 0 : weight < 0))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({comparison, label}) => `${comparison}: ${label}`)
    .join(", ");

const FIELDS =
  "given_name family_name company email phone tax_id birth_on birth_date house_number street postal_code city region country".split(
    " "
  );

/** The fields of a normalised record that people compare, as far as the relation has them. */
export async function comparedFields(warehouse: Warehouse): Promise<string[]> {
  const columns = await warehouse.rows<{name: string}>(
    "select column_name as name from (describe int_identity_record)"
  );
  return FIELDS.filter((field) => columns.some(({name}) => name === field));
}
