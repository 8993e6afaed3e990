import type {Words} from "../format/lang.ts";
import type {Moment} from "../format/moment.ts";

/** One entry of the navigation: an English path such as "/cohorts" ("/" is the overview) and its name. */
export interface NavEntry {
  path: string;
  label: Words;
  /** How many things wait there. */
  count?: number;
}

/** A group of entries; without a name it stands at the top. */
export interface NavGroup {
  name?: Words;
  entries: readonly NavEntry[];
}

/** What the frame of every page says, from the build. */
export interface SiteFacts {
  product: string;
  company: Words;
  /** Instant or day as of which everything is computed. */
  asOf: Moment;
  /** ISO 4217. */
  currency: string;
  /** One sentence for search engines. */
  description: Words;
  /** When the data came in, whether they are fresh, what was rejected. */
  freshness: Words;
  /** What the published pages hold and withhold. */
  privacy: Words;
  /** Time zone, definitions, week: the foot of every page. */
  foot?: Words;
  nav: readonly NavGroup[];
  /** English paths of all pages that are built; the navigation lists no other. */
  publishedPaths: readonly string[];
}

/** Where the header, footer or head stands. */
export interface PageFacts {
  /** The path as Framework gives it: "/zh/cohorts", "/index". */
  path: string;
  /** One sentence for search engines, instead of that of the site. */
  description?: string;
}
