import {martAttributeSegment} from "../../models/marts/mart_attribute_segment.ts";
import {martPersona} from "../../models/marts/mart_persona.ts";
import {martPersonaCustomer} from "../../models/marts/mart_persona_customer.ts";
import {martPersonaExample} from "../../models/marts/mart_persona_example.ts";
import {martPersonaFeature} from "../../models/marts/mart_persona_feature.ts";
import {martPersonaStability} from "../../models/marts/mart_persona_stability.ts";
import {martPersonaSummary} from "../../models/marts/mart_persona_summary.ts";
import {martPersonaTrait} from "../../models/marts/mart_persona_trait.ts";
import {page} from "../page.ts";
import {body} from "./personas/body.ts";
import {writeFiles} from "./personas/writeFiles.ts";

const question = {en: "Which kinds of customers do we have?", zh: "我们有哪些类型的客户？"};

/** Personas: stable groups of customers or why there are none, what sets each apart, and customers by attribute. */
export const personas = page({
  path: "/personas",
  label: {en: "Personas", zh: "客户画像"},
  question,
  marts: [
    martAttributeSegment,
    martPersona,
    martPersonaExample,
    martPersonaFeature,
    martPersonaStability,
    martPersonaSummary,
    martPersonaTrait
  ],
  render: (data, c) =>
    body(
      question[c.lang],
      {
        summary: data.mart_persona_summary[0],
        personas: data.mart_persona,
        features: data.mart_persona_feature,
        traits: data.mart_persona_trait,
        stability: data.mart_persona_stability,
        examples: data.mart_persona_example,
        attributes: data.mart_attribute_segment
      },
      c
    ),
  files: writeFiles,
  streams: [martPersonaCustomer]
});
