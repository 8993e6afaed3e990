import {rawOpportunities, rawOpportunityStages} from "../../../ingest/contracts/kinds.ts";
import {dice} from "../randomCompany.ts";
import {insert} from "../warehouseOf.ts";

const DAY = 86_400_000;
const first = Date.UTC(2023, 0, 10);
export const stages = ["Aim", "Bid", "Close in"] as const;
export const asOf = "2025-06-20T12:00:00Z";

export interface Deal {
  id: string;
  state: "open" | "won" | "lost";
  created: number | null;
  closed: number | null;
  amount: number | null;
  product: string | null;
  owner: string | null;
  /** Entries into stages, ends included, in order. */
  log: {stage: string; at: number}[];
}

/** Deals at random: some go backwards or are reopened, some have no history, no day of creation or end, no amount, no owner. */
export function randomPipeline(seed: number, size: number): {deals: Deal[]; fill: string[]} {
  const roll = dice(seed);
  const upTo = (n: number) => Math.floor(roll() * n);
  const until = Date.parse(asOf);
  const deals = Array.from({length: size}, (_, i): Deal => {
    const created = first + upTo(870) * DAY + upTo(86_400) * 1000;
    let at = created;
    const log: Deal["log"] = [];
    const path = [0, 1, 2]
      .slice(0, 1 + upTo(3))
      .flatMap((stage) => (upTo(8) ? [stage] : [stage, Math.max(0, stage - 1)]));
    for (const stage of path) {
      if (log.at(-1)?.stage === stages[stage] && upTo(2)) continue;
      log.push({stage: stages[stage]!, at});
      at += (1 + upTo(40)) * DAY + upTo(3600) * 1000;
      if (upTo(25) === 0) {
        log.push({stage: "Closed Lost", at});
        at += (1 + upTo(20)) * DAY;
        log.push({stage: stages[stage]!, at});
        at += (1 + upTo(20)) * DAY;
      }
    }
    const [state, end] =
      upTo(6) === 0
        ? (["open", ""] as const)
        : upTo(2)
          ? (["won", "Closed Won"] as const)
          : (["lost", "Closed Lost"] as const);
    if (end) log.push({stage: end, at});
    const kept = log.filter((row) => row.at <= until);
    const isOver = end !== "" && at <= until;
    return {
      id: `d${String(i).padStart(4, "0")}`,
      state: isOver ? state : "open",
      created: upTo(20) ? created : null,
      closed: isOver && upTo(20) ? at : null,
      amount: upTo(9) ? 100 + upTo(5000) : null,
      product: ["tea", "cups", null][upTo(3)]!,
      owner: ["Ann", "Bo", null][upTo(3)]!,
      log: upTo(5) ? kept : []
    };
  }).filter(({log, created}) => log.length > 0 || created !== null);
  const text = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 19).replace("T", " "));
  const nowIn = ({state, log}: Deal) =>
    state === "won"
      ? "Closed Won"
      : state === "lost"
        ? "Closed Lost"
        : (log.findLast(({stage}) => !stage.startsWith("Closed"))?.stage ?? "Aim");
  const fill = [
    insert(
      rawOpportunities,
      deals.map((deal) => ({
        opportunity_id: deal.id,
        pipeline: "Trade",
        stage: nowIn(deal),
        amount: deal.amount,
        product_name: deal.product,
        owner: deal.owner,
        is_won: deal.state === "won",
        is_lost: deal.state === "lost",
        loss_reason: deal.state === "lost" && deal.product ? `no ${deal.product}` : null,
        created_at: text(deal.created),
        closed_at: text(deal.closed)
      }))
    ),
    insert(
      rawOpportunityStages,
      deals.flatMap(({id, log}) => log.map(({stage, at}) => ({opportunity_id: id, stage, entered_at: text(at)})))
    )
  ];
  return {deals, fill};
}
