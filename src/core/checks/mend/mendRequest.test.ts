import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { applyEdits } from '../../model/applyEdit.ts'
import type { AccessRequest } from '../../model/design.ts'
import { buildDesign, type DesignBuilder } from '../../model/testing/designBuilder.ts'
import { simulate } from '../../sim/index.ts'
import { compileTopology } from '../../topology/index.ts'
import { mendRequest } from './mendRequest.ts'

const catalogue = await loadCatalogue()

/** What is offered for a request from `a`, each with the kind of verdict that comes of it. */
async function mend(draw: (b: DesignBuilder) => void, to: string, rest: Partial<AccessRequest> = {}) {
  const design = buildDesign(draw)
  const request = { from: 'a', to, protocol: 'tcp', port: 443, ...rest } as const
  const topology = compileTopology(design, catalogue)
  expect(simulate(topology, request).kind).not.toBe('succeeds')
  const fixes = await mendRequest({ design, catalogue, topology }, request, async () => undefined)
  return fixes.map(({ title, edits, leadsTo }) => {
    const { kind } = simulate(compileTopology(applyEdits(design, edits).design, catalogue), request)
    expect(leadsTo, title).toBe(kind === 'succeeds' || kind === 'partly' ? kind : 'further')
    return `${title} → ${kind}`
  })
}
const ALL = [100, 'allow', 'all', null, '0.0.0.0/0'] as const

/** Two clients in subnets of one VPC; the second carries a group with these rules, and its subnet an ACL. */
const neighbours =
  (
    ingress: readonly (readonly ['tcp' | 'udp', number, string])[],
    egress: readonly (readonly [number, 'allow' | 'deny', 'tcp' | 'all', number | null, string])[] = [ALL],
    withGroup = false,
  ) =>
  (b: DesignBuilder) => {
    b.vpc({ id: 'vpc' })
    b.subnet('vpc', { id: 'net-a', cidr: '10.0.1.0/24' })
    b.subnet('vpc', { id: 'net-b', cidr: '10.0.2.0/24' })
    b.networkAcl('vpc', { id: 'acl', subnets: ['net-b'], ingress: [ALL], egress })
    b.securityGroup('vpc', { id: 'sg-a' })
    b.securityGroup('vpc', { id: 'sg-b', ingress })
    b.ec2('net-a', { id: 'a', privateIp: '10.0.1.10', securityGroups: withGroup ? ['sg-a'] : [] })
    b.ec2('net-b', { id: 'b', privateIp: '10.0.2.10', securityGroups: ['sg-b'] })
  }

test('a group that drops is opened for the group of the other side, or for its subnet: no wider', async () => {
  expect(await mend(neighbours([], [ALL], true), '10.0.2.10')).toEqual([
    'Allow TCP 443 in from what carries the security group “sg-a” in the security group “sg-b” → succeeds',
    'Allow TCP 443 in from 10.0.1.0/24 in the security group “sg-b” → succeeds',
  ])
  expect(await mend(neighbours([]), '10.0.2.10', { protocol: 'icmp', port: null })).toEqual([
    'Allow ping in from 10.0.1.0/24 in the security group “sg-b” → succeeds',
  ])
})

test('a ping over IPv6 is let in as what it is, from the subnet alone though its addresses are public', async () => {
  const offered = await mend(
    (b) => {
      b.vpc({ id: 'vpc', ipv6Cidrs: ['2001:db8::/56'] })
      b.subnet('vpc', { id: 'net-a', cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8:0:1::/64' })
      b.subnet('vpc', { id: 'net-b', cidr: '10.0.2.0/24', ipv6Cidr: '2001:db8:0:2::/64' })
      b.securityGroup('vpc', { id: 'sg-out', egress: [['all', null, '::/0']] })
      b.securityGroup('vpc', { id: 'sg-b' })
      b.ec2('net-a', { id: 'a', ipv6: '2001:db8:0:1::a', securityGroups: ['sg-out'] })
      b.ec2('net-b', { id: 'b', ipv6: '2001:db8:0:2::b', securityGroups: ['sg-b'] })
    },
    '2001:db8:0:2::b',
    { protocol: 'icmp', port: null },
  )
  expect(offered).toEqual(['Allow ping in from 2001:db8:0:1::/64 in the security group “sg-b” → succeeds'])
})

test('an ACL that drops the answers is opened for them, below a rule that denies and above where none speaks; the other direction is not offered', async () => {
  const open = [['tcp', 443, '10.0.0.0/8']] as const
  const lacking = await mend(neighbours(open, [[100, 'allow', 'tcp', 443, '10.0.0.0/16']]), '10.0.2.10')
  expect(lacking.length).toBeGreaterThan(0)
  for (const one of lacking) expect(one).toMatch(/(out to|outbound).*→ succeeds$/)
  const denying = await mend(neighbours(open, [[50, 'deny', 'all', null, '10.0.0.0/8'], ALL]), '10.0.2.10')
  expect(denying[0]).toBe('Allow answers over TCP out to 10.0.1.0/24 by rule 49 of the network ACL “acl” → succeeds')
})

test('what only gets a request further is offered too, where more stands in the way', async () => {
  const [first] = await mend(neighbours([], [[50, 'deny', 'all', null, '10.0.0.0/8'], ALL]), '10.0.2.10')
  expect(first).toBe('Allow TCP 443 in from 10.0.1.0/24 in the security group “sg-b” → fails')
})

test('a missing route is offered to what leads there, and to nothing else', async () => {
  const apart = (join: boolean) => (b: DesignBuilder) => {
    for (const [id, cidr] of [
      ['one', '10.1.0.0/16'],
      ['two', '10.2.0.0/16'],
    ] as const) {
      b.vpc({ id, cidrs: [cidr] })
      const back = id === 'two' && join ? ([['10.1.0.0/16', 'pcx']] as const) : []
      b.routeTable(id, back, { id: `rtb-${id}` })
      b.subnet(id, { id: `net-${id}`, cidr: cidr.replace('/16', '/24'), routeTable: `rtb-${id}` })
      b.internetGateway(id, { id: `igw-${id}` })
    }
    if (join) b.peering('one', 'two', { id: 'pcx' })
    b.securityGroup('two', { id: 'sg', ingress: [['tcp', 443, '10.0.0.0/8']] })
    b.ec2('net-one', { id: 'a' })
    b.ec2('net-two', { id: 'b', privateIp: '10.2.0.10', securityGroups: ['sg'] })
  }
  expect(await mend(apart(true), '10.2.0.10')).toContainEqual(
    expect.stringMatching(/^Route 10.2.0.0\/16 to the .*“pcx” in the route table “rtb-one” → succeeds$/),
  )
  expect((await mend(apart(false), '10.2.0.10')).filter((one) => one.startsWith('Route'))).toEqual([])
})

test('a missing route over IPv6 is offered for the other network, and not for everywhere', async () => {
  const offered = await mend((b) => {
    for (const [id, at] of [
      ['one', '1'],
      ['two', '2'],
    ] as const) {
      b.vpc({ id, cidrs: [`10.${at}.0.0/16`], ipv6Cidrs: [`2001:db8:${at}::/56`] })
      b.routeTable(id, id === 'two' ? [['2001:db8:1::/56', 'pcx']] : [], { id: `rtb-${id}` })
      const cidr = `10.${at}.0.0/24`
      b.subnet(id, { id: `net-${id}`, cidr, ipv6Cidr: `2001:db8:${at}::/64`, routeTable: `rtb-${id}` })
    }
    b.peering('one', 'two', { id: 'pcx' })
    b.securityGroup('one', { id: 'sg-out', egress: [['all', null, '::/0']] })
    b.securityGroup('two', { id: 'sg', ingress: [['tcp', 443, '::/0']] })
    b.ec2('net-one', { id: 'a', ipv6: '2001:db8:1::a', securityGroups: ['sg-out'] })
    b.ec2('net-two', { id: 'b', ipv6: '2001:db8:2::b', securityGroups: ['sg'] })
  }, '2001:db8:2::b')
  expect(offered.filter((one) => one.startsWith('Route'))).toEqual([
    expect.stringMatching(/^Route 2001:db8:2::\/56 to the .*“pcx” in the route table “rtb-one” → succeeds$/),
  ])
})

test('a way out is offered by the NAT gateway, and not by the internet gateway that a private client cannot use', async () => {
  const offered = await mend((b) => {
    b.vpc({ id: 'vpc' })
    b.internetGateway('vpc', { id: 'igw' })
    b.routeTable('vpc', [['0.0.0.0/0', 'igw']], { id: 'public' })
    b.routeTable('vpc', [], { id: 'private' })
    b.subnet('vpc', { id: 'net-public', cidr: '10.0.0.0/24', routeTable: 'public' })
    b.subnet('vpc', { id: 'net-private', cidr: '10.0.1.0/24', routeTable: 'private' })
    b.natGateway('net-public', { id: 'nat' })
    b.ec2('net-private', { id: 'a' })
  }, 'sqs.us-east-1.amazonaws.com')
  expect(offered).toContain('Route 0.0.0.0/0 to the NAT gateway “nat” in the route table “private” → succeeds')
  expect(offered.some((one) => one.includes('“igw”'))).toBe(false)
})

test('a service whose endpoint does not answer its name is reached once private DNS is on', async () => {
  const besideEndpoint = (dnsHostnames: boolean) => (b: DesignBuilder) => {
    b.vpc({ id: 'vpc', dnsHostnames })
    b.subnet('vpc', { id: 'net', cidr: '10.0.1.0/24' })
    b.ec2('net', { id: 'a' })
    b.securityGroup('vpc', { id: 'sg', ingress: [['tcp', 443, '10.0.0.0/16']] })
    b.interfaceEndpoint('vpc', 'sqs', { id: 'sqs', subnets: ['net'], securityGroups: ['sg'], privateDns: false })
  }
  const ask = (dnsHostnames: boolean) => mend(besideEndpoint(dnsHostnames), 'sqs.us-east-1.amazonaws.com')
  expect(await ask(true)).toEqual(['Turn on private DNS of the interface endpoint “sqs” → succeeds'])
  expect(await ask(false)).toEqual([
    'Turn on private DNS of the interface endpoint “sqs” and the DNS attributes of the VPC “vpc” → succeeds',
  ])
})
