import {pages} from "../dashboards/pages/index.ts";
import {identities} from "../models/identities.ts";
import {models} from "../models/index.ts";
import {intActionPressure} from "../models/intermediate/int_action_pressure.ts";
import {intAudienceSent} from "../models/intermediate/int_audience_sent.ts";
import {martAudienceMember} from "../models/marts/mart_audience_member.ts";
import type {Relation} from "../models/model.ts";

/** What the commands `identity`, `ticket` and `export` ask for beside marts. */
const asked = [
  "int_action_pressure",
  "int_as_of",
  "int_audience_sent",
  "int_customer_touches",
  "int_identity_change",
  "int_identity_level",
  "int_identity_member",
  "int_identity_model",
  "int_identity_pair",
  "int_identity_record",
  "int_identity_rule",
  "int_identity_shared",
  "int_ticket",
  "int_ticket_step",
  "int_ticket_target"
];

/** Names of the models that are read after a build: by pages, commands and checks, and by people, who have all marts. */
export function servedNames(): Set<string> {
  const shown = pages.flatMap(({marts, streams = []}): readonly Relation[] => [...marts, ...streams]);
  const chosenAnew = [intActionPressure, intAudienceSent, martAudienceMember].flatMap(
    ({from}): readonly Relation[] => from
  );
  const added = identities.flatMap(({left, right}) => `${left} ${right}`.match(/\b(stg|int|mart)_\w+/g) ?? []);
  const named = new Set([...[...shown, ...chosenAnew].map(({name}) => name), ...added, ...asked]);
  return new Set(models.map(({name}) => name).filter((name) => name.startsWith("mart_") || named.has(name)));
}
