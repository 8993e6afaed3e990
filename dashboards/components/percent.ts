/** A coordinate in percent of the plot, two decimals at most. */
export const percent = (value: number): number => Number(value.toFixed(2));
