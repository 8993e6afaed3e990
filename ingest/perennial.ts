import type {ConfigInput} from "./config.ts";

/** What a `perennial.config.ts` imports from "perennial": its type, for completion in the editor. Nothing else is read for it. */
export const defineConfig = (config: ConfigInput): ConfigInput => config;
