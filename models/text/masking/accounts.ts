import {spansOf, type Span} from "./masks.ts";
import {isOrdinary} from "./nameWords.ts";

const service = String.raw`(?:微信|微博|威信|薇信|v信|qq|扣扣|企鹅|抖音|小红书|支付宝|旺旺|we-?chat|weixin|whats-?app|telegram|instagram|snapchat|facebook|skype|(?<![\p{L}])(?:vx|wx|ins|tg)(?![\p{L}]))`;
const said = String.raw`(?:号码|账号|帐号|号|名|id|user ?name|handle|account|number|no\.?)`;
const handle = String.raw`@?[\p{Script=Latin}\d_][\w.-]{2,30}`;
/** A handle after a service and a word or a sign that announces one. */
const announced = new RegExp(
  String.raw`(?:${service} ?${said}?(?: ?[:：=] ?| ?[(（] ?| - |是|为|叫)|(?:${service}|(?<!\p{L})line) ?${said}(?: is )?(?: |-|:)?|(?<!\p{L})my ${service}(?: ?${said})? is )(?<x>${handle})`,
  "giu"
);
/** Right after a service, what has digits and letters or is long in digits. */
const numbered = new RegExp(String.raw`${service} ?${said}? ?(?:is )?(?<x>@?[a-z\d_][\w.-]{3,30})`, "giu");
/** Directly after a Chinese word: "加我微信zhangsan". */
const followed = /(?:微信|威信|薇信|v信)(?:号|号码|id)? ?(?<x>[a-z][a-z0-9_-]{5,19})(?![a-z0-9])/gi;
/** "@annlee", and not what is sold at a price or where one is. */
const signed = /(?<![\w.@\p{L}])@(?<x>[a-z_][\w.]{1,29}\w)/giu;

const ordinary =
  /^@?(?:pay|payment|payments|wechat|weixin|official|account|please|customer|service|support|message|alipay|home|work|school|store|shop|office|delivery)$/i;
const measured = /^(?:元|块|年|月|日|号|个|人|次|条|分)/;
const names = new RegExp(`${service}|(?<!\\p{L})line `, "iu");

const isHandle = (found: string): boolean =>
  !ordinary.test(found) && !isOrdinary(found.replace(/^@|[.-]+$/g, "").toLowerCase()) && !/^\d{1,4}$/.test(found);
const isMixed = (found: string): boolean =>
  isHandle(found) &&
  (/^\d{5,}$/.test(found) || found.startsWith("@") || /_/.test(found) || (/\d/.test(found) && /[a-z]/i.test(found)));

/** Names and numbers of accounts after WeChat, QQ and the like, and handles with their sign. */
export const accountSpans = (flat: string): Span[] => [
  ...(names.test(flat)
    ? [
        ...spansOf(flat, announced, "account", isHandle),
        ...spansOf(flat, numbered, "account", isMixed),
        ...spansOf(flat, followed, "account", isHandle)
      ].filter(({from, to}) => !(/^\d{1,6}$/.test(flat.slice(from, to)) && measured.test(flat.slice(to, to + 1))))
    : []),
  ...(flat.includes("@")
    ? spansOf(flat, signed, "account", isHandle).map((span): Span => ({...span, from: span.from - 1}))
    : [])
];
