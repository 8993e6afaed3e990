const pages: Record<string, string> = {mart: "/glossary", raw: "/glossary/inputs"};

/** Where the glossary explains a relation, or a column of it: marts on the glossary itself, raw tables on its inputs. */
export function entryAddress(relation: string, column?: string): string {
  const page = pages[relation.split("_")[0]!] ?? "/glossary/between";
  return `${page}#${relation}${column === undefined ? "" : `.${column}`}`;
}
