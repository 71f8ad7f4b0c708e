import type { World } from '../plan/readDesign.ts'

/** Ports of which each is given out once: by it a try is known wherever it is seen. */
export interface PortPool {
  /** One port of each class between `first` and `last` that the network ACLs may treat differently, each odd (1) or even (0): by that transit gateways tell flows apart. */
  readonly oneOfEach: (first: number, last: number, flow: number) => readonly number[]
}

export function createPortPool(world: World): PortPool {
  const edges = world
    .all('network-acl')
    .flatMap((acl) => [...acl.ingress, ...acl.egress].flatMap(({ ports }) => (ports ? [ports.from, ports.to + 1] : [])))
  const starts = [...new Set([1024, 32768, 49152, 61001, 65536, ...edges])].filter(
    (port) => port >= 1024 && port <= 65536,
  )
  starts.sort((a, b) => a - b)
  const classes = starts.slice(0, -1).map((from, i) => ({ from, to: starts[i + 1]! - 1, next: from }))
  return {
    oneOfEach: (first, last, flow) =>
      classes
        .filter(({ from, to }) => from >= first && to <= last)
        .map((one) => {
          if (one.next % 2 !== flow) one.next++
          if (one.next > one.to) throw new Error(`the ports ${one.from} to ${one.to} are used up`)
          return one.next++
        }),
  }
}
