import {group} from "../../format/digits.ts";

/** A number of SQL as text, exactly as the engine wrote it, with grouped thousands: "482113.2500" → "482,113.25". */
export function exact(text: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return text === "null" ? "–" : text;
  const [, sign, whole, decimals = ""] = parts;
  const kept = decimals.replace(/0+$/, "");
  return `${sign ? "−" : ""}${group(whole!)}${kept && `.${kept.padEnd(2, "0")}`}`;
}
