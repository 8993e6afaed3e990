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
import {martLossReason} from "./marts/mart_loss_reason.ts";
import {martOpenOpportunity} from "./marts/mart_open_opportunity.ts";
import {martPipelineBelief} from "./marts/mart_pipeline_belief.ts";
import {martPipelineForecast} from "./marts/mart_pipeline_forecast.ts";
import {martPipelineGroup} from "./marts/mart_pipeline_group.ts";
import {martPipelineMonth} from "./marts/mart_pipeline_month.ts";
import {martPipelineMove} from "./marts/mart_pipeline_move.ts";
import {martPipelinePast} from "./marts/mart_pipeline_past.ts";
import {martPipelineSlipped} from "./marts/mart_pipeline_slipped.ts";
import {martPipelineStage} from "./marts/mart_pipeline_stage.ts";
import {martPipelineSummary} from "./marts/mart_pipeline_summary.ts";
import {martPipelineTarget} from "./marts/mart_pipeline_target.ts";
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
import {martLeadCalibration} from "./marts/mart_lead_calibration.ts";
import {martLeadFirst} from "./marts/mart_lead_first.ts";
import {martLeadGroup} from "./marts/mart_lead_group.ts";
import {martLeadLeak} from "./marts/mart_lead_leak.ts";
import {martLeadMethod} from "./marts/mart_lead_method.ts";
import {martLeadMonth} from "./marts/mart_lead_month.ts";
import {martLeadScore} from "./marts/mart_lead_score.ts";
import {martLeadSummary} from "./marts/mart_lead_summary.ts";
import {martLedger} from "./marts/mart_ledger.ts";
import {martMonth} from "./marts/mart_month.ts";
import {martNetRetention} from "./marts/mart_net_retention.ts";
import {martOpenTicket} from "./marts/mart_open_ticket.ts";
import {martAttributeSegment} from "./marts/mart_attribute_segment.ts";
import {martPersona} from "./marts/mart_persona.ts";
import {martPersonaCustomer} from "./marts/mart_persona_customer.ts";
import {martPersonaExample} from "./marts/mart_persona_example.ts";
import {martPersonaFeature} from "./marts/mart_persona_feature.ts";
import {martPersonaStability} from "./marts/mart_persona_stability.ts";
import {martPersonaSummary} from "./marts/mart_persona_summary.ts";
import {martPersonaTrait} from "./marts/mart_persona_trait.ts";
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
import {martAction} from "./marts/mart_action.ts";
import {martActionDue} from "./marts/mart_action_due.ts";
import {martActionKind} from "./marts/mart_action_kind.ts";
import {martActionNext} from "./marts/mart_action_next.ts";
import {martAudience} from "./marts/mart_audience.ts";
import {martAudienceMember} from "./marts/mart_audience_member.ts";
import {martAudienceMonth} from "./marts/mart_audience_month.ts";
import {martCampaign} from "./marts/mart_campaign.ts";
import {martCampaignArm} from "./marts/mart_campaign_arm.ts";
import {martCampaignFault} from "./marts/mart_campaign_fault.ts";
import {martCampaignSegment} from "./marts/mart_campaign_segment.ts";
import {martCampaignSummary} from "./marts/mart_campaign_summary.ts";
import {martUpliftTenth} from "./marts/mart_uplift_tenth.ts";
import {martCustomerValue} from "./marts/mart_customer_value.ts";
import {martLoyaltyAge} from "./marts/mart_loyalty_age.ts";
import {martLoyaltyCohort} from "./marts/mart_loyalty_cohort.ts";
import {martLoyaltyFault} from "./marts/mart_loyalty_fault.ts";
import {martLoyaltyMonth} from "./marts/mart_loyalty_month.ts";
import {martLoyaltyMove} from "./marts/mart_loyalty_move.ts";
import {martLoyaltySummary} from "./marts/mart_loyalty_summary.ts";
import {martLoyaltyTier} from "./marts/mart_loyalty_tier.ts";
import {martMemberEffect} from "./marts/mart_member_effect.ts";
import {martPointsExpiring} from "./marts/mart_points_expiring.ts";
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
import {martItemPair} from "./marts/mart_item_pair.ts";
import {martItemRule} from "./marts/mart_item_rule.ts";
import {martNextItem} from "./marts/mart_next_item.ts";
import {martNextProduct} from "./marts/mart_next_product.ts";
import {martRecommendationTest} from "./marts/mart_recommendation_test.ts";
import {martReplenishmentDue} from "./marts/mart_replenishment_due.ts";
import {martReplenishmentTest} from "./marts/mart_replenishment_test.ts";
import {martBasketSummary} from "./marts/mart_basket_summary.ts";
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
  martLossReason,
  martOpenOpportunity,
  martPipelineBelief,
  martPipelineForecast,
  martPipelineGroup,
  martPipelineMonth,
  martPipelineMove,
  martPipelinePast,
  martPipelineSlipped,
  martPipelineStage,
  martPipelineSummary,
  martPipelineTarget,
  martAliveCell,
  martBacklogGroup,
  martComplaintCause,
  martCustomerValue,
  martOpenTicket,
  martLoyaltyAge,
  martLoyaltyCohort,
  martLoyaltyFault,
  martLoyaltyMonth,
  martLoyaltyMove,
  martLoyaltySummary,
  martLoyaltyTier,
  martMemberEffect,
  martPointsExpiring,
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
  martAction,
  martActionDue,
  martActionKind,
  martActionNext,
  martAudience,
  martAudienceMember,
  martAudienceMonth,
  martBacklog,
  martBestCustomer,
  martCampaign,
  martCampaignArm,
  martCampaignFault,
  martCampaignSegment,
  martCampaignSummary,
  martUpliftTenth,
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
  martLeadCalibration,
  martLeadFirst,
  martLeadGroup,
  martLeadLeak,
  martLeadMethod,
  martLeadMonth,
  martLeadScore,
  martLeadSummary,
  martLedger,
  martMonth,
  martNetRetention,
  martAttributeSegment,
  martPersona,
  martPersonaCustomer,
  martPersonaExample,
  martPersonaFeature,
  martPersonaStability,
  martPersonaSummary,
  martPersonaTrait,
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
  martValueBest,
  martItemPair,
  martItemRule,
  martNextItem,
  martNextProduct,
  martRecommendationTest,
  martReplenishmentDue,
  martReplenishmentTest,
  martBasketSummary
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
