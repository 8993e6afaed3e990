import {resolve} from "node:path";
import {pseudonymKey, type Project} from "../ingest/project.ts";
import {refuseBadAudiences} from "./audience/problems.ts";
import {growthSettings} from "./growthSettings.ts";
import {readDecisions} from "./identity/decisions.ts";
import {identitySettings} from "./identity/settings.ts";
import {retentionSettings} from "./retentionSettings.ts";
import {serviceSettings} from "./serviceSettings.ts";
import type {Settings} from "./settings.ts";

/** What the models take from a project's configuration. A day as `as_of` means its end in the company's zone. Throws a UserError at a bad audience. */
export function settingsOf(project: Project): Settings {
  const {company, as_of, identity} = project.config;
  const growth = growthSettings(project.config);
  refuseBadAudiences({...growth, rfm: retentionSettings(project.config).rfm});
  return {
    zone: company.zone,
    currency: company.currency,
    asOf: as_of === undefined ? null : instantOf(as_of, company.zone),
    pseudonymKey: pseudonymKey(project),
    ...retentionSettings(project.config),
    ...serviceSettings(project.config),
    ...growth,
    identity: identitySettings(identity, company.currency, readDecisions(resolve(project.dir, identity.decisions)))
  };
}

/** ISO 8601 in UTC without zone letter, to the second. */
export function instantOf(asOf: string, zone: string): string {
  if (asOf.length > 10) return new Date(asOf).toISOString().slice(0, 19);
  const end = Date.parse(`${asOf}T23:59:59Z`);
  const first = end - offset(end, zone);
  return new Date(end - offset(first, zone)).toISOString().slice(0, 19);
}

/** Milliseconds that a zone's clock is ahead of UTC at an instant. */
function offset(instant: number, zone: string): number {
  const clock = new Intl.DateTimeFormat("sv-SE", {timeZone: zone, dateStyle: "short", timeStyle: "medium"}).format(
    instant
  );
  return Date.parse(`${clock.replace(" ", "T")}Z`) - instant;
}
