import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {intCohortCustomer} from "../../../models/intermediate/int_cohort_customer.ts";
import {intCohortGroup} from "../../../models/intermediate/int_cohort_group.ts";
import {intCustomerField} from "../../../models/intermediate/int_customer_field.ts";
import {intCustomerMember} from "../../../models/intermediate/int_customer_member.ts";
import {intIdentityChange} from "../../../models/intermediate/int_identity_change.ts";
import {intIdentityMember} from "../../../models/intermediate/int_identity_member.ts";
import {intIdentityRecord} from "../../../models/intermediate/int_identity_record.ts";
import {martAbc} from "../../../models/marts/mart_abc.ts";
import {martChurnRisk} from "../../../models/marts/mart_churn_risk.ts";
import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import {martCustomerValue} from "../../../models/marts/mart_customer_value.ts";
import {martCustomerTimeline} from "../../../models/marts/mart_customer_timeline.ts";
import {martNextProduct} from "../../../models/marts/mart_next_product.ts";

/** What the list and the profiles of all customers are made of. */
export const streams = [
  martCustomer360,
  martCustomerTimeline,
  martAbc,
  martChurnRisk,
  martCustomerValue,
  martNextProduct,
  intCohortCustomer,
  intCohortGroup,
  intCustomerField,
  intCustomerMember,
  intIdentityChange,
  intIdentityMember,
  intIdentityRecord,
  intAsOf
] as const;
