import type {Page} from "../page.ts";
import {actions} from "./actions.ts";
import {audiences} from "./audiences.ts";
import {campaigns} from "./campaigns.ts";
import {baskets} from "./baskets.ts";
import {churn} from "./churn.ts";
import {cohorts} from "./cohorts.ts";
import {contracts} from "./contracts.ts";
import {customers} from "./customers.ts";
import {glossary} from "./glossary.ts";
import {glossaryInputs} from "./glossary/inputs.ts";
import {
  glossaryBaskets,
  glossaryCampaigns,
  glossaryChurn,
  glossaryCustomers,
  glossaryIdentity,
  glossaryIntermediate,
  glossaryLeads,
  glossaryLoyalty,
  glossaryMarts,
  glossarySelling,
  glossaryService,
  glossaryStaging,
  glossaryValue,
  glossaryVoice
} from "./glossary/layers.ts";
import {health} from "./health.ts";
import {identity} from "./identity.ts";
import {leads} from "./leads.ts";
import {lifecycle} from "./lifecycle.ts";
import {lineage} from "./lineage.ts";
import {loyalty} from "./loyalty.ts";
import {overview} from "./overview.ts";
import {pipeline} from "./pipeline.ts";
import {personas} from "./personas.ts";
import {segments} from "./segments.ts";
import {service} from "./service.ts";
import {value} from "./value.ts";
import {voice} from "./voice.ts";
import {voiceKano} from "./voice/kano.ts";
import {voiceLoop} from "./voice/loop.ts";

/** Every page of the site, in order of navigation. */
export const pages: readonly Page[] = [
  overview,
  customers,
  segments,
  lifecycle,
  cohorts,
  value,
  churn,
  contracts,
  service,
  voice,
  voiceLoop,
  voiceKano,
  actions,
  audiences,
  pipeline,
  leads,
  campaigns,
  loyalty,
  baskets,
  personas,
  health,
  identity,
  lineage(() => pages),
  glossary,
  glossaryInputs,
  glossaryCustomers,
  glossaryChurn,
  glossaryValue,
  glossaryService,
  glossaryVoice,
  glossarySelling,
  glossaryLeads,
  glossaryCampaigns,
  glossaryLoyalty,
  glossaryBaskets,
  glossaryMarts,
  glossaryIntermediate,
  glossaryIdentity,
  glossaryStaging
];
