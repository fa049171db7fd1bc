export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** Groups of nodes that reach each other, each as `a ↔ b ↔ c`. */
export function circles(graph: Graph): string[] {
  const reachable = new Map([...graph.keys()].map((node) => [node, reach(graph, node)]))
  const groups = [...graph.keys()].map((node) =>
    [...graph.keys()].filter((other) => reachable.get(node)?.has(other) && reachable.get(other)?.has(node)),
  )
  const named = groups.filter((group) => group.length > 1).map((group) => group.sort().join(' ↔ '))
  return [...new Set(named)].sort()
}

function reach(graph: Graph, start: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...(graph.get(start) ?? [])]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    open.push(...(graph.get(node) ?? []))
  }
  return seen
}
