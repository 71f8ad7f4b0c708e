import { type Design, FORMAT, parseDesignValue, VERSION } from '../../../src/core/model/index.ts'
import { S3_LIST } from '../plan/planInternet.ts'
import { createDice } from './dice.ts'
import { drawClients, drawEndpoints } from './drawClients.ts'
import { drawFilters } from './drawFilters.ts'
import type { Drawing, DrawnVpc } from './drawing.ts'
import { drawJoins } from './drawJoins.ts'
import { drawTables } from './drawTables.ts'

/** A network that AWS would take, with every address written out, from a seed. */
export function drawDesign(seed: number): Design {
  const dice = createDice(seed)
  const drawing: Drawing = { dice, constructs: [], vpcs: [], joins: [], strict: dice.pick([0.02, 0.1, 0.25, 0.5]) }
  const { constructs } = drawing
  constructs.push(
    { kind: 'account', id: 'acct', accountId: '111122223333' },
    { kind: 'region', id: 'use1', code: 'us-east-1' },
    { kind: 'prefix-list', id: 'pl-s3', region: 'use1', listName: S3_LIST, entries: entries(['52.216.0.0/15']) },
    {
      kind: 'prefix-list',
      id: 'pl-own',
      region: 'use1',
      listName: 'own',
      entries: entries(['203.0.113.0/24', '10.0.1.0/24', '10.1.2.0/24']),
    },
    {
      kind: 'internet-host',
      id: 'host',
      addresses: ['203.0.113.9'],
      hostNames: ['host.example.com'],
      listens: dice.chance(0.5) ? null : [{ protocol: 'tcp', port: 443 }],
    },
    {
      kind: 'internet-host',
      id: 'six',
      addresses: ['2001:db8:f::9'],
      listens: dice.chance(0.5) ? null : [{ protocol: 'tcp', port: 443 }],
    },
  )
  // two VPCs may have the same block as long as nothing joins them
  const nets = dice.chance(0.1) ? ['10.0', '10.0'] : ['10.0', '10.1', '10.2'].slice(0, dice.pick([1, 2, 3, 3, 3]))
  for (const [i, net] of nets.entries()) drawing.vpcs.push(drawVpc(drawing, 'abc'[i]!, net))
  if (new Set(nets).size === nets.length) drawJoins(drawing)
  for (const vpc of drawing.vpcs) {
    drawTables(drawing, vpc)
    drawFilters(drawing, vpc)
    drawClients(drawing, vpc)
    drawEndpoints(drawing, vpc)
  }
  const result = parseDesignValue({
    format: FORMAT,
    version: VERSION,
    title: `Seed ${seed}`,
    constructs: constructs.map((one) => ({ name: one.id, ...one })),
  })
  if (!result.ok) throw new Error(`seed ${seed}: ${JSON.stringify(result.problems)}`)
  return result.design
}

const entries = (cidrs: readonly string[]) => cidrs.map((cidr) => ({ cidr }))

function drawVpc({ dice, constructs, strict }: Drawing, v: string, net: string): DrawnVpc {
  const id = `vpc-${v}`
  const second = dice.chance(0.3) && v !== 'c' ? `100.6${v === 'a' ? 4 : 5}.4` : null
  // mostly all of them, so that they meet
  const six = dice.chance(0.7) ? `2600:1f1${'abc'.indexOf(v)}:0` : null
  const blocks = [`${net}.1.0/24`, `${net}.2.0/24`, `${net}.3.0/24`, second ? `${second}.0/24` : `${net}.4.0/24`]
  const subnets = blocks.slice(0, dice.pick([2, 3, 4])).map((cidr, i) => ({
    ...{ id: `subnet-${v}${i}`, cidr, zone: `zone-${v}${i % 2}` },
    ipv6Cidr: six !== null && dice.chance(0.9) ? `${six}:${i + 1}::/64` : null,
  }))
  const vpc: DrawnVpc = {
    ...{ v, id, net, subnets },
    cidrs: [`${net}.0.0/16`, ...(second ? [`${second}.0/22`] : [])],
    ipv6Cidrs: six === null ? [] : [`${six}:0::/56`],
    gateway: dice.chance(0.85) ? `igw-${v}` : null,
    nats: dice.chance(0.7) ? [`nat-${v}`] : [],
    groups: [0, 1, 2].map((i) => `sg-${v}${i}`),
    tables: [0, 1, 2].map((i) => `rtb-${v}${i}`),
  }
  constructs.push(
    {
      ...{ kind: 'vpc', id, region: 'use1', account: 'acct', cidrs: vpc.cidrs, ipv6Cidrs: vpc.ipv6Cidrs },
      dnsSupport: dice.chance(0.9),
      dnsHostnames: dice.chance(0.8),
      dhcpDnsServers: dice.chance(0.1) ? ['8.8.8.8'] : ['AmazonProvidedDNS'],
      mainRouteTable: dice.chance(0.6) ? `rtb-${v}0` : null,
      defaultSecurityGroup: dice.chance(0.3) ? `sg-${v}0` : null,
      defaultNetworkAcl: dice.chance(strict / 2) ? `acl-${v}0` : null,
    },
    { kind: 'availability-zone', id: `zone-${v}0`, vpc: id, zoneName: 'us-east-1a' },
    { kind: 'availability-zone', id: `zone-${v}1`, vpc: id, zoneName: 'us-east-1b' },
  )
  if (vpc.gateway) constructs.push({ kind: 'internet-gateway', id: vpc.gateway, vpc: id })
  for (const subnet of subnets)
    constructs.push({
      ...{ kind: 'subnet', ...subnet },
      routeTable: dice.chance(strict) ? null : dice.pick(vpc.tables),
      networkAcl: dice.chance(strict) ? dice.pick([`acl-${v}0`, `acl-${v}1`]) : null,
    })
  return vpc
}
