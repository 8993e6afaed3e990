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

/** The page of the glossary that explains a relation: one for each layer, the ledger with what goes in. Throws at an unknown layer. */
export function glossaryPage(relation: string): string {
  const page = identity.test(relation)
    ? "/glossary/identity"
    : customers.test(relation)
      ? "/glossary/customers"
      : pages[relation.split("_")[0]!];
  if (page === undefined) throw new Error(`unknown layer of ${relation}; give it a page in entryAddress.ts`);
  return page;
}

/** Where the glossary explains a relation, or a column of it. */
export const entryAddress = (relation: string, column?: string): string =>
  `${glossaryPage(relation)}#${relation}${column === undefined ? "" : `.${column}`}`;
