/** Columns that may differ in the last digit, and why; all others are equal to the bit. */
const inexact: readonly {why: string; columns: RegExp; of: string}[] = [
  {why: "a decimal of over 53 bits becomes a double", columns: /^(squares|products)/, of: "int_campaign_group"}
];

/** Whether a column of a model may differ between the engines in its last digit. */
export const isInexact = (model: string, column: string): boolean =>
  inexact.some(({columns, of}) => of === model && columns.test(column));
