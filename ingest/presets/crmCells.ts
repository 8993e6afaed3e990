import {identifier, quote} from "../codecs/codec.ts";

/** Snippets of SQL over the cells of a CRM's columns, which are named as the preset names them. */

/** A key without what its system writes before each: `zcrm_512` → `512`. */
export const unprefixed = (column: string, prefix: string): string =>
  `regexp_replace(${identifier(column)}, ${quote(`^[\\s'"=]*${prefix}`)}, '')`;

/**
 * The first number in a cell of keys (`512;640`), with a word before it where a system counts every list on its own: `company-512`.
 * A cell that is no such list, `5.1E+11` for one, stays as it is, for the key's codec to judge.
 */
export function numbered(column: string, word: string): string {
  const first = `regexp_extract(${identifier(column)}, '^[\\s''"=]*(\\d+)[\\s''"]*(;.*)?$', 1)`;
  return `case when ${first} <> '' then ${quote(`${word}-`)} || ${first} else ${identifier(column)} end`;
}

/** A box that is ticked: `true`, `1`, `Yes`. Never null. */
export const ticked = (column: string): string =>
  `coalesce(lower(trim(${identifier(column)})) in ('true', 'yes', '1'), false)`;

/** Consent, where a system knows only of refusals: no where the box is ticked, else unknown. */
export const unlessTicked = (column: string): string => `case when ${ticked(column)} then 'false' end`;

/**
 * Whether a stage means won or lost, as CRMs name it from the start: `Closed Won`, `closedwon`, `Closed-Lost to Competition`. Both
 * fields stay empty where a company's own name of a stage does not say it.
 */
export function closedStages(column: string): {is_won: string; is_lost: string} {
  const letters = `lower(regexp_replace(${identifier(column)}, '[^a-zA-Z]', '', 'g'))`;
  const flag = (yes: string, no: string) =>
    `case when ${letters} like '${yes}%' then 'true' when ${letters} like '${no}%' then 'false' end`;
  return {is_won: flag("closedwon", "closedlost"), is_lost: flag("closedlost", "closedwon")};
}

/** A person's name without the note that the account is switched off: `王小明(已停用)` → `王小明`. */
export const withoutState = (column: string): string =>
  `regexp_replace(${identifier(column)}, '\\s*[(（]已停用[)）]\\s*$', '')`;

/** A number of per cent without its sign: `30%` → `30`. */
export const withoutPercent = (column: string): string => `regexp_replace(${identifier(column)}, '\\s*[%％]\\s*$', '')`;
