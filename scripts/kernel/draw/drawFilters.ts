import { S3_LIST } from '../plan/planInternet.ts'
import type { Drawing, DrawnVpc } from './drawing.ts'
import { FAR_BLOCKS, FAR_BLOCKS6 } from './drawTables.ts'

/** Edges are few on purpose: every class of ports that they make is tried. */
const PORTS = [
  [443, 443],
  [80, 443],
  [22, 22],
  [53, 53],
  [1024, 65535],
  [1024, 65535],
  [32768, 61000],
  [49152, 65535],
  [0, 49151],
  [0, 65535],
] as const
const OPEN = { protocol: 'all', ports: null, icmp: null }
const ANYWHERE = ['0.0.0.0/0', '::/0'].map((cidr) => ({ ...OPEN, peer: { cidr } }))

/** Security groups and network ACLs: half of them open, the others a few rules. */
export function drawFilters({ dice, constructs, vpcs, joins, strict }: Drawing, vpc: DrawnVpc): void {
  const { v, id, groups } = vpc
  const known = [
    ...groups,
    ...joins.filter((one) => one.vpcs.includes(vpc)).flatMap((one) => one.vpcs.flatMap((other) => other.groups)),
  ]
  const near = vpcs.flatMap(({ net, cidrs }) => [...cidrs, `${net}.1.0/24`, `${net}.2.0/24`])
  const near6 = vpcs.flatMap(({ ipv6Cidrs, subnets }) => [
    ...ipv6Cidrs,
    ...subnets.flatMap((one) => one.ipv6Cidr ?? []),
  ])
  const blocks = [...FAR_BLOCKS, '0.0.0.0/0', '0.0.0.0/0', ...near, '10.0.0.0/8', '::/0', ...FAR_BLOCKS6, ...near6]
  const traffic = () => {
    const protocol = dice.pick(['tcp', 'tcp', 'tcp', 'tcp', 'all', 'udp', 6])
    const [from, to] = dice.pick(PORTS)
    const withPorts = protocol === 'tcp' || protocol === 'udp'
    return { protocol, ports: withPorts && !dice.chance(0.2) ? { from, to } : null, icmp: null }
  }
  const rule = () => ({
    ...traffic(),
    peer: dice.pick([
      { cidr: dice.pick(blocks) },
      { cidr: dice.pick(blocks) },
      { cidr: dice.pick(blocks) },
      { securityGroup: dice.pick(known) },
      { securityGroup: dice.pick(known) },
      { prefixList: dice.pick(['pl-own', S3_LIST]) },
    ]),
  })
  const rules = () => Array.from({ length: dice.pick([0, 1, 2, 3, 4]) }, rule)
  // nothing but a group of a VPC that is joined: whether the reference holds decides alone
  const foreign = known.filter((one) => !groups.includes(one))
  const refers = () => [{ ...OPEN, peer: { securityGroup: dice.pick(foreign) } }]
  for (const group of groups)
    constructs.push({
      ...{ kind: 'security-group', id: group, vpc: id },
      ingress: foreign.length > 0 && dice.chance(0.15) ? refers() : dice.chance(strict + 0.1) ? rules() : ANYWHERE,
      egress: dice.chance(strict / 2) ? rules() : ANYWHERE,
    })
  const entry = (number: number) => ({
    ...(dice.chance(0.4) ? OPEN : traffic()),
    number,
    action: dice.chance(0.7) ? 'allow' : 'deny',
    cidr: dice.chance(0.4) ? dice.pick(['0.0.0.0/0', '::/0']) : dice.pick(blocks),
  })
  const entries = () => {
    const list = Array.from({ length: dice.pick([0, 1, 2, 4]) }, (_, n) => entry(100 + n * 10))
    for (const [i, cidr] of ['0.0.0.0/0', '::/0'].entries())
      if (dice.chance(0.7)) list.push({ ...OPEN, number: 900 + i, action: 'allow', cidr })
    return list.sort(() => (dice.chance(0.5) ? 1 : -1))
  }
  for (const n of [0, 1])
    constructs.push({ kind: 'network-acl', id: `acl-${v}${n}`, vpc: id, ingress: entries(), egress: entries() })
}
