/** One way in which two values can agree: SQL over the records `l` and `r`, and how often records of one customer usually agree so. */
export interface Level {
  label: {en: string; zh: string};
  sql: string;
  /** Share of matching pairs at this level before any data is seen; the shares of a comparison sum to 1. */
  usual: number;
  /** Column whose frequent values weigh less at this level: two Smiths say less than two Featherstonehaughs. */
  frequency?: string;
}

/** How one thing that records say is compared. */
export interface Comparison {
  name: string;
  title: {en: string; zh: string};
  /** Columns of which both records need a value, of a list of them in any; else the comparison says nothing. */
  needs: readonly (string | readonly string[])[];
  /** Whether both were seen with one such contact, which stands for the columns where a record itself has another or none. */
  contact?: "shares_email" | "shares_phone";
  /** How far two people of one household, or two companies of one house, agree: as one does, or as strangers but for this share of them. */
  household: "shared" | number;
  /** From the closest agreement to `differs`, which takes all that is left. */
  levels: readonly Level[];
}

export type Party = "person" | "organisation";
export const parties = ["person", "organisation"] as const;

const differs = (usual: number): Level => ({label: {en: "differs", zh: "不同"}, sql: "true", usual});
const same = (column: string, usual: number, frequency?: string): Level => ({
  label: {en: "same", zh: "相同"},
  sql: `l.${column} = r.${column}`,
  usual,
  frequency
});
const similar = (a: string, b: string, least: number) => `jaro_winkler_similarity(${a}, ${b}, ${least}) >= ${least}`;
/** At most one letter put in, left out, changed or exchanged with the next: one half of them is then the same, which is asked first. */
const oneOff = (a: string, b: string) =>
  `abs(length(${a}) - length(${b})) <= 1 and (left(${a}, (length(${a}) - 1) // 2) = left(${b}, (length(${a}) - 1) // 2) or right(${a}, (length(${a}) - 1) // 2) = right(${b}, (length(${a}) - 1) // 2))
    and damerau_levenshtein(${a}, ${b}) <= 1`;

/** A part of a person's name; `x` is the name of `r`, its two parts exchanged where they fit better that way. */
const namePart = (
  name: "given_name" | "family_name",
  en: string,
  zh: string,
  household: Comparison["household"]
): Comparison => ({
  name,
  household,
  title: {en, zh},
  needs: [name],
  levels: [
    {label: {en: "same", zh: "相同"}, sql: `l.${name} = x.${name}`, usual: 0.72, frequency: name},
    {
      label: {en: "a slip of the pen", zh: "笔误"},
      sql: `${similar(`l.${name}`, `x.${name}`, 0.92)} or (length(l.${name}) > 3 and ${oneOff(`l.${name}`, `x.${name}`)})`,
      usual: 0.13
    },
    {
      label: {en: "alike, or an initial", zh: "相近或首字母"},
      sql: `${similar(`l.${name}`, `x.${name}`, 0.8)} or ((length(l.${name}) = 1 or length(x.${name}) = 1) and l.${name}[1] = x.${name}[1])`,
      usual: 0.08
    },
    differs(0.07)
  ]
});

const email: Comparison = {
  name: "email",
  contact: "shares_email",
  household: 0.1,
  title: {en: "e-mail", zh: "邮箱"},
  needs: ["email"],
  levels: [
    {label: {en: "same", zh: "相同"}, sql: "shares_email or l.email = r.email", usual: 0.65},
    {
      label: {en: "same name before the @", zh: "@ 前相同"},
      sql: "l.email_user = r.email_user and length(l.email_user) > 3",
      usual: 0.1
    },
    {
      // jane.doe1 and jane.doe2 are two people as a rule: only letters slip.
      label: {en: "a slip of the pen", zh: "笔误"},
      sql: `${similar("l.email", "r.email", 0.93)} and regexp_replace(l.email, '[^0-9]', '', 'g') = regexp_replace(r.email, '[^0-9]', '', 'g')`,
      usual: 0.1
    },
    differs(0.15)
  ]
};

const phone: Comparison = {
  name: "phone",
  contact: "shares_phone",
  household: "shared",
  title: {en: "telephone", zh: "电话"},
  needs: ["phone"],
  levels: [
    {label: {en: "same", zh: "相同"}, sql: "shares_phone or l.phone = r.phone", usual: 0.65},
    {label: {en: "one digit off", zh: "差一位"}, sql: oneOff("l.phone", "r.phone"), usual: 0.08},
    differs(0.27)
  ]
};

const taxId: Comparison = {
  name: "tax_id",
  household: 0.001,
  title: {en: "registration number", zh: "登记号"},
  needs: ["tax_id"],
  levels: [
    same("tax_id", 0.9),
    {label: {en: "one character off", zh: "差一位"}, sql: oneOff("l.tax_id", "r.tax_id"), usual: 0.05},
    differs(0.05)
  ]
};

const birthDate: Comparison = {
  name: "birth_date",
  household: 0.05,
  title: {en: "birth date", zh: "出生日期"},
  needs: ["birth_date"],
  levels: [
    same("birth_date", 0.8),
    {label: {en: "one digit off", zh: "差一位"}, sql: "hamming(l.birth_date, r.birth_date) = 1", usual: 0.1},
    {
      label: {en: "two digits off, or day and month exchanged", zh: "差两位或日月颠倒"},
      sql: "hamming(l.birth_date, r.birth_date) = 2 or (l.birth_year = r.birth_year and left(l.birth_day, 2) = right(r.birth_day, 2) and right(l.birth_day, 2) = left(r.birth_day, 2))",
      usual: 0.05
    },
    differs(0.05)
  ]
};

const isSame = (column: string) => `coalesce(l.${column} = r.${column}, false)`;

/**
 * One comparison, because the parts of an address come together: counted apart, neighbours would agree three times over.
 * A level takes the pairs that no closer one took.
 */
const address: Comparison = {
  name: "address",
  household: "shared",
  title: {en: "address", zh: "地址"},
  needs: [["street", "postal_code", "city"]],
  levels: [
    {
      label: {en: "same street and number", zh: "街道与门牌相同"},
      sql: `${isSame("street")} and ${isSame("house_number")}`,
      usual: 0.4,
      frequency: "street"
    },
    {
      label: {en: "street alike, number not against it", zh: "街道相近且门牌不冲突"},
      sql: `coalesce(l.house_number = r.house_number, true) and coalesce(${similar("l.street", "r.street", 0.9)}, false)`,
      usual: 0.15
    },
    {
      label: {en: "same postal code", zh: "邮编相同"},
      sql: isSame("postal_code"),
      usual: 0.12,
      frequency: "postal_code"
    },
    {label: {en: "same town", zh: "城市相同"}, sql: isSame("city"), usual: 0.1, frequency: "city"},
    {
      label: {en: "town or postal code alike", zh: "城市或邮编相近"},
      sql: `coalesce(${similar("l.city", "r.city", 0.88)}, false) or coalesce(${oneOff("l.postal_code", "r.postal_code")}, false)`,
      usual: 0.08
    },
    differs(0.15)
  ]
};

const company: Comparison = {
  name: "company",
  household: 0.03,
  title: {en: "company name", zh: "公司名称"},
  needs: ["company"],
  levels: [
    same("company", 0.6, "company"),
    {label: {en: "a slip of the pen", zh: "笔误"}, sql: similar("l.company", "r.company", 0.94), usual: 0.2},
    {label: {en: "alike", zh: "相近"}, sql: similar("l.company", "r.company", 0.85), usual: 0.1},
    differs(0.1)
  ]
};

/** How people and how organisations are compared. */
export const comparisons: Record<Party, readonly Comparison[]> = {
  person: [
    email,
    phone,
    taxId,
    namePart("given_name", "given name", "名", 0.03),
    namePart("family_name", "family name", "姓", "shared"),
    birthDate,
    address
  ],
  organisation: [email, phone, taxId, company, address]
};
