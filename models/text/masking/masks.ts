/** What a mask stands for, in both languages. */
export const masks = {
  email: {en: "[e-mail]", zh: "[邮箱]"},
  link: {en: "[link]", zh: "[链接]"},
  account: {en: "[account]", zh: "[账号]"},
  id: {en: "[id]", zh: "[证件号]"},
  card: {en: "[card]", zh: "[卡号]"},
  iban: {en: "[bank account]", zh: "[银行账号]"},
  phone: {en: "[number]", zh: "[号码]"},
  address: {en: "[address]", zh: "[地址]"},
  name: {en: "[name]", zh: "[姓名]"}
} as const;
export type Mask = keyof typeof masks;

/** Units from … to of a text are what the mask says. */
export interface Span {
  from: number;
  to: number;
  mask: Mask;
}

/** All that a pattern finds and `accept` takes, whole or as the group named `x`. */
export function spansOf(
  text: string,
  pattern: RegExp,
  mask: Mask,
  accept: (found: string) => boolean = () => true
): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const found = match.groups?.x ?? match[0];
    const from = match.index + match[0].indexOf(found);
    return accept(found) ? [{from, to: from + found.length, mask}] : [];
  });
}
