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
