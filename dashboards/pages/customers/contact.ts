import type {Locale} from "../../format/locale.ts";

/** How a customer may be reached; null is not known. */
export interface Consent {
  mayEmail: boolean | null;
  mayCall: boolean | null;
  mayText: boolean | null;
}

/** The bits of the list for each channel: agreed, refused. */
export const contactBits = {
  mayEmail: {agreed: 1, refused: 2},
  mayCall: {agreed: 4, refused: 8},
  mayText: {agreed: 16, refused: 32}
} as const satisfies Record<keyof Consent, {agreed: number; refused: number}>;

/** Values of the filter, each with the test of a customer's bits: may be mailed, called, texted; refused and nothing agreed. */
export const contactTests: Record<string, (bits: number) => boolean> = {
  mail: (bits) => (bits & 1) !== 0,
  call: (bits) => (bits & 4) !== 0,
  text: (bits) => (bits & 16) !== 0,
  refused: (bits) => (bits & 21) === 0 && (bits & 42) !== 0
};

/** The name of a value of the filter. */
export const contactName = (value: string, {t}: Locale): string =>
  ({
    mail: t("may be mailed", "可发邮件"),
    call: t("may be called", "可致电"),
    text: t("may be texted", "可发短信"),
    refused: t("not to be contacted", "请勿联系")
  })[value] ?? value;

/** What a customer agreed to in one phrase: "may be mailed and called"; null where nothing is known. */
export function consentWords({mayEmail, mayCall, mayText}: Consent, {t}: Locale): string | null {
  const ways = [
    {may: mayEmail, en: "mailed", zh: "发邮件"},
    {may: mayCall, en: "called", zh: "致电"},
    {may: mayText, en: "texted", zh: "发短信"}
  ];
  const agreed = ways.filter(({may}) => may === true);
  if (agreed.length > 0)
    return t(
      `may be ${agreed
        .map(({en}) => en)
        .join(", ")
        .replace(/, (?=\w+$)/, " and ")}`,
      `可${agreed.map(({zh}) => zh).join("、")}`
    );
  const refused = ways.filter(({may}) => may === false);
  if (refused.length === 0) return null;
  return refused.length === 1 && mayEmail === false
    ? t("no marketing mail", "拒收营销邮件")
    : t("not to be contacted", "请勿联系");
}
