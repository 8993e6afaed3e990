/** Groups of the navigation, by path; a page below another ("/glossary/inputs") has no entry and is reached from it. */
export const navigation = [
  {name: undefined, paths: ["/"]},
  {name: {en: "Customers", zh: "客户"}, paths: ["/customers", "/segments", "/lifecycle"]},
  {name: {en: "Retention and value", zh: "留存与价值"}, paths: ["/cohorts", "/value", "/churn", "/contracts"]},
  {name: {en: "Experience", zh: "体验"}, paths: ["/service", "/voice"]},
  {
    name: {en: "Growth", zh: "增长"},
    paths: ["/actions", "/audiences", "/pipeline", "/leads", "/campaigns", "/loyalty", "/baskets", "/personas"]
  },
  {name: {en: "Data", zh: "数据"}, paths: ["/health", "/identity", "/lineage", "/glossary"]}
] as const;
