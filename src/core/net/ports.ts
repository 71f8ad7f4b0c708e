/** Ports from `from` to `to`, both included, 0 to 65535. */
export interface PortRange {
  readonly from: number
  readonly to: number
}

export const ALL_PORTS: PortRange = { from: 0, to: 65535 }

/** Whether this is a whole number from 0 to 65535. */
export const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port <= 65535

/** Whether all of `inner` lies in `outer`. */
export const coversPorts = (outer: PortRange, inner: PortRange): boolean =>
  outer.from <= inner.from && outer.to >= inner.to

/** `443` or `1024-65535` */
export const formatPorts = (range: PortRange): string =>
  range.from === range.to ? `${range.from}` : `${range.from}-${range.to}`

/** Single ports as ranges, in order and in as few as it takes. */
export function runsOf(ports: readonly number[]): readonly PortRange[] {
  const runs: { from: number; to: number }[] = []
  for (const port of [...new Set(ports)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.to === port - 1) last.to = port
    else runs.push({ from: port, to: port })
  }
  return runs
}

/** How many ports the ranges hold; they do not overlap. */
export const countPorts = (ranges: readonly PortRange[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0)

/** The ports that both hold. */
export const commonPorts = (some: readonly PortRange[], others: readonly PortRange[]): readonly PortRange[] =>
  some.flatMap((one) =>
    others.flatMap((other) => {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)]
      return from <= to ? [{ from, to }] : []
    }),
  )

/** What is left of a range without some parts of it, which do not overlap: in order, and in as few pieces as it takes. */
export function withoutPorts({ from, to }: PortRange, parts: readonly PortRange[]): readonly PortRange[] {
  const left: PortRange[] = []
  let next = from
  for (const part of [...parts].sort((a, b) => a.from - b.from)) {
    if (part.from > next) left.push({ from: next, to: part.from - 1 })
    next = part.to + 1
  }
  return next <= to ? [...left, { from: next, to }] : left
}
