import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {UserError, messageOf} from "../../warehouse/error.ts";

/** The folder of this repository: its node_modules must be found wherever the company's project lies. */
export const home = fileURLToPath(new URL("../..", import.meta.url));

/** Where browser modules live. */
export const liveFolder = join(home, "dashboards/live");

const frame = JSON.stringify(join(liveFolder, "theme.ts"));

/** What a page runs: the buttons of the frame, and its own module. */
const entryOf = (module: string | undefined): string =>
  `import {frame} from ${frame};\nframe();\n${module ? `export {start} from "./${module}.ts";\n` : ""}`;

/**
 * Bundles the browser code of a page into one minified file in `<stage>/live/`, and what it imports lazily into chunks
 * beside it. A page without a module of its own has the frame alone.
 *
 * Returns its path in the stage. Names carry a hash of the contents, because Framework remembers modules by name.
 */
export async function bundleLive(module: string | undefined, stage: string, folder = liveFolder): Promise<string> {
  try {
    const {metafile} = await build({
      stdin: {contents: entryOf(module), resolveDir: folder, loader: "ts"},
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      minify: true,
      legalComments: "none",
      metafile: true,
      logLevel: "silent",
      absWorkingDir: home,
      nodePaths: [join(home, "node_modules")],
      outdir: join(stage, "live"),
      entryNames: `${module ?? "frame"}-[hash]`,
      chunkNames: "[name]-[hash]"
    });
    const [file] = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint)!;
    return `live/${basename(file)}`;
  } catch (error) {
    throw new UserError(`build: browser module ${module ?? "frame"}: ${messageOf(error)}`, {cause: error});
  }
}
