const pages: Record<string, string> = {
  mart: "/glossary/marts",
  int: "/glossary/intermediate",
  stg: "/glossary/staging",
  raw: "/glossary/inputs",
  ledger: "/glossary/inputs"
};

/** Marts of who customers are and what they are worth: apart from the others for the same reason. */
const customers = /^mart_(identity|customer|best_customer|rfm|abc|pareto|segment)/;

/** Who is who: apart from the other intermediate models, which would be too many for one page. */
const identity = /^int_identity_|^int_customer_(keys|member|field|record|profile)$/;

/** Churn, from what was known of a customer to the list of whom to call. */
const churn = /^(int_(churn|snapshot)|int_customer_snapshot|mart_(churn|risk)_)/;

/** Purchase models, lifetime value and contracts. */
const value = /^(int_(purchase|contract)_|mart_(value|alive|purchase|contract)_|mart_customer_value)/;

/** Tickets and their clocks, from events to pages, and what goes with bad service. */
const service = /^(int_(ticket|work_hour|effect)|mart_(service|sla|backlog|complaint|open_ticket|urgent))/;

/** What customers say: answers, texts, themes, the closed loop, Kano. */
const voice =
  /^(int_(feedback|verbatim|theme|sentiment|text|kano|loop)|mart_(feedback|response|nps|detraction|closed_loop|loop|theme|verbatim|sentiment|kano))/;

/** Deals. */
const selling = /^(int_(opportunity|pipeline)|mart_(pipeline|loss_reason|open_opportunity)($|_))/;

/** Leads, and which of them are worth a call. */
const leads = /^(int_lead($|_)|mart_lead_)/;

/** Campaigns, audiences, and whom to reach next. */
const campaigns = /^(int_(campaign|audience|action)|mart_(campaign|uplift|audience|action)($|_))/;

/** Points and tiers. */
const loyalty = /^(int_(points|member|loyalty|tier)|mart_(loyalty|points|member)($|_))/;

/** Baskets and what comes next in them, and the kinds of customers who fill them. */
const baskets =
  /^(int_(basket|item|replenishment|recommendation|persona)|mart_(basket|item|next|recommendation|replenishment|persona|attribute)($|_))/;

const bySubject: readonly [RegExp, string][] = [
  [identity, "/glossary/identity"],
  [churn, "/glossary/churn"],
  [value, "/glossary/value"],
  [service, "/glossary/service"],
  [voice, "/glossary/voice"],
  [selling, "/glossary/selling"],
  [leads, "/glossary/leads"],
  [campaigns, "/glossary/campaigns"],
  [loyalty, "/glossary/loyalty"],
  [baskets, "/glossary/baskets"],
  [customers, "/glossary/customers"]
];

/** The page of the glossary that explains a relation: one for each subject or layer, the ledger with what goes in. Throws at an unknown layer. */
export function glossaryPage(relation: string): string {
  const page = bySubject.find(([subject]) => subject.test(relation))?.[1] ?? pages[relation.split("_")[0]!];
  if (page === undefined) throw new Error(`unknown layer of ${relation}; give it a page in entryAddress.ts`);
  return page;
}

/** Where the glossary explains a relation, or a column of it. */
export const entryAddress = (relation: string, column?: string): string =>
  `${glossaryPage(relation)}#${relation}${column === undefined ? "" : `.${column}`}`;
