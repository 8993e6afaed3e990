import {UserError} from "../error.ts";

/** Where a ClickHouse is: the HTTP addresses of its nodes, who asks, and the database that others read. */
export interface ClickHouseAddress {
  nodes: readonly string[];
  user: string;
  password: string;
  database: string;
  stage?: Stage;
}

/** A folder in which files wait for the nodes, and the address under which these read it. */
export interface Stage {
  folder: string;
  address: string;
}

const usual = {clickhouse: {protocol: "http", port: "8123"}, clickhouses: {protocol: "https", port: "8443"}} as const;
/** Names the password, which has no place in a file that is shared. */
export const passwordName = "PERENNIAL_CLICKHOUSE_PASSWORD";

export const isClickHouse = (warehouse: string): boolean => /^clickhouses?:/i.test(warehouse);

/**
 * Reads `clickhouse://user@host:8123,host:8123/database`; `clickhouses://` is encrypted, ports are 8123 and 8443 where none is given, the
 * user is "default", the database "perennial". Throws a UserError at anything else.
 */
export function clickhouseAddress(text: string, env: NodeJS.ProcessEnv = process.env): ClickHouseAddress {
  const [, scheme, user, password, hosts, database] =
    /^(clickhouses?):\/\/(?:([^:@/]+)(?::([^@/]*))?@)?([^@/]+)(?:\/([^/]*))?$/i.exec(text) ?? [];
  if (!scheme || !hosts)
    throw wrong(
      "is no address; write e.g. clickhouse://perennial@node1:8123,node2:8123/perennial, and a password with / or @ into " +
        passwordName
    );
  if (database !== undefined && database !== "" && !/^[a-z][a-z0-9_]*$/.test(database))
    throw wrong(`names the database "${database}"; use lower case letters, digits and _`);
  if (database && /^(default|system|information_schema)$/.test(database))
    throw wrong(`names the database "${database}", which is the server's own; take another name`);
  if (database && /_(store|whole|part|next|v\d+)$/.test(database))
    throw wrong(`names the database "${database}", as those are called that belong to another; take another name`);
  const {protocol, port} = usual[scheme.toLowerCase() as keyof typeof usual];
  const nodes = hosts.split(",").map((host) => {
    if (!/^(\[[0-9a-f:]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host)) throw wrong(`names the host "${host}"; write host:port`);
    if (Number(/:(\d+)$/.exec(host)?.[1] ?? 0) > 65_535) throw wrong(`names the port of "${host}"; ports end at 65535`);
    return `${protocol}://${/:\d+$/.test(host) ? host : `${host}:${port}`}`;
  });
  if (new Set(nodes).size < nodes.length) throw wrong("names a host twice");
  return {
    nodes,
    user: plain(user ?? "default"),
    password: password === undefined ? (env[passwordName] ?? "") : plain(password),
    database: database || "perennial"
  };
}

const wrong = (what: string): UserError => new UserError(`config: warehouse: the address of ClickHouse ${what}`);

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong(`has a % that is no escape in its user or password; write %25, or set ${passwordName}`);
  }
}
