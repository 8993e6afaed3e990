import {stages, type Deal} from "./randomPipeline.ts";

const DAY = 86_400_000;
const dayOf = (at: number) => Math.floor(at / DAY);
const isEnd = (stage: string) => stage.startsWith("Closed");

export interface Stay {
  stage: string;
  entered: number | null;
  left: number | null;
  isLogged: boolean;
  isReopened: boolean;
  exit: string;
}

/** Stays of a deal in open stages, one after the other. */
export function staysOf(deal: Deal): Stay[] {
  const runs: {stage: string; at: number}[] = [];
  for (const row of deal.log) if (runs.at(-1)?.stage !== row.stage) runs.push(row);
  const stays = runs.flatMap((run, i): Stay[] => {
    if (isEnd(run.stage)) return [];
    const hasMore = runs.slice(i + 1).some(({stage}) => !isEnd(stage));
    const next = runs[i + 1]?.at ?? null;
    const left = hasMore ? next : deal.state === "open" ? null : (next ?? deal.closed);
    return [
      {
        stage: run.stage,
        entered: run.at,
        left,
        isLogged: true,
        isReopened: i > 0 && isEnd(runs[i - 1]!.stage),
        exit: hasMore ? "next" : deal.state
      }
    ];
  });
  if (stays.length) return stays;
  const stage = deal.state === "open" ? "Aim" : "unknown";
  return [{stage, entered: deal.created, left: deal.closed, isLogged: false, isReopened: false, exit: deal.state}];
}

/** Day from which a deal counts as open; null: not dated. */
export function openedOn({state, created, closed}: Deal): number | null {
  if (state !== "open" && closed === null) return null;
  const at = created ?? closed;
  return at === null ? null : dayOf(Math.min(at, closed ?? at));
}

/** Whether a deal was open at the end of a day, and in which stage by its history. */
export function stageOn(deal: Deal, day: number): string | null {
  const opened = openedOn(deal);
  if (opened === null || opened > day || (deal.closed !== null && dayOf(deal.closed) <= day)) return null;
  const stays = staysOf(deal);
  if (!stays[0]!.isLogged) return "unknown";
  return (stays.findLast(({entered}) => dayOf(entered!) <= day) ?? stays[0]!).stage;
}

/** Of the deals that entered a stage: further or won, lost without, neither. */
export function passing(deals: readonly Deal[], stage: string) {
  const result = {entered: 0, advanced: 0, lost_here: 0, still_here: 0};
  for (const deal of deals) {
    const places = staysOf(deal).flatMap((stay) => (stay.isLogged ? [stages.indexOf(stay.stage as never)] : []));
    const place = stages.indexOf(stage as never);
    const at = places.indexOf(place);
    if (at < 0) continue;
    result.entered++;
    if (deal.state === "won" || places.slice(at + 1).some((later) => later > place)) result.advanced++;
    else if (deal.state === "lost") result.lost_here++;
    else result.still_here++;
  }
  return result;
}
