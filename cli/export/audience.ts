import {statSync} from "node:fs";
import {basename, resolve} from "node:path";
import {openLedger} from "../../ingest/ledger.ts";
import {nearest} from "../../ingest/nearest.ts";
import type {Audience} from "../../models/settings.ts";
import {settingsOf} from "../../models/settingsOf.ts";
import {UserError} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {plural, say} from "../say.ts";
import type {Session} from "../session.ts";
import {lookBeforehand, tellBeforehand} from "./beforehand.ts";
import {countChosen, withChosen} from "./chosen.ts";
import type {FileShape} from "./fileOf.ts";
import {leftOutWords, tellRest} from "./tellRest.ts";
import {tools, type ToolName} from "./tools.ts";
import {writeAndRemember} from "./writeFile.ts";

export interface ExportOptions {
  for: ToolName;
  personal?: true;
  control?: number;
  unanswered?: true;
  campaign?: string;
  out?: string;
  dryRun?: true;
  force?: true;
}

/** Writes an audience as a file for a tool and remembers who was sent and who was held back; both or neither. */
export async function exportAudience(session: Session, name: string, options: ExportOptions): Promise<void> {
  const {project, warehouse} = session;
  const settings = settingsOf(project);
  const known = audienceOf(settings.audiences, name);
  const audience = {...known, controlShare: options.control ?? known.controlShare};
  refuseOtherChannel(audience, options.for);
  await openLedger(warehouse);
  await refuseUnbuilt(warehouse);
  const today = new Date();
  const day = today.toISOString().slice(0, 10);
  const campaign = options.campaign?.trim() || `${name}-${day.replaceAll("-", "")}`;
  const shape: FileShape = {
    tool: options.for,
    isPersonal: options.personal === true,
    marks: {audience: name, campaign}
  };
  const file = resolve(options.out ?? `perennial-${name}-${options.for}-${day}.csv`);
  if (!options.dryRun) refuseTaken(file, options.force === true);
  await withChosen(warehouse, {audience, settings}, async () => {
    const counts = await countChosen(warehouse);
    const isReached = options.unanswered ? "reach in ('allowed', 'no_answer')" : "reach = 'allowed'";
    const known = recipients(options.unanswered === true);
    const left = await removeUntakeable(warehouse, isReached, shape, known);
    const arms = await countArms(warehouse);
    const beforehand = await lookBeforehand(warehouse, audience, day);
    const isDry = options.dryRun === true;
    if (!isDry && arms.treated === 0)
      throw new UserError(
        `export: ${name}: nobody may be written to (${leftOutWords(counts, options) || "nobody meets its rule"}); no file was written`
      );
    const sent = isDry
      ? undefined
      : await writeAndRemember(warehouse, {file, shape, audience, options, campaign, today, known});
    const verb = isDry ? "would be written to" : "in";
    say(
      "export",
      `${plural(arms.treated, "customer")} ${verb} ${options.out ?? basename(file)} for ${tools[options.for].title}`
    );
    tellBeforehand(beforehand);
    tellRest({counts, left, arms, sent, audience, options, campaign});
  });
}

function audienceOf(audiences: readonly Audience[], name: string): Audience {
  const found = audiences.find((one) => one.name === name);
  if (found) return found;
  if (!audiences.length)
    throw new UserError(`export: unknown audience "${name}"; name one under audiences in perennial.config.ts first`);
  const names = audiences.map((one) => one.name);
  const near = nearest(name, names);
  throw new UserError(
    `export: unknown audience "${name}"; ${near ? `did you mean "${near}"?` : `the audiences are ${names.join(", ")}`}`
  );
}

/** A tool that sends one kind of message is for audiences that agreed to that kind. */
function refuseOtherChannel({name, channel}: Audience, tool: ToolName): void {
  const {sends, title} = tools[tool];
  if (sends === undefined || sends === channel) return;
  throw new UserError(
    `export: ${name}: ${title} sends ${sends}, but the audience's channel is ${channel}; ask for consent to ${sends} with channel: "${sends}"`
  );
}

/** A file that is there may hold somebody's work. */
function refuseTaken(file: string, isForced: boolean): void {
  const taken = statSync(file, {throwIfNoEntry: false});
  if (taken?.isDirectory()) throw new UserError(`export: ${file}: is a folder; name a file with --out`);
  if (taken && !isForced)
    throw new UserError(`export: ${file}: is there already; name another file with --out, or --force replaces it`);
}

async function refuseUnbuilt(warehouse: Warehouse): Promise<void> {
  const needed = [
    "mart_customer_360",
    "mart_audience_member",
    "int_customer_touches",
    "int_identity_change",
    "int_as_of"
  ];
  const {n} = await warehouse.row<{n: number}>(
    `select count(*) as n from duckdb_views() where schema_name = 'main' and view_name in (${needed.map((view) => `'${view}'`).join(", ")})`
  );
  if (n < needed.length) throw new UserError('export: the marts are not built yet; run "perennial build" first');
}

/** An address stands in a file only of who agreed to be written to by it, whatever the audience's channel; a telephone number not of who refused calls. */
const recipients = (unanswered: boolean) => `select customer_id, party, customer_name,
  case when coalesce(may_email, accepts_marketing, ${unanswered}) then email end as email,
  case when coalesce(may_call, true) or coalesce(may_text, false) then phone end as phone,
  owner, segment, stage, country, orders,
  net_revenue_365d::double as net_revenue_365d, strftime(last_order_on, '%Y-%m-%d') as last_order_on
  from mart_customer_360`;

/** Leaves in `chosen` only who may be reached and whom the tool's import takes; gives how many it cannot take. */
async function removeUntakeable(
  warehouse: Warehouse,
  isReached: string,
  shape: FileShape,
  known: string
): Promise<number> {
  await warehouse.run(`delete from chosen where not (${isReached})`);
  if (!shape.isPersonal) return 0;
  const unfit = `customer_id in (select customer_id from (${known}) where not (${tools[shape.tool].needs}))`;
  const {n} = await warehouse.row<{n: number}>(`select count(*) as n from chosen where ${unfit}`);
  await warehouse.run(`delete from chosen where ${unfit}`);
  return n;
}

export interface Arms {
  treated: number;
  control: number;
}

const countArms = (warehouse: Warehouse): Promise<Arms> =>
  warehouse.row<Arms>(
    "select count(*) filter (where arm = 'treated') as treated, count(*) filter (where arm = 'control') as control from chosen"
  );
