import type {martAttributeSegment} from "../../../models/marts/mart_attribute_segment.ts";
import type {martPersona} from "../../../models/marts/mart_persona.ts";
import type {martPersonaExample} from "../../../models/marts/mart_persona_example.ts";
import type {martPersonaFeature} from "../../../models/marts/mart_persona_feature.ts";
import type {martPersonaStability} from "../../../models/marts/mart_persona_stability.ts";
import type {martPersonaSummary} from "../../../models/marts/mart_persona_summary.ts";
import type {martPersonaTrait} from "../../../models/marts/mart_persona_trait.ts";
import type {RowOf} from "../../../models/model.ts";

export type SummaryRow = RowOf<typeof martPersonaSummary>;
export type PersonaRow = RowOf<typeof martPersona>;
export type FeatureRow = RowOf<typeof martPersonaFeature>;
export type TraitRow = RowOf<typeof martPersonaTrait>;
export type StabilityRow = RowOf<typeof martPersonaStability>;
export type ExampleRow = RowOf<typeof martPersonaExample>;
export type AttributeRow = RowOf<typeof martAttributeSegment>;

/** What the page is made of. */
export interface PersonaData {
  summary: SummaryRow | undefined;
  personas: readonly PersonaRow[];
  features: readonly FeatureRow[];
  traits: readonly TraitRow[];
  stability: readonly StabilityRow[];
  examples: readonly ExampleRow[];
  attributes: readonly AttributeRow[];
}
