/** Where the glossary explains a relation, or a column of it: marts on the glossary itself, all before them on its inputs. */
export function entryAddress(relation: string, column?: string): string {
  const page = relation.startsWith("mart_") ? "/glossary" : "/glossary/inputs";
  return `${page}#${relation}${column === undefined ? "" : `.${column}`}`;
}
