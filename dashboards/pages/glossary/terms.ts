import type {Subject} from "./term.ts";
import {actions} from "./terms/actions.ts";
import {baskets} from "./terms/baskets.ts";
import {campaigns} from "./terms/campaigns.ts";
import {churn} from "./terms/churn.ts";
import {contracts} from "./terms/contracts.ts";
import {conventions} from "./terms/conventions.ts";
import {identity} from "./terms/identity.ts";
import {lifecycle} from "./terms/lifecycle.ts";
import {lifetime} from "./terms/lifetime.ts";
import {loyalty} from "./terms/loyalty.ts";
import {pipeline} from "./terms/pipeline.ts";
import {personas} from "./terms/personas.ts";
import {service} from "./terms/service.ts";
import {value} from "./terms/value.ts";
import {voice} from "./terms/voice.ts";

/** What the site's words mean, by subject. The texts say what the models compute; the models' own docstrings say how. */
export const terms: readonly Subject[] = [
  conventions,
  value,
  lifecycle,
  lifetime,
  churn,
  contracts,
  service,
  voice,
  actions,
  pipeline,
  campaigns,
  loyalty,
  baskets,
  personas,
  identity
];
