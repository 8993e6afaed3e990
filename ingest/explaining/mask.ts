const address = /[^\s@]+@[^\s@]+\.[^\s@.]/;
const telephone = /^\s*(?:1[3-9]\d{9}|(?:\+\d|\(?0\d)[\d\s().-]{5,})\s*$/;
const written = /^\s*\(?\d{2,5}[\s.)-]+\d{2,5}[\s.-]+\d{2,6}\s*$/;
const day = /^\s*\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}\s*$/;

/** Headers of columns that usually hold what is known of a person. */
const personal =
  /name|mail|phone|mobile|\btel\b|fax|addr|street|zip|postal|postcode|birth|passport|latitude|longitude|\bip\b|姓名|名字|称呼|昵称|邮箱|邮件|邮编|电话|手机|联系|地址|收件|收货|身份证|生日|旺旺|微信|支付宝|买家|会员名|客户名|客户$/i;

/** Whether a text is, or holds, an e-mail address or a telephone number. */
export const looksPersonal = (text: string): boolean =>
  address.test(text) || telephone.test(text) || (written.test(text) && !day.test(text));

/** Whether a column's values should not be shown, by its header. */
export const isPersonalHeader = (header: string): boolean => personal.test(header);

const LONG = 20;

/** Whether a text is written freely, in which people say who they are. */
export const isFreeText = (text: string): boolean => /\s\S+\s/.test(text) && Buffer.byteLength(text) >= LONG;

/** As much of a personal value as tells what it is: `a…@…`, `13…`, `M…`. */
export function masked(text: string): string {
  const [first = "", second = ""] = text.replace(/^[\s'"=\t]+/, "");
  if (address.test(text)) return `${first}…@…`;
  return /[\d+(]/.test(first) ? `${first}${second}…` : `${first}…`;
}
