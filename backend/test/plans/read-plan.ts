/** A node of EXPLAIN's JSON (manual, EXPLAIN), as far as it is looked at here. */
export interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Shared Hit Blocks'?: number
  readonly 'Shared Read Blocks'?: number
  readonly Plans?: readonly PlanNode[]
}

/** What a statement touched. */
export interface Touched {
  /** Rows that scans looked at, whether they were kept or not. */
  readonly rows: number
  readonly blocks: number
  readonly indexes: ReadonlySet<string>
  /** Tables that were read from end to end. */
  readonly wholeTables: ReadonlySet<string>
}

export interface Explained extends Touched {
  readonly sql: string
}

export function readPlan(root: PlanNode): Touched {
  const nodes = [...walk(root)]
  const scans = nodes.filter((node) => node['Node Type'].includes('Scan'))
  return {
    rows: scans.reduce((sum, node) => sum + rowsOf(node), 0),
    blocks: (root['Shared Hit Blocks'] ?? 0) + (root['Shared Read Blocks'] ?? 0),
    indexes: new Set(nodes.flatMap((node) => node['Index Name'] ?? [])),
    wholeTables: new Set(
      nodes.flatMap((node) =>
        node['Node Type'] === 'Seq Scan' && node['Actual Loops'] ? (node['Relation Name'] ?? []) : [],
      ),
    ),
  }
}

function* walk(node: PlanNode): Iterable<PlanNode> {
  yield node
  for (const child of node.Plans ?? []) yield* walk(child)
}

function rowsOf(node: PlanNode): number {
  const each =
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)
  return each * (node['Actual Loops'] ?? 0)
}

export function together(statements: readonly Touched[]): Touched {
  return {
    rows: statements.reduce((sum, { rows }) => sum + rows, 0),
    blocks: statements.reduce((sum, { blocks }) => sum + blocks, 0),
    indexes: new Set(statements.flatMap(({ indexes }) => [...indexes])),
    wholeTables: new Set(statements.flatMap(({ wholeTables }) => [...wholeTables])),
  }
}
