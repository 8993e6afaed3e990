import {
  ColumnNode,
  DummyDriver,
  Kysely,
  OperatorNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  RawNode,
  ReferenceNode,
  ValueNode,
  type AggregateFunctionNode,
  type BinaryOperationNode,
  type CastNode,
  type FunctionNode,
  type OperationNode,
  type SelectionNode
} from "kysely";
import type {SqlType} from "./columns.ts";
import {shared, spellings} from "./spellings.ts";
import {clickhouseTypes, duckdbTypes} from "./types.ts";

export type Engine = "duckdb" | "clickhouse";

const neutralTypes: Record<string, SqlType> = {"double precision": "double", "decimal(18, 4)": "money"};

/** Compiles the neutral vocabulary for one engine. Throws on a function or an operator that is not portable. */
class PortableCompiler extends PostgresQueryCompiler {
  constructor(private readonly engine: Engine) {
    super();
  }

  /** Appends a spelling: `$d` is the "distinct" of an aggregate, `$?` its filter, which otherwise follows. */
  private spell(name: string, args: readonly OperationNode[], {distinct, filter}: Partial<AggregateFunctionNode> = {}) {
    const spelling = spellings[name]?.[this.engine === "duckdb" ? 0 : 1] ?? (shared.has(name) && `${name}($d$*)$?`);
    if (!spelling) throw new Error(`unknown portable function "${name}"; add it to warehouse/spellings.ts`);
    for (const part of `${spelling}${spelling.includes("$?") ? "" : "$?"}`.split(/(\$\d|\$[*|d?])/)) {
      if (part === "$*") this.compileList(args);
      else if (part === "$|") this.compileList(args, " || ");
      else if (part === "$d") this.append(distinct ? "distinct " : "");
      else if (part === "$?") this.keepOnly(filter);
      else if (part.startsWith("$")) this.visitNode(args[Number(part[1]) - 1]!);
      else this.append(part);
    }
  }

  private keepOnly(filter: OperationNode | undefined): void {
    if (!filter) return;
    this.append(" filter(");
    this.visitNode(filter);
    this.append(")");
  }

  protected override visitFunction(node: FunctionNode): void {
    this.spell(node.func, node.arguments);
  }

  protected override visitAggregateFunction(node: AggregateFunctionNode): void {
    if (node.over) throw new Error(`a window on "${node.func}"; use running() and its like of models/sql.ts`);
    const plain = node.func.replace(/^windowed_/, "");
    this.spell(node.func in spellings ? node.func : plain, node.aggregated, node);
  }

  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    if (OperatorNode.is(node.operator) && node.operator.operator === "/") {
      throw new Error("division is not portable; use ratio() of models/sql.ts");
    }
    super.visitBinaryOperation(node);
  }

  // ClickHouse calls an unaliased "c.x" of a join "c.x", not "x".
  protected override visitSelection(node: SelectionNode): void {
    super.visitSelection(node);
    const {selection} = node;
    if (ReferenceNode.is(selection) && selection.table && ColumnNode.is(selection.column)) {
      this.append(" as ");
      this.visitNode(selection.column);
    }
  }

  protected override visitCast(node: CastNode): void {
    const {dataType} = node as {dataType: OperationNode & {dataType?: string}};
    const neutral = neutralTypes[dataType.dataType!] ?? (dataType.dataType as SqlType);
    const type = (this.engine === "duckdb" ? duckdbTypes : clickhouseTypes)[neutral];
    if (!type) throw new Error(`unknown portable type "${dataType.dataType}"; see warehouse/types.ts`);
    // ClickHouse cuts a number off where a decimal ends; one to another decimal it rounds.
    if (this.engine === "clickhouse" && neutral === "money" && !isLiteral(node.expression))
      return this.spell("round_money", [node.expression]);
    this.append("cast(");
    this.visitNode(node.expression);
    this.append(` as ${this.engine === "duckdb" ? type : `Nullable(${type})`})`);
  }

  // A model is a constant of the build: its values are literals, so that its text is its identity.
  protected override appendValue(value: unknown): void {
    if (value instanceof Date) throw new Error("invalid literal: a Date; use date() or timestamp() of models/sql.ts");
    this.appendImmediateValue(value);
  }

  // ClickHouse reads a backslash in a literal as an escape.
  protected override sanitizeStringLiteral(value: string): string {
    const quoted = super.sanitizeStringLiteral(value);
    return this.engine === "duckdb" ? quoted : quoted.replaceAll("\\", "\\\\");
  }
}

/** A constant: raw SQL that holds nothing but literals. */
const isLiteral = (node: OperationNode): boolean =>
  ValueNode.is(node) || (RawNode.is(node) && node.parameters.every(isLiteral));

/** A Kysely that only compiles: nothing it builds can be executed by it. */
export const compilerFor = (engine: Engine): Kysely<any> =>
  new Kysely<any>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PortableCompiler(engine)
    }
  });

export const duckdb = compilerFor("duckdb");
