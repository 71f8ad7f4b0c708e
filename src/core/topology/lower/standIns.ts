import type { AclNet, TopologyGap } from '../topology.ts'
import type { GroupBuild, SubnetBuild, TableBuild, VpcBuild } from './building.ts'
import { createDefaultAcl, unknownEntries } from './lowerFilters.ts'

/** A VPC or on-premises network without anything in it, for the caller to fill. */
export const createNetwork = (id: string, site: VpcBuild['site'], regionCode: string, accountId: string): VpcBuild => ({
  id,
  site,
  regionCode,
  accountId,
  blocks: [],
  dnsSupport: true,
  dnsHostnames: true,
  dnsServers: null,
  dnsGap: null,
  asksAmazonLast: false,
  primary: null,
  eniAt: new Map(),
  eniAt6: new Map(),
  enis: [],
  gateways: [],
  edges: new Map(),
  peerings: [],
  attachments: [],
  only: null,
  endpoints: [],
  tables: [],
  groups: [],
  acls: [],
  defaultGroup: null,
  unread: [],
})

/** A group without rules, for the caller to fill. */
export const createGroup = (vpc: VpcBuild): GroupBuild => ({
  id: null,
  vpc,
  ingress: [],
  egress: [],
  members: new Set(),
  unread: [],
  gap: null,
})

/** A table without routes, for the caller to fill. */
export const createTable = (vpc: VpcBuild): TableBuild => ({
  id: null,
  vpc,
  main: false,
  routes4: [],
  routes6: [],
  index4: null,
  unread: [],
})

/** A place that lies in no subnet of anybody's, which nothing filters. */
export const createPlace = (vpc: VpcBuild, id: string, table: TableBuild, zoneName = ''): SubnetBuild => ({
  id,
  vpc,
  virtual: true,
  publicAccess: null,
  zone: id,
  zoneName,
  zoneId: null,
  block: null,
  block6: null,
  table,
  acl: createDefaultAcl(vpc) as AclNet,
})

/** A group that is named and not there: what it may allow is not known. */
export function createMissingGroup(vpc: VpcBuild, id: string, gap: TopologyGap): GroupBuild {
  return { ...createGroup(vpc), id, unread: unknownEntries(gap, true), gap }
}
