declare module "*observablehq.config.js" {
  const options: Record<string, unknown>;
  export default options;
}

declare module "@observablehq/framework/dist/telemetry.js" {
  export const Telemetry: {record: (event: unknown) => void};
}

declare module "@observablehq/framework/dist/config.js" {
  export function normalizeConfig(spec: Record<string, unknown>, root: string): unknown;
}

declare module "@observablehq/framework/dist/build.js" {
  interface Effects {
    logger: {log: (...line: unknown[]) => void; warn: (...line: unknown[]) => void};
    output: {write: (text: string) => void};
    prepare: () => Promise<void>;
    copyFile: (source: string, path: string) => Promise<void>;
    writeFile: (path: string, contents: string | Uint8Array) => Promise<void>;
    writeBuildManifest: (manifest: unknown) => Promise<void>;
  }
  export function build(options: {config: unknown}, effects: Effects): Promise<void>;
}
