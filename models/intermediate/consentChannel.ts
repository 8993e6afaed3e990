import type {Expression} from "kysely";
import {coalesce, lower, matches, text, trim, when, type Value} from "../sql.ts";

/** Ways to reach a customer, `all` of them at once, and `other` where the source says something else. */
export const consentChannels = ["email", "call", "text", "post", "all", "other"] as const;
export type ConsentChannel = (typeof consentChannels)[number];

const words: Record<Exclude<ConsentChannel, "other">, string> = {
  email: "^(e-?mails?|newsletters?|邮件|电子邮件|邮箱)$",
  call: "^(phone|call|calls|telephone|tel|voice|电话)$",
  text: "^(sms|mms|text|texts|text messages?|短信|彩信)$",
  post: "^(post|postal|letter|letters|direct mail|信函|邮寄)$",
  all: "^(all|any|全部|所有)$"
};

const marketing = "market|newsletter|promo|advert|offer|^(all|any)?$|营销|推广|促销|广告|全部|所有";

/** What a source's word for a channel means. */
export const consentChannelOf = (channel: Expression<string | null>): Value<string> =>
  Object.entries(words).reduceRight<Value<string>>(
    (otherwise, [name, pattern]) => when(matches(lower(trim(channel)), pattern), text(name), otherwise),
    text("other")
  );

/** Whether a purpose covers marketing; an empty one covers all. */
export const isForMarketing = (purpose: Expression<string | null>) =>
  matches(coalesce(lower(trim(purpose)), text("")), marketing);
