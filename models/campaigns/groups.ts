/** What members of a campaign are grouped by; tenth: by spend before, the highest first. */
export const campaignDimensions = ["all", "version", "recency", "frequency", "segment", "tenth"] as const;
export type CampaignDimension = (typeof campaignDimensions)[number];

/** Those in which an effect may differ, all of them known before anybody was reached. */
export const segmentDimensions = ["recency", "frequency", "segment"] as const;
export type SegmentDimension = (typeof segmentDimensions)[number];
