import {bisectRight} from "d3";

/** The step of a binned ramp, 0–8: how many of the ascending `breaks` a value reaches. Equal colour is equal bin. */
export const binOf = (value: number, breaks: readonly number[]): number => Math.min(8, bisectRight(breaks, value));
