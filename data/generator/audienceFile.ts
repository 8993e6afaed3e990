import {group} from "d3";
import {mkdtempSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {AUDIENCE_HEADERS, audienceRow} from "./audienceRows.ts";
import {type CsvFile, openCsv} from "./csvFile.ts";
import type {Setting, Subject} from "./subject.ts";
import {packZip} from "./zipFile.ts";

const lists = Object.keys(AUDIENCE_HEADERS) as (keyof typeof AUDIENCE_HEADERS)[];

/** People by Mailchimp's three files. */
export type AudienceTruth = Record<(typeof lists)[number], number>;

/** The export of a Mailchimp audience: an archive of its three files. */
export async function openAudience({out, placed}: Setting): Promise<Subject & {truth: AudienceTruth}> {
  const archive = "mail/audience.zip";
  const folder = mkdtempSync(join(tmpdir(), "audience-"));
  const truth: AudienceTruth = {subscribed: 0, unsubscribed: 0, cleaned: 0};
  const members = lists.map((list) => ({list, name: `${list}_members_export_hv.csv`}));
  const files = new Map<string, CsvFile>();
  for (const {list, name} of members) {
    const path = join(folder, name);
    files.set(list, await openCsv(out, `${archive}/${name}`, AUDIENCE_HEADERS[list], {placed, path}));
  }
  return {
    truth,
    write: async ({accounts}) => {
      const known = accounts.filter(({marketing}) => marketing.list !== null);
      for (const [list, people] of group(known, ({marketing}) => marketing.list!)) {
        truth[list] += people.length;
        await files.get(list)!.write(people.map((account) => [audienceRow(account)]));
      }
    },
    close: async () => {
      let rows = 0;
      for (const file of files.values()) rows += (await file.close()).rows;
      const path = join(out, archive);
      await packZip(
        path,
        members.map(({name}) => ({name, path: join(folder, name)}))
      );
      rmSync(folder, {recursive: true});
      return [{file: archive, rows, bytes: statSync(path).size}];
    }
  };
}
