import type { Design } from '../../model/design.ts'
import { parseDesignValue } from '../../model/parse/parseDesign.ts'
import { createDice, createRandom, type Dice } from './createDice.ts'
import { drawTransit } from './drawTransit.ts'

type Drawn = { readonly kind: string; readonly id: string } & Readonly<Record<string, unknown>>

const S3_LIST = 'com.amazonaws.us-east-1.s3'
/** Blocks that cut S3's ranges, the VPCs', the hosts' and nothing at all. */
const FAR_BLOCKS = ['0.0.0.0/0', '52.216.0.0/16', '52.217.4.0/24', '198.51.100.0/24', '203.0.113.0/24', '8.0.0.0/7']
const PORTS = [
  [443, 443],
  [80, 443],
  [22, 22],
  [53, 53],
  [1024, 65535],
  [32768, 61000],
  [40000, 65535],
  [0, 40000],
  [50_000, 50_000],
  [33_000, 33_100],
] as const

/** A small design that AWS would take, of everything that verdicts can hang on, with every address written out. */
export function drawDesign(seed: number): Design {
  const dice = createDice(createRandom(seed))
  const constructs: Drawn[] = [
    { kind: 'account', id: 'acct', accountId: '111122223333', outboundPort25: dice.pick(['restricted', 'allowed']) },
    { kind: 'region', id: 'use1', code: 'us-east-1' },
    { kind: 'prefix-list', id: 'pl-s3', region: 'use1', listName: S3_LIST, entries: entries(['52.216.0.0/15']) },
    {
      kind: 'prefix-list',
      id: 'pl-own',
      region: 'use1',
      listName: 'own',
      entries: entries(['203.0.113.0/24', '10.0.1.0/24', '2001:db8:f::/48']),
    },
    {
      kind: 'internet-host',
      id: 'host',
      addresses: dice.chance(0.4) ? ['203.0.113.9', '2001:db8:f::9'] : ['203.0.113.9'],
      hostNames: ['host.example.com'],
      listens: dice.chance(0.5) ? null : [{ protocol: 'tcp', port: 443 }],
    },
  ]
  drawVpc(dice, constructs, 'a', '10.0')
  if (dice.chance(0.5)) drawVpc(dice, constructs, 'b', dice.pick(['10.0', '10.1', '10.1']))
  if (dice.chance(0.5)) constructs.push({ kind: 'elastic-ip', id: 'eip', region: 'use1', publicIp: '52.95.7.7' })
  // dice of its own: the rest of a seed's design does not hang on what is drawn there
  drawTransit(createDice(createRandom(seed + 3_000_000)), constructs)
  const value = {
    format: 'hopwise-design',
    version: 1,
    title: `Seed ${seed}`,
    constructs: constructs.map((one) => ({ name: one.id, ...one })),
  }
  const result = parseDesignValue(value)
  if (!result.ok) throw new Error(`seed ${seed}: ${JSON.stringify(result.problems)}`)
  return result.design
}

const entries = (cidrs: readonly string[]) => cidrs.map((cidr) => ({ cidr }))

interface VpcNames {
  readonly v: string
  readonly net: string
  readonly six: string
  readonly subnets: readonly { readonly id: string; readonly cidr: string; readonly zone: string }[]
  readonly gateway: string | null
  readonly groups: readonly string[]
}

function drawVpc(dice: Dice, constructs: Drawn[], v: string, net: string): void {
  const six = `2001:db8:${v}`
  const secondary = dice.chance(0.4)
  const cidrs = [`${net}.1.0/24`, `${net}.2.0/24`, `${net}.3.0/24`, secondary ? '100.64.4.0/24' : `${net}.4.0/24`]
  const subnets = cidrs
    .slice(0, dice.pick([2, 3, 4]))
    .map((cidr, i) => ({ id: `subnet-${v}${i}`, cidr, zone: `zone-${v}${i % 2}` }))
  const names: VpcNames = {
    v,
    net,
    six,
    subnets,
    gateway: dice.chance(0.85) ? `igw-${v}` : null,
    groups: [`sg-${v}0`, `sg-${v}1`, `sg-${v}2`],
  }
  const custom = dice.chance(0.1)
  constructs.push(
    {
      kind: 'vpc',
      id: `vpc-${v}`,
      region: 'use1',
      account: 'acct',
      cidrs: secondary ? [`${net}.0.0/16`, '100.64.4.0/22'] : [`${net}.0.0/16`],
      ipv6Cidrs: [`${six}::/56`],
      dnsSupport: dice.chance(0.9),
      dnsHostnames: dice.chance(0.8),
      dhcpDnsServers: custom ? [dice.pick(['8.8.8.8', `${net}.1.20`])] : ['AmazonProvidedDNS'],
      mainRouteTable: dice.chance(0.5) ? `rtb-${v}0` : null,
      defaultSecurityGroup: dice.chance(0.3) ? `sg-${v}0` : null,
      defaultNetworkAcl: dice.chance(0.3) ? `acl-${v}0` : null,
    },
    { kind: 'availability-zone', id: `zone-${v}0`, vpc: `vpc-${v}`, zoneName: 'us-east-1a' },
    { kind: 'availability-zone', id: `zone-${v}1`, vpc: `vpc-${v}`, zoneName: 'us-east-1b' },
  )
  if (names.gateway) constructs.push({ kind: 'internet-gateway', id: names.gateway, vpc: `vpc-${v}` })
  drawTables(dice, constructs, names)
  for (const [i, { id, cidr, zone }] of subnets.entries())
    constructs.push({
      kind: 'subnet',
      id,
      zone,
      cidr,
      ipv6Cidr: `${six}:${i}::/64`,
      routeTable: dice.pick([null, `rtb-${v}0`, `rtb-${v}1`, `rtb-${v}2`]),
      networkAcl: dice.pick([null, null, `acl-${v}0`, `acl-${v}1`]),
    })
  drawFilters(dice, constructs, names)
  drawClients(dice, constructs, names)
  drawEndpoints(dice, constructs, names)
}

function drawTables(dice: Dice, constructs: Drawn[], { v, subnets, gateway }: VpcNames): void {
  const nats = dice.chance(0.8) ? [`nat-${v}`] : []
  for (const id of nats)
    constructs.push({
      kind: 'nat-gateway',
      id,
      subnet: subnets[0]!.id,
      privateIp: at(subnets[0]!.cidr, 99),
      publicIp: v === 'a' ? '198.51.100.99' : '198.51.100.199',
    })
  const ways = [...(gateway ? [gateway, gateway] : []), ...nats, 'blackhole']
  for (let i = 0; i < 3; i++) {
    const routes = new Map<string, object>()
    for (const cidr of ['0.0.0.0/0', ...dice.some(FAR_BLOCKS, 3)])
      if (dice.chance(0.8)) routes.set(cidr, { destination: { cidr }, target: dice.pick(ways) })
    if (gateway && dice.chance(0.6)) routes.set('::/0', { destination: { cidr: '::/0' }, target: gateway })
    if (dice.chance(0.15)) routes.set('pl', { destination: { prefixList: S3_LIST }, target: dice.pick(ways) })
    if (nats.length > 0 && dice.chance(0.1)) {
      const { cidr } = dice.pick(subnets)
      routes.set(cidr, { destination: { cidr }, target: nats[0] })
    }
    constructs.push({ kind: 'route-table', id: `rtb-${v}${i}`, vpc: `vpc-${v}`, routes: [...routes.values()] })
  }
  const listed = constructs.filter((one) => one.kind === 'route-table' && JSON.stringify(one.routes).includes(S3_LIST))
  const free = [0, 1, 2].map((i) => `rtb-${v}${i}`).filter((id) => !listed.some((one) => one.id === id))
  if (dice.chance(0.6))
    constructs.push({
      kind: 'gateway-endpoint',
      id: `s3-${v}`,
      vpc: `vpc-${v}`,
      service: S3_LIST,
      routeTables: [...new Set(dice.some(free.length > 0 ? free : [], 2))].filter((id) => id !== undefined),
    })
}

function drawFilters(dice: Dice, constructs: Drawn[], { v, net, six, groups }: VpcNames): void {
  const near = [`${net}.0.0/16`, `${net}.1.0/24`, `${net}.2.0/24`, '100.64.0.0/10', `${six}::/56`, `${six}:1::/64`]
  const blocks = [...FAR_BLOCKS, ...FAR_BLOCKS.slice(0, 1), ...near, '::/0', '::/0']
  const traffic = (cidr: string) => {
    const protocol = dice.pick(['tcp', 'tcp', 'tcp', 'all', 'udp', cidr.includes(':') ? 'icmpv6' : 'icmp'])
    const [from, to] = dice.pick(PORTS)
    const types = cidr.includes(':') ? [128, 129] : [8, 0]
    return {
      protocol,
      ports: protocol === 'tcp' || protocol === 'udp' ? (dice.chance(0.2) ? null : { from, to }) : null,
      icmp: protocol.startsWith('icmp') && dice.chance(0.6) ? { type: dice.pick(types), code: -1 } : null,
    }
  }
  const rule = () => {
    const cidr = dice.pick(blocks)
    const peer = dice.pick([
      { cidr },
      { cidr },
      { securityGroup: dice.pick(groups) },
      { prefixList: dice.pick(['pl-own', S3_LIST]) },
    ])
    return { ...traffic(cidr), peer }
  }
  const open = { protocol: 'all', ports: null, icmp: null }
  const world = ['0.0.0.0/0', '::/0'].map((cidr) => ({ ...open, peer: { cidr } }))
  for (const id of groups)
    constructs.push({
      kind: 'security-group',
      id,
      vpc: `vpc-${v}`,
      ingress: dice.chance(0.5) ? world : Array.from({ length: dice.pick([0, 1, 2, 3]) }, rule),
      egress: dice.chance(0.7) ? world : Array.from({ length: dice.pick([0, 1, 2, 3]) }, rule),
    })
  for (let i = 0; i < 2; i++) {
    const list = () =>
      Array.from({ length: dice.pick([1, 2, 3, 5]) }, (_, n) => {
        const cidr = dice.pick([...blocks, '0.0.0.0/0', '0.0.0.0/0', '0.0.0.0/0'])
        const shape = dice.chance(0.4) ? open : traffic(cidr)
        return { number: 100 + n * 10, action: dice.chance(0.8) ? 'allow' : 'deny', ...shape, cidr }
      }).sort(() => (dice.chance(0.5) ? 1 : -1))
    constructs.push({ kind: 'network-acl', id: `acl-${v}${i}`, vpc: `vpc-${v}`, ingress: list(), egress: list() })
  }
}

function drawClients(dice: Dice, constructs: Drawn[], { v, subnets, groups, six }: VpcNames): void {
  for (let i = 0; i < 5; i++) {
    const runtime = dice.pick(['ec2', 'ec2', 'ec2', 'lambda'])
    const places = i === 0 ? [subnets[0]!] : [...new Set([dice.pick(subnets), ...dice.some(subnets, 1)])]
    constructs.push({
      kind: 'client',
      id: `client-${v}${i}`,
      runtime: i === 0 ? 'ec2' : runtime,
      operatingSystem: dice.pick(['linux', 'windows']),
      policyRouting: dice.pick(['unknown', 'yes', 'no']),
      interfaces: places.map(({ id, cidr }, n) => ({
        subnet: id,
        privateIp: at(cidr, 20 + i * 4 + n),
        ipv6: dice.chance(0.4) ? `${six}:${subnets.findIndex((one) => one.id === id)}::${20 + i * 4 + n}` : null,
        publicIp: dice.chance(0.5) ? `198.51.100.${(v === 'a' ? 10 : 110) + i * 4 + n}` : 'none',
        sourceDestCheck: dice.chance(0.9),
        securityGroups: dice.some(groups, 2).filter((id, k, all) => all.indexOf(id) === k),
      })),
      listens: dice.chance(0.6)
        ? null
        : dice.some([443, 22, 53], 2).map((port) => ({ protocol: dice.pick(['tcp', 'udp']), port })),
    })
  }
}

function drawEndpoints(dice: Dice, constructs: Drawn[], { v, subnets, groups }: VpcNames): void {
  if (dice.chance(0.3)) return
  const zones = new Map(subnets.map((one) => [one.zone, one]))
  const places = [...zones.values()].filter(() => dice.chance(0.8))
  constructs.push({
    kind: 'interface-endpoint',
    id: `vpce-${v}`,
    vpc: `vpc-${v}`,
    service: 'com.amazonaws.us-east-1.kinesis-streams',
    subnets: places.map(({ id, cidr }) => ({ subnet: id, privateIp: at(cidr, 80) })),
    securityGroups: dice.some(groups, 1),
    privateDns: dice.chance(0.7),
    dnsLabel: `vpce-${v}0-x`,
  })
}

/** The address at `offset` in a /24. */
const at = (cidr: string, offset: number): string => cidr.replace(/\d+\/\d+$/, `${offset}`)
