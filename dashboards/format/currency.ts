import {NBSP} from "./signs.ts";

const signs: Record<string, string> = {
  AUD: "A$",
  BRL: "R$",
  CAD: "C$",
  CNY: "¥",
  EUR: "€",
  GBP: "£",
  HKD: "HK$",
  INR: "₹",
  JPY: "¥",
  KRW: "₩",
  NZD: "NZ$",
  SGD: "S$",
  TWD: "NT$",
  USD: "$"
};

/** The sign of an ISO 4217 code, or the code with a space where none is customary: "£", "CHF ". */
export function currencySign(code: string): string {
  if (!/^[A-Z]{3}$/.test(code)) throw new Error(`invalid currency "${code}"; give an ISO 4217 code such as GBP`);
  return signs[code] ?? code + NBSP;
}
