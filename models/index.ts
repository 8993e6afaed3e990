import {inBuildOrder} from "./compile.ts";
import {intIdentityChange} from "./intermediate/int_identity_change.ts";
import {intIdentityModel} from "./intermediate/int_identity_model.ts";
import {intIdentityPair} from "./intermediate/int_identity_pair.ts";
import {intIdentityRule} from "./intermediate/int_identity_rule.ts";
import {intIdentityWeight} from "./intermediate/int_identity_weight.ts";
import {intIdentityLevel} from "./intermediate/int_identity_level.ts";
import {intIdentityMember} from "./intermediate/int_identity_member.ts";
import {intIdentityShared} from "./intermediate/int_identity_shared.ts";
import {intCustomerMember} from "./intermediate/int_customer_member.ts";
import {martAbc} from "./marts/mart_abc.ts";
import {martAbcClass} from "./marts/mart_abc_class.ts";
import {martAbcMove} from "./marts/mart_abc_move.ts";
import {martBacklog} from "./marts/mart_backlog.ts";
import {martBacklogGroup} from "./marts/mart_backlog_group.ts";
import {martBestCustomer} from "./marts/mart_best_customer.ts";
import {martChurnBacktest} from "./marts/mart_churn_backtest.ts";
import {martChurnCalibration} from "./marts/mart_churn_calibration.ts";
import {martChurnDriver} from "./marts/mart_churn_driver.ts";
import {martChurnLift} from "./marts/mart_churn_lift.ts";
import {martChurnMethod} from "./marts/mart_churn_method.ts";
import {martChurnRisk} from "./marts/mart_churn_risk.ts";
import {martChurnRule} from "./marts/mart_churn_rule.ts";
import {martChurnState} from "./marts/mart_churn_state.ts";
import {martChurnSummary} from "./marts/mart_churn_summary.ts";
import {martChurnWarning} from "./marts/mart_churn_warning.ts";
import {martChurnWarningTest} from "./marts/mart_churn_warning_test.ts";
import {martChurnWatch} from "./marts/mart_churn_watch.ts";
import {martCohortAverage} from "./marts/mart_cohort_average.ts";
import {martCohortChange} from "./marts/mart_cohort_change.ts";
import {martCohortRetention} from "./marts/mart_cohort_retention.ts";
import {martComplaintCause} from "./marts/mart_complaint_cause.ts";
import {martContractBridge} from "./marts/mart_contract_bridge.ts";
import {martContractGroup} from "./marts/mart_contract_group.ts";
import {martContractHazard} from "./marts/mart_contract_hazard.ts";
import {martContractLoss} from "./marts/mart_contract_loss.ts";
import {martContractMonth} from "./marts/mart_contract_month.ts";
import {martContractSummary} from "./marts/mart_contract_summary.ts";
import {martContractSurvival} from "./marts/mart_contract_survival.ts";
import {martContractTest} from "./marts/mart_contract_test.ts";
import {martCustomer360} from "./marts/mart_customer_360.ts";
import {martCustomerTimeline} from "./marts/mart_customer_timeline.ts";
import {martFeedbackGroup} from "./marts/mart_feedback_group.ts";
import {martClosedLoop} from "./marts/mart_closed_loop.ts";
import {martDetractionDriver} from "./marts/mart_detraction_driver.ts";
import {martLoopEffect} from "./marts/mart_loop_effect.ts";
import {martLoopMonth} from "./marts/mart_loop_month.ts";
import {martLoopNext} from "./marts/mart_loop_next.ts";
import {martLoopSummary} from "./marts/mart_loop_summary.ts";
import {martNpsWeighted} from "./marts/mart_nps_weighted.ts";
import {martResponse} from "./marts/mart_response.ts";
import {martResponseBias} from "./marts/mart_response_bias.ts";
import {martServiceEffect} from "./marts/mart_service_effect.ts";
import {martServiceEffectMonth} from "./marts/mart_service_effect_month.ts";
import {martIdentityChange} from "./marts/mart_identity_change.ts";
import {martIdentityCluster} from "./marts/mart_identity_cluster.ts";
import {martIdentityClusterSize} from "./marts/mart_identity_cluster_size.ts";
import {martIdentityParty} from "./marts/mart_identity_party.ts";
import {martIdentityReview} from "./marts/mart_identity_review.ts";
import {martIdentityShared} from "./marts/mart_identity_shared.ts";
import {martKano} from "./marts/mart_kano.ts";
import {martLedger} from "./marts/mart_ledger.ts";
import {martMonth} from "./marts/mart_month.ts";
import {martNetRetention} from "./marts/mart_net_retention.ts";
import {martOpenTicket} from "./marts/mart_open_ticket.ts";
import {martPareto} from "./marts/mart_pareto.ts";
import {martQuietCustomer} from "./marts/mart_quiet_customer.ts";
import {martRevenueBridge} from "./marts/mart_revenue_bridge.ts";
import {martRfm} from "./marts/mart_rfm.ts";
import {martRfmGrid} from "./marts/mart_rfm_grid.ts";
import {martRfmScore} from "./marts/mart_rfm_score.ts";
import {martRiskMonth} from "./marts/mart_risk_month.ts";
import {martRiskSegment} from "./marts/mart_risk_segment.ts";
import {martSecondOrder} from "./marts/mart_second_order.ts";
import {martSegment} from "./marts/mart_segment.ts";
import {martSegmentMonth} from "./marts/mart_segment_month.ts";
import {martSegmentMove} from "./marts/mart_segment_move.ts";
import {martServiceGroup} from "./marts/mart_service_group.ts";
import {martServiceHour} from "./marts/mart_service_hour.ts";
import {martServiceMonth} from "./marts/mart_service_month.ts";
import {martServicePhase} from "./marts/mart_service_phase.ts";
import {martServiceSummary} from "./marts/mart_service_summary.ts";
import {martSlaMonth} from "./marts/mart_sla_month.ts";
import {martStageMonth} from "./marts/mart_stage_month.ts";
import {martStageMove} from "./marts/mart_stage_move.ts";
import {martStageNet} from "./marts/mart_stage_net.ts";
import {martStageReactivation} from "./marts/mart_stage_reactivation.ts";
import {martAliveCell} from "./marts/mart_alive_cell.ts";
import {martCustomerValue} from "./marts/mart_customer_value.ts";
import {martPurchaseParameter} from "./marts/mart_purchase_parameter.ts";
import {martValueBin} from "./marts/mart_value_bin.ts";
import {martValueCandidate} from "./marts/mart_value_candidate.ts";
import {martValueDecile} from "./marts/mart_value_decile.ts";
import {martValueSummary} from "./marts/mart_value_summary.ts";
import {martValueTracking} from "./marts/mart_value_tracking.ts";
import {martUrgentTicket} from "./marts/mart_urgent_ticket.ts";
import {martValueBest} from "./marts/mart_value_best.ts";
import {martSentimentModel} from "./marts/mart_sentiment_model.ts";
import {martTheme} from "./marts/mart_theme.ts";
import {martThemeExample} from "./marts/mart_theme_example.ts";
import {martThemeMonth} from "./marts/mart_theme_month.ts";
import {martThemeTier} from "./marts/mart_theme_tier.ts";
import {martVerbatim} from "./marts/mart_verbatim.ts";
import {martVerbatimLanguage} from "./marts/mart_verbatim_language.ts";
import type {Model} from "./model.ts";
import {stgActivities} from "./staging/stg_activities.ts";
import {stgCampaigns} from "./staging/stg_campaigns.ts";
import {stgConsents} from "./staging/stg_consents.ts";
import {stgCustomers} from "./staging/stg_customers.ts";
import {stgFeedback} from "./staging/stg_feedback.ts";
import {stgKanoAnswers} from "./staging/stg_kano_answers.ts";
import {stgLeads} from "./staging/stg_leads.ts";
import {stgLoyaltyLedger} from "./staging/stg_loyalty_ledger.ts";
import {stgOpportunities} from "./staging/stg_opportunities.ts";
import {stgOpportunityStages} from "./staging/stg_opportunity_stages.ts";
import {stgOrderLines} from "./staging/stg_order_lines.ts";
import {stgOrders} from "./staging/stg_orders.ts";
import {stgPayments} from "./staging/stg_payments.ts";
import {stgProducts} from "./staging/stg_products.ts";
import {stgRefunds} from "./staging/stg_refunds.ts";
import {stgSubscriptions} from "./staging/stg_subscriptions.ts";
import {stgSurveyInvitations} from "./staging/stg_survey_invitations.ts";
import {stgTicketEvents} from "./staging/stg_ticket_events.ts";
import {stgTickets} from "./staging/stg_tickets.ts";
import {stgTouches} from "./staging/stg_touches.ts";
import {stgWebEvents} from "./staging/stg_web_events.ts";

const marts = [
  martAliveCell,
  martBacklogGroup,
  martComplaintCause,
  martCustomerValue,
  martOpenTicket,
  martPurchaseParameter,
  martServiceGroup,
  martServiceHour,
  martServicePhase,
  martServiceSummary,
  martSlaMonth,
  martUrgentTicket,
  martValueBin,
  martValueCandidate,
  martValueDecile,
  martValueSummary,
  martValueTracking,
  martAbc,
  martAbcClass,
  martAbcMove,
  martBacklog,
  martBestCustomer,
  martChurnBacktest,
  martChurnCalibration,
  martChurnDriver,
  martChurnLift,
  martChurnMethod,
  martChurnRisk,
  martChurnRule,
  martChurnState,
  martChurnSummary,
  martChurnWarning,
  martChurnWarningTest,
  martChurnWatch,
  martCohortAverage,
  martCohortChange,
  martCohortRetention,
  martContractBridge,
  martContractGroup,
  martContractHazard,
  martContractLoss,
  martContractMonth,
  martContractSummary,
  martContractSurvival,
  martContractTest,
  martCustomer360,
  martCustomerTimeline,
  martFeedbackGroup,
  martClosedLoop,
  martDetractionDriver,
  martLoopEffect,
  martLoopMonth,
  martLoopNext,
  martLoopSummary,
  martNpsWeighted,
  martResponse,
  martResponseBias,
  martServiceEffect,
  martServiceEffectMonth,
  martIdentityChange,
  martIdentityCluster,
  martIdentityClusterSize,
  martIdentityParty,
  martIdentityReview,
  martIdentityShared,
  martKano,
  martLedger,
  martMonth,
  martNetRetention,
  martPareto,
  martQuietCustomer,
  martRevenueBridge,
  martRfm,
  martRfmGrid,
  martRfmScore,
  martRiskMonth,
  martRiskSegment,
  martSecondOrder,
  martSegment,
  martSegmentMonth,
  martSegmentMove,
  martServiceMonth,
  martStageMonth,
  martStageMove,
  martStageNet,
  martStageReactivation,
  martSentimentModel,
  martTheme,
  martThemeExample,
  martThemeMonth,
  martThemeTier,
  martVerbatim,
  martVerbatimLanguage,
  martValueBest
] as unknown as readonly Model[];

/** How identity was resolved: pages and stewards read it. */
const identity = [
  intCustomerMember,
  intIdentityChange,
  intIdentityModel,
  intIdentityPair,
  intIdentityRule,
  intIdentityWeight,
  intIdentityLevel,
  intIdentityMember,
  intIdentityShared
] as unknown as readonly Model[];

/** Every kind of export has its staging, whether a mart reads it yet or not: analysts do. */
const staging = [
  stgCustomers,
  stgOrders,
  stgOrderLines,
  stgProducts,
  stgPayments,
  stgRefunds,
  stgSubscriptions,
  stgLeads,
  stgOpportunities,
  stgOpportunityStages,
  stgActivities,
  stgTickets,
  stgTicketEvents,
  stgFeedback,
  stgSurveyInvitations,
  stgKanoAnswers,
  stgCampaigns,
  stgTouches,
  stgConsents,
  stgWebEvents,
  stgLoyaltyLedger
] as unknown as readonly Model[];

/** Every model of the warehouse: the marts, all that they need, and the staging of every kind; inputs first. */
export const models: readonly Model[] = inBuildOrder([...marts, ...identity, ...staging]);
