/** What a node plays besides a sound server; patterns are sources of regular expressions that hold for a statement's text. */
export interface NodeOptions {
  /** Where the node keeps its data; a folder of its own, which goes with it, when absent. */
  folder?: string;
  /** 0, or absent, for any that is free. */
  port?: number;
  /** Without a password everybody is let in. */
  user?: string;
  password?: string;
  /** What `version()` says, e.g. "24.3.1.1"; the engine's own when absent. */
  version?: string;
  /** Statements for which the user has no right. */
  refuses?: string;
  /** Statements that run out of memory when half of the answer is sent; before its first byte where the client asks to wait for the end. */
  breaks?: string;
  /** Statements at which the process is gone, before it runs them. */
  dies?: string;
}

/** What the process of a node tells: where it listens, once, and then each statement that reached it. */
export type Told = {port: number} | {statement: string};
