import {folderName} from "../../pages/customers/shape.ts";

/** The address of one of the page's data files, wherever the site lies. */
export const dataFile = (file: string): string =>
  new URL(`${document.documentElement.dataset.root ?? "./"}data/${folderName}/${file}`, location.href).href;

/** A JSON file. Only the manifest keeps its name from build to build, so it is asked for anew. @throws when the server refuses */
export async function json<T>(file: string, cache?: RequestCache): Promise<T> {
  const response = await fetch(dataFile(file), {cache});
  if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
  return (await response.json()) as T;
}
