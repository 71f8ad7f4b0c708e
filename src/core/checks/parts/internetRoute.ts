import type { Route, TableNet } from '../../topology/topology.ts'
import { byFamily, type Family } from './byFamily.ts'

/** The widest route of a family that leads from a table to an internet gateway of its own VPC; null where there is none. */
export const internetRoute = (table: TableNet, family: Family = 4): Route | null =>
  byFamily
    .routes(table, family)
    .findLast(({ target }) => target.kind === 'internet-gateway' && target.vpc === table.vpc) ?? null
