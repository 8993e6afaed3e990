import {preset, type Preset} from "./preset.ts";

const inLink = (pattern: string) => `nullif(url_decode(regexp_extract("Review Link", '${pattern}', 1)), '')`;

const keys = [
  inLink("[?&]reviewId=([^&#]+)"),
  inLink("#ReviewPlace:id=([^&]+)"),
  `'rating:' || md5(concat_ws('|', "Package Name", "Device", "Review Submit Millis Since Epoch"))`
];

/**
 * The ratings and reviews that were given or changed in a month, one row each. A review that is changed later comes again with its own
 * key and replaces the former one; its time is that of the last change. A rating without a text has no link: its key is made of the app,
 * the device and the millisecond in which it was first given. The developer's reply is no word of a customer and is left out.
 */
const reviews = preset({
  name: "google-play-reviews",
  system: "Google Play",
  export: "Play Console > Download reports > Reviews (reviews_<package>_YYYYMM.csv)",
  evidence: "seen",
  columns: {
    "Package Name": [],
    "App Version Code": [],
    "App Version Name": [],
    "Reviewer Language": [],
    Device: ["Reviewer Hardware Model"],
    "Review Submit Date and Time": [],
    "Review Submit Millis Since Epoch": [],
    "Review Last Update Date and Time": [],
    "Review Last Update Millis Since Epoch": [],
    "Star Rating": [],
    "Review Title": [],
    "Review Text": [],
    "Developer Reply Date and Time": [],
    "Developer Reply Millis Since Epoch": [],
    "Developer Reply Text": [],
    "Review Link": []
  },
  needs: ["Package Name", "Review Submit Date and Time", "Star Rating", "Review Link"],
  zone: "UTC",
  parts: {
    feedback: {
      kind: "feedback",
      map: {
        answered_at: ["Review Last Update Date and Time", "Review Submit Date and Time"],
        score: "Star Rating",
        answer_language: "Reviewer Language"
      },
      fixed: {instrument: "rating"},
      derive: {
        response_id: `coalesce(${keys.join(", ")})`,
        survey: `'Google Play: ' || "Package Name"`,
        comment: `nullif(concat_ws(chr(10), "Review Title", "Review Text"), '')`
      }
    }
  }
});

export const googlePlay: Preset[] = [reviews];
