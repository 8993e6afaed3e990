import {spansOf, type Span} from "./masks.ts";

const unit = String.raw`[^\s，。；！？、】）》」』"<>]`;
const known = "com|net|org|info|biz|io|cn|uk|de|fr|hk|tw|eu|shop|app|top|xyz|vip";
const host = String.raw`(?<![\w@.-])(?:[a-z\d][a-z\d-]{0,62}\.){1,6}`;
const whole = new RegExp(String.raw`https?:\/\/${unit}+|www\.${unit}+`, "gi");
/** A site alone, by a well-known ending; with a path, by any. */
const bare = new RegExp(
  String.raw`${host}(?:(?:${known}|co\.[a-z]{2})(?![a-z\d.-]*[a-z\d])|[a-z]{2,24}(?=\/[^\s，。]))(?:\/${unit}*)?`,
  "gi"
);
/** What a site was asked: "/account?user=ann". */
const asked = new RegExp(String.raw`(?<![\w/])\/[\w.\/-]{1,200}\?\w+=${unit}+`, "gi");

/** Links, with or without their beginning. */
export const linkSpans = (flat: string): Span[] => [
  ...(/https?:\/\/|www\./i.test(flat) ? spansOf(flat, whole, "link") : []),
  ...(flat.includes(".") ? spansOf(flat, bare, "link") : []),
  ...(flat.includes("?") ? spansOf(flat, asked, "link") : [])
];
