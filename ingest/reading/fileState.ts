import {statSync} from "node:fs";

/** What changes when a file is written to: size, time and inode; "gone" where it is not there. */
export function fileState(path: string): string {
  try {
    const {size, mtimeNs, ino} = statSync(path, {bigint: true});
    return [size, mtimeNs, ino].join(" ");
  } catch {
    return "gone";
  }
}
