import {themeReasons} from "../statistics/learning/themeReasons.ts";
import {catalogue, themes} from "./catalogue.ts";

/** What raises a customer's risk against the base: themes with what their features add together in log odds, the greatest first. */
export const reasonsOf = themeReasons(
  themes,
  catalogue.map(({theme}) => theme)
);
