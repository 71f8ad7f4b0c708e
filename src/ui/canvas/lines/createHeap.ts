/** Gives back what costs least first. */
export function createHeap<T>(costOf: (item: T) => number) {
  const items: { readonly item: T; readonly cost: number }[] = []
  const swap = (a: number, b: number) => {
    const kept = items[a]!
    items[a] = items[b]!
    items[b] = kept
  }
  const isLess = (a: number, b: number) => b < items.length && items[b]!.cost < items[a]!.cost
  return {
    add(item: T): void {
      let at = items.push({ item, cost: costOf(item) }) - 1
      for (let up = (at - 1) >> 1; at > 0 && isLess(up, at); at = up, up = (at - 1) >> 1) swap(at, up)
    },
    take(): T | null {
      const first = items[0]
      const last = items.pop()
      if (!first || !last) return null
      if (items.length > 0) {
        items[0] = last
        for (let at = 0; ; ) {
          const left = at * 2 + 1
          const least = isLess(left, left + 1) ? left + 1 : left
          if (!isLess(at, least)) break
          swap(at, least)
          at = least
        }
      }
      return first.item
    },
  }
}
