/** The folder of the files of voice of customer inside the site's `data/`. */
export const folderName = "voice";

/** The file of the newest texts, in that folder. */
export const textsFile = "texts.json";
