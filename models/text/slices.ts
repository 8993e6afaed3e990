import type {Warehouse} from "../../warehouse/warehouse.ts";

/** Characters of one slice, about, and what a short text counts for. */
const characters = 2_000_000;
const leastOfText = 200;

/** Texts from which to which number; both ends belong to it. */
export interface Slice {
  from: number;
  to: number;
}

/**
 * Slices of a relation with text_number (from 1 on without gaps) and a text: about two million characters each and at most 10,000 texts, so that
 * memory does not follow the length of the texts.
 */
export async function slicesOf(warehouse: Warehouse, relation: string, column: string): Promise<Slice[]> {
  const rows = await warehouse.rows<Slice>(`
    select min(text_number) as "from", max(text_number) as "to"
    from (
      select text_number, (sum(greatest(length(${column}), ${leastOfText})) over (order by text_number) - 1) // ${characters} as part
      from ${relation}
    ) group by part order by part`);
  return rows.map(({from, to}) => ({from: Number(from), to: Number(to)}));
}
