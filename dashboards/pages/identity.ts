import {ledgerLoads} from "../../ingest/ledgerRelations.ts";
import {intIdentityLevel} from "../../models/intermediate/int_identity_level.ts";
import {intIdentityRule} from "../../models/intermediate/int_identity_rule.ts";
import {intIdentityWeight} from "../../models/intermediate/int_identity_weight.ts";
import {martIdentityChange} from "../../models/marts/mart_identity_change.ts";
import {martIdentityCluster} from "../../models/marts/mart_identity_cluster.ts";
import {martIdentityClusterSize} from "../../models/marts/mart_identity_cluster_size.ts";
import {martIdentityParty} from "../../models/marts/mart_identity_party.ts";
import {martIdentityReview} from "../../models/marts/mart_identity_review.ts";
import {martIdentityShared} from "../../models/marts/mart_identity_shared.ts";
import {empty, grid, html, oneLine, pageHead, stackedPanels} from "../components/index.ts";
import type {Context} from "../context.ts";
import {page, type PageData} from "../page.ts";
import {changesPanel} from "./identity/changesPanel.ts";
import {dictionary} from "./identity/dictionary.ts";
import {
  firstParty,
  levelPanel,
  partyFilter,
  rulePanel,
  weightPanel,
  type Evidences
} from "./identity/evidencePanels.ts";
import {finding} from "./identity/finding.ts";
import {identityStart} from "./identity/identityStart.ts";
import {largestPanel} from "./identity/largestPanel.ts";
import {reviewed} from "./identity/review.ts";
import {reviewPanels, type Queue} from "./identity/reviewPanel.ts";
import {settingsOf} from "./identity/settings.ts";
import {sharedPanel} from "./identity/sharedPanel.ts";
import {sizesPanel} from "./identity/sizesPanel.ts";
import {strip} from "./identity/strip.ts";
import {totalsOf} from "./identity/totals.ts";

const question = {en: "Which records are one customer?", zh: "哪些记录是同一客户？"};

const marts = [
  ledgerLoads,
  martIdentityParty,
  martIdentityReview,
  intIdentityWeight,
  intIdentityLevel,
  intIdentityRule,
  martIdentityClusterSize,
  martIdentityCluster,
  martIdentityChange,
  martIdentityShared
] as const;

/** Identity: which records became one customer, why, how sure that is, and what a person should decide. */
export const identity = page({
  path: "/identity",
  label: {en: "Identity", zh: "身份识别"},
  question,
  marts,
  render(data, c) {
    const parties = data.mart_identity_party;
    const totals = totalsOf(parties, data.ledger_loads);
    const head = pageHead({title: question[c.lang], finding: finding(totals, c)});
    if (!totals.records) return oneLine([head, noRecords(c)]);
    const evidences = evidencesOf(data, c);
    const party = firstParty(evidences.settings);
    return oneLine([
      head,
      strip(totals, parties, evidences.settings, c),
      grid(reviewPanels(queueOf(data, evidences), c)),
      partyFilter(evidences, c),
      party &&
        grid([
          stackedPanels(6, [weightPanel(evidences, party, c), rulePanel(evidences, party, c)]),
          stackedPanels(6, levelPanel(evidences, party, c))
        ]),
      grid([
        stackedPanels(6, [changesPanel(data.mart_identity_change, c), sizesPanel(data.mart_identity_cluster_size, c)]),
        stackedPanels(6, [largestPanel(data.mart_identity_cluster, c), sharedPanel(data.mart_identity_shared, c)])
      ])
    ]);
  },
  live: {
    module: "identity",
    data(data, c) {
      const evidences = evidencesOf(data, c);
      return identityStart(evidences, queueOf(data, evidences), firstParty(evidences.settings), c);
    }
  }
});

type Data = PageData<typeof marts>;

const evidencesOf = (data: Data, c: Context): Evidences => ({
  weights: data.int_identity_weight,
  levels: data.int_identity_level,
  rules: data.int_identity_rule,
  settings: settingsOf(data.mart_identity_party),
  dictionary: dictionary(data.int_identity_level, c.lang)
});

const queueOf = (data: Data, {settings, dictionary}: Evidences): Queue => ({
  list: data.mart_identity_review.map(reviewed),
  all: data.mart_identity_party.reduce((sum, row) => sum + row.reviews, 0),
  settings,
  dictionary
});

const noRecords = ({t}: Context) =>
  empty({
    title: t("No customers yet", "尚无客户"),
    text: html`${t("Add a source of kind ", "请在 ")}<code>${t("customers", "perennial.config.ts")}</code>${t(" to ", " 中添加 ")}<code>${t("perennial.config.ts", "customers")}</code>${t(" and run ", " 类来源，然后运行 ")}<code
        >perennial run</code
      >${t(".", "。")}`
  });
