/** A customer of an audience as a file can hold them; personal values are null unless they were asked for. */
export interface Recipient {
  customer_id: string;
  party: "person" | "organisation";
  customer_name: string | null;
  email: string | null;
  phone: string | null;
  owner: string | null;
  segment: string | null;
  stage: string;
  country: string | null;
  orders: number;
  net_revenue_365d: number;
  last_order_on: string | null;
}

/** What every row of a file says beside its customer. */
export interface Marks {
  audience: string;
  campaign: string;
}

type Cell = string | number | null;
type Columns = Readonly<Record<string, (one: Recipient, marks: Marks) => Cell>>;

/** How one tool wants its file. */
export interface Tool {
  title: string;
  /** Excel, and tools that read like it, take text for UTF-8 only behind a byte order mark; importers on the web want none. */
  bom: boolean;
  /** Columns for everybody, found by the tool's importer by their names; the last are fields of one's own. */
  pseudonymous: Columns;
  /** Columns that only an export with personal data has; they stand first. */
  personal: Columns;
  /** The one kind of message that it sends; absent: it may be used for any. */
  sends?: "email";
  /** SQL over the columns of a recipient: what the import of the tool cannot do without. */
  needs: string;
  /** Characters that its import refuses. */
  refuses?: RegExp;
}

export const toolNames = ["zoho", "fxiaoke", "hubspot", "mailchimp", "plain"] as const;
export type ToolName = (typeof toolNames)[number];

/** A person's name cut before its last word; a name of one word, of Chinese characters or of an organisation is not cut. */
export function nameParts({customer_name, party}: Pick<Recipient, "customer_name" | "party">): [string, string] {
  const name = customer_name?.trim() ?? "";
  const cut = party === "person" ? /^(.+)\s+(\S+)$/u.exec(name) : null;
  return cut ? [cut[1]!, cut[2]!] : ["", name];
}

const first: Columns[string] = (one) => nameParts(one)[0];
const last: Columns[string] = (one) => nameParts(one)[1];

/** A number as dialling wants it: digits, with a plus before a country code, and without the zero that only calls within the country have. */
export const phoneText = (phone: string | null): string =>
  phone?.replace(/^(\+\d+[\s-]*)\(0\)/, "$1").replace(/(?!^\+)[^\d]/g, "") ?? "";

const ours: Columns = {
  "Perennial Customer": ({customer_id}) => customer_id,
  "Perennial Audience": (_, {audience}) => audience,
  "Perennial Campaign": (_, {campaign}) => campaign
};

/** Headers as the tools' own exports and import guides write them. */
export const tools: Readonly<Record<ToolName, Tool>> = {
  zoho: {
    title: "Zoho CRM, module Contacts",
    bom: false,
    personal: {
      "First Name": first,
      // Mandatory in Zoho.
      "Last Name": (one, marks) => last(one, marks) || one.customer_id,
      Email: ({email}) => email,
      Phone: ({phone}) => phoneText(phone)
    },
    pseudonymous: ours,
    needs: "true",
    refuses: /["|<>]/g
  },
  fxiaoke: {
    title: "纷享销客 object 客户",
    bom: true,
    personal: {
      "客户名称（必填）": ({customer_name, customer_id}) => customer_name ?? customer_id,
      电话: ({phone}) => phoneText(phone),
      邮件: ({email}) => email,
      负责人: ({owner}) => owner
    },
    pseudonymous: {
      客户编号: ({customer_id}) => customer_id,
      受众: (_, {audience}) => audience,
      市场活动: (_, {campaign}) => campaign
    },
    needs: "true"
  },
  hubspot: {
    title: "HubSpot, object Contacts",
    bom: false,
    personal: {
      Email: ({email}) => email,
      "First Name": first,
      "Last Name": last,
      "Phone Number": ({phone}) => phoneText(phone)
    },
    pseudonymous: ours,
    needs: "email is not null or customer_name is not null"
  },
  mailchimp: {
    title: "Mailchimp audience",
    sends: "email",
    bom: false,
    personal: {
      "Email Address": ({email}) => email,
      "First Name": first,
      "Last Name": last,
      "Phone Number": ({phone}) => phoneText(phone)
    },
    pseudonymous: {
      Tags: (_, {audience, campaign}) => [audience, campaign].join(","),
      "Perennial Customer": ({customer_id}) => customer_id
    },
    needs: "email is not null"
  },
  plain: {
    title: "any tool",
    bom: true,
    personal: {
      customer_name: ({customer_name}) => customer_name,
      email: ({email}) => email,
      phone: ({phone}) => phoneText(phone),
      owner: ({owner}) => owner
    },
    pseudonymous: {
      customer_id: ({customer_id}) => customer_id,
      audience: (_, {audience}) => audience,
      campaign: (_, {campaign}) => campaign,
      segment: ({segment}) => segment,
      stage: ({stage}) => stage,
      country: ({country}) => country,
      orders: ({orders}) => orders,
      net_revenue_365d: ({net_revenue_365d}) => net_revenue_365d,
      last_order_on: ({last_order_on}) => last_order_on
    },
    needs: "true"
  }
};
