import {
  ledgerChecks,
  ledgerLoads,
  ledgerModels,
  ledgerPastLoads,
  ledgerRejects,
  ledgerSetAside
} from "../../ingest/ledgerRelations.ts";
import {inBuildOrder} from "../../models/compile.ts";
import {models} from "../../models/index.ts";
import {martLedger} from "../../models/marts/mart_ledger.ts";
import {grid, oneLine, pageHead, stackedPanels} from "../components/index.ts";
import {page} from "../page.ts";
import {finding} from "./health/finding.ts";
import {identityChecks} from "./health/identities.ts";
import {missingKinds} from "./health/missingKinds.ts";
import {builtModels} from "./health/models.ts";
import {pastLoads} from "./health/pastLoads.ts";
import {rejects} from "./health/rejects.ts";
import {setAside} from "./health/setAside.ts";
import {sources} from "./health/sources.ts";
import {strip} from "./health/strip.ts";
import {totalsOf} from "./health/totals.ts";
import {unknownCustomers} from "./health/unknownCustomers.ts";

const question = {en: "Can I trust today's numbers?", zh: "今天的数字可信吗？"};

/** Whether today's numbers can be trusted: what was loaded, refused, kept out, and whether everything adds up. */
export const health = page({
  path: "/health",
  label: {en: "Data health", zh: "数据健康"},
  question,
  marts: [ledgerLoads, ledgerPastLoads, ledgerRejects, ledgerSetAside, ledgerChecks, ledgerModels, martLedger],
  render: (data, c) => {
    const {ledger_loads: loads, ledger_checks: checks} = data;
    const totals = totalsOf(loads, checks, data.ledger_past_loads);
    return oneLine([
      pageHead({title: question[c.lang], finding: finding(totals, c)}),
      loads.length > 0 && strip(totals, c),
      grid([
        loads.length > 0 && sources(loads, c),
        pastLoads(data.ledger_past_loads, c),
        missingKinds(loads, c),
        identityChecks(checks, c),
        stackedPanels(4, [unknownCustomers(data.mart_ledger, c), setAside(data.ledger_set_aside, loads, c)]),
        rejects(data.ledger_reject_reasons, loads, c),
        builtModels(data.ledger_models, checks, inBuildOrder(models), c)
      ])
    ]);
  }
});
