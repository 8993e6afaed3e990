import {spansOf, type Span} from "./masks.ts";

const service = String.raw`(?:微信|微博|威信|薇信|v信|qq|扣扣|企鹅|抖音|小红书|支付宝|旺旺|we-?chat|weixin|whats-?app|telegram|instagram|skype|(?<![\p{L}])(?:vx|wx|ins|tg)(?![\p{L}]))`;
const said = String.raw`(?:号码|账号|帐号|号|名|id|user ?name|handle|number|no\.?)?`;
const link = String.raw`(?: ?[:：=] ?|是|为|叫| is | ?[(（] ?)`;

/** A handle after a word that announces one. */
const announced = new RegExp(String.raw`${service} ?${said}${link}(?<x>[\w][\w.-]{3,30})`, "giu");
const numbered = new RegExp(String.raw`${service} ?${said} ?(?<x>[a-z_-]{0,20}[\d_][\w-]{3,30})`, "giu");
/** Directly after a Chinese word: "加我微信zhangsan". */
const followed = /(?:微信|威信|薇信|v信)(?:号|号码|id)? ?(?<x>[a-z][a-z0-9_-]{5,19})(?![a-z0-9])/gi;
const ordinary =
  /^(?:pay|payment|payments|wechat|weixin|official|account|please|customer|service|support|message|alipay)$/i;

const names = new RegExp(service, "iu");

/** Names and numbers of accounts after WeChat, QQ and the like. */
export const accountSpans = (flat: string): Span[] =>
  names.test(flat)
    ? [announced, numbered, followed].flatMap((pattern) =>
        spansOf(flat, pattern, "account", (found) => !ordinary.test(found))
      )
    : [];
