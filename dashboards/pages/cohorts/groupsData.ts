import type {CohortDimension, CohortPeriod} from "../../../models/cohortDimensions.ts";
import type {CohortMean} from "./triangleData.ts";

/** A group of customers over all of its cohorts. */
export interface GroupMeans {
  name: string;
  /** Null where too few to be published. */
  customers: number | null;
  means: (CohortMean | null)[];
}

/** The groups of a dimension beside each other, the largest first, and all customers above them. */
export interface GroupsData {
  period: CohortPeriod;
  dimension: CohortDimension;
  groups: GroupMeans[];
  all: GroupMeans;
  minCell: number;
  asOf: string;
}

/** The files of the page: what its switches fetch. */
export interface CohortFiles {
  /** `GroupsData` by "month country", `TriangleData` by "month all all" and "month country GB". */
  files: Record<string, string>;
  /** Every cohort of a period as CSV, for all customers. */
  csv: Record<CohortPeriod, string>;
  /** Groups that can be chosen, by dimension, the largest first. */
  groups: Partial<Record<CohortDimension, string[]>>;
}

/** Where they lie inside the site's `data/`. */
export const folderName = "cohorts";

export const groupsKey = (period: string, dimension: string): string => `${period} ${dimension}`;
export const triangleKeyOf = (period: string, dimension: string, group: string): string =>
  `${period} ${dimension} ${group}`;
