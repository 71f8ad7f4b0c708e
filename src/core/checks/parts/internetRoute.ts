import type { Route, TableNet } from '../../topology/topology.ts'

/** The widest IPv4 route of a table that leads to an internet gateway of its own VPC; null where there is none. */
export const internetRoute = ({ routes4, vpc }: TableNet): Route | null =>
  routes4.findLast(({ target }) => target.kind === 'internet-gateway' && target.vpc === vpc) ?? null
