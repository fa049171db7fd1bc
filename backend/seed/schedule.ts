/** What is due later, the earliest first: a binary heap. */
export interface Schedule<Item extends { readonly due: number }> {
  add(item: Item): void
  /** The earliest item that is due by then, taken out. */
  takeDue(moment: number): Item | undefined
}

export function createSchedule<Item extends { readonly due: number }>(): Schedule<Item> {
  const heap: Item[] = []
  return {
    add(item) {
      let at = heap.push(item) - 1
      while (at > 0) {
        const parent = (at - 1) >> 1
        if (heap[parent]!.due <= item.due) break
        heap[at] = heap[parent]!
        at = parent
      }
      heap[at] = item
    },
    takeDue(moment) {
      const first = heap[0]
      if (first === undefined || first.due > moment) return undefined
      const last = heap.pop()!
      if (heap.length > 0) sink(heap, last)
      return first
    },
  }
}

/** Puts the item where the first was, and the smaller child up until order is restored. */
function sink<Item extends { readonly due: number }>(heap: Item[], item: Item): void {
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    if (left >= heap.length) break
    const right = left + 1
    const child = right < heap.length && heap[right]!.due < heap[left]!.due ? right : left
    if (heap[child]!.due >= item.due) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = item
}
