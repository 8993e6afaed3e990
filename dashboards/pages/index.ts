import type {Page} from "../page.ts";
import {churn} from "./churn.ts";
import {cohorts} from "./cohorts.ts";
import {customers} from "./customers.ts";
import {glossary} from "./glossary.ts";
import {glossaryInputs} from "./glossary/inputs.ts";
import {
  glossaryCustomers,
  glossaryIdentity,
  glossaryIntermediate,
  glossaryMarts,
  glossaryStaging
} from "./glossary/layers.ts";
import {health} from "./health.ts";
import {identity} from "./identity.ts";
import {lineage} from "./lineage.ts";
import {overview} from "./overview.ts";
import {segments} from "./segments.ts";

/** Every page of the site, in order of navigation. */
export const pages: readonly Page[] = [
  overview,
  customers,
  segments,
  cohorts,
  churn,
  health,
  identity,
  lineage(() => pages),
  glossary,
  glossaryInputs,
  glossaryCustomers,
  glossaryMarts,
  glossaryIntermediate,
  glossaryIdentity,
  glossaryStaging
];
