import { describe, expect, test } from 'vitest'
import { applyEdits } from '../applyEdit.ts'
import { connectionsOf } from '../connections.ts'
import type { ConstructKind } from '../kinds/registry.ts'
import { buildDesign } from '../testing/designBuilder.ts'
import { planAddition } from './planAddition.ts'
import { planConnection } from './planConnection.ts'

const design = buildDesign((b) => {
  const v = b.vpc({ name: 'v', cidrs: ['10.0.0.0/16'] })
  const w = b.vpc({ name: 'w', cidrs: ['10.1.0.0/16'] })
  b.vpc({ name: 'same', cidrs: ['10.0.0.0/8'] })
  b.subnet(v, { name: 'a', zone: 'us-east-1a', cidr: '10.0.1.0/24' })
  b.subnet(v, { name: 'a2', zone: 'us-east-1a', cidr: '10.0.2.0/24' })
  b.subnet(v, { name: 'c', zone: 'us-east-1b', cidr: '10.0.3.0/24' })
  b.subnet(w, { name: 'there', cidr: '10.1.0.0/24' })
  b.mainTable(v, [], { name: 'main' })
  b.routeTable(w, [], { name: 'theirs' })
  b.edgeTable(b.internetGateway(v, { name: 'igw' }), [], { name: 'edge' })
  b.routeTable(v, [['0.0.0.0/0', 'igw']], { name: 'public' })
  b.peering(v, w, { name: 'peering' })
  b.egressOnlyInternetGateway(v, { name: 'eigw' })
  b.transitGateway({ name: 'tgw' })
  b.transitTable('tgw', [], { name: 'first' })
  b.transitTable('tgw', [], { name: 'second' })
  b.transitGateway({ name: 'far', region: b.region('eu-west-1') })
  b.attach(w, 'tgw', { name: 'attached' })
  b.virtualPrivateGateway(v, { name: 'vgw' })
  b.onPremises(['192.168.0.0/16'], { name: 'office', dnsServer: '192.168.0.2' })
  b.customerGateway({ name: 'cgw', network: 'office' })
  b.directConnect('office', 'vgw', { name: 'dx' })
  b.ec2('a', { name: 'web' })
  b.targetGroup(v, [], { name: 'group', port: 8080 })
  b.nlb(v, { name: 'nlb', subnets: ['a'] })
  b.alb(v, { name: 'alb' })
  b.gwlb(w, { name: 'gwlb' })
  b.endpointService(['nlb'], { name: 'service', acceptanceRequired: true })
  b.endpointService(['gwlb'], { name: 'inspection' })
  b.gwlbe('a2', 'inspection', { name: 'gwlbe' })
  b.interfaceEndpoint(w, 'sqs', { name: 'endpoint' })
  b.securityGroup(v, { name: 'g' })
  b.hostedZone('example.internal', [v], { name: 'zone' })
  b.resolverEndpoint('outbound', ['a'], { name: 'out' })
  b.resolverEndpoint('inbound', ['a'], { name: 'in' })
  b.resolverRule('corp.example', ['10.9.9.9'], { name: 'rule' })
  b.elasticIp({ name: 'eip' })
})
const link = (from: string, to: string) => {
  const plan = planConnection(design, from, to)
  return { ...plan, after: plan.ok ? applyEdits(design, plan.edits).design.constructs : null }
}
const routeTo = (cidr: string, target: string) => ({ destination: { cidr }, target })

describe('a line means', () => {
  test.each([
    ['main', 'peering', 'main sends 10.1.0.0/16 to peering', 'main', { routes: [routeTo('10.1.0.0/16', 'peering')] }],
    [
      'theirs',
      'peering',
      'theirs sends 10.0.0.0/16 to peering',
      'theirs',
      { routes: [routeTo('10.0.0.0/16', 'peering')] },
    ],
    [
      'a',
      'eigw',
      'main sends ::/0 to eigw: a2 and c use that table too',
      'main',
      { routes: [routeTo('::/0', 'eigw')] },
    ],
    ['main', 'tgw', 'main sends 10.1.0.0/16 to tgw', 'main', { routes: [routeTo('10.1.0.0/16', 'tgw')] }],
    ['main', 'vgw', 'main sends 192.168.0.0/16 to vgw', 'main', { routes: [routeTo('192.168.0.0/16', 'vgw')] }],
    ['vgw', 'main', 'vgw puts its routes into main', 'main', { propagatingGateways: ['vgw'] }],
    [
      'a',
      'gwlbe',
      'main sends 0.0.0.0/0 to gwlbe: a2 and c use that table too',
      'main',
      { routes: [routeTo('0.0.0.0/0', 'gwlbe')] },
    ],
    ['edge', 'gwlbe', 'edge sends 10.0.1.0/24 to gwlbe', 'edge', { routes: [routeTo('10.0.1.0/24', 'gwlbe')] }],
    ['main', 'web', 'main sends 0.0.0.0/0 to web', 'main', { routes: [{ target: 'web', interface: 0 }] }],
    ['attached', 'second', 'attached uses second instead of first', 'second', { associations: ['attached'] }],
    [
      'second',
      'attached',
      'second sends 10.1.0.0/16 to attached',
      'second',
      { routes: [routeTo('10.1.0.0/16', 'attached')] },
    ],
    [
      'web',
      'group',
      'group hands connections to web',
      'group',
      { targetType: 'instance', targets: [{ target: 'web' }] },
    ],
    ['group', 'alb', 'group hands connections to alb', 'group', { targetType: 'alb', targets: [{ target: 'alb' }] }],
    [
      'nlb',
      'group',
      'nlb hands TCP 8080 to group',
      'nlb',
      { listeners: [{ protocol: 'TCP', port: 8080, targetGroup: 'group' }] },
    ],
    ['nlb', 'c', 'nlb gets a node in c', 'nlb', { subnets: [{ subnet: 'a' }, { subnet: 'c', publicIp: 'auto' }] }],
    ['nlb', 'g', 'nlb carries g', 'nlb', { securityGroups: ['g'] }],
    [
      'endpoint',
      'service',
      'endpoint leads to service once it is accepted',
      'endpoint',
      { endpointService: 'service', state: 'pendingAcceptance' },
    ],
    ['gwlbe', 'inspection', 'gwlbe leads to inspection already', 'gwlbe', null],
    ['zone', 'w', 'zone answers in w', 'zone', { vpcs: ['v', 'w'] }],
    ['nlb', 'zone', 'example.internal leads to nlb', 'zone', { records: [{ name: '@', alias: 'nlb' }] }],
    ['rule', 'w', 'rule applies to w', 'rule', { vpcs: ['w'] }],
    ['rule', 'out', 'rule sends its queries through out', 'rule', { resolverEndpoint: 'out' }],
    ['rule', 'office', 'rule asks the DNS server of office', 'rule', { targets: [{}, { address: '192.168.0.2' }] }],
    ['eip', 'web', 'eip answers for web', 'eip', { holder: 'web' }],
  ] as const)('%s to %s: %s', (from, to, sentence, changed, fields) => {
    const { after, sentence: said } = link(from, to)
    expect(said).toBe(sentence)
    if (fields) expect(after?.[changed]).toMatchObject(fields)
    else expect(after).toBe(null)
  })

  test('a peering between VPCs, an attachment with a subnet in each zone, a VPN and a Direct Connect link', () => {
    const apart = buildDesign((b) => {
      const v = b.vpc({ name: 'v' })
      b.subnet(v, { name: 'a', zone: 'us-east-1a' })
      b.subnet(v, { name: 'a2', zone: 'us-east-1a' })
      b.subnet(v, { name: 'c', zone: 'us-east-1b' })
      b.vpc({ name: 'w', cidrs: ['10.1.0.0/16'] })
      b.transitTable(b.transitGateway({ name: 'tgw' }), [], { name: 'table' })
      b.customerGateway({ name: 'cgw', network: b.onPremises(['192.168.0.0/16'], { name: 'office' }) })
    })
    const made = (from: string, to: string) => {
      const plan = planConnection(apart, from, to)
      if (!plan.ok) throw new Error(plan.sentence)
      const { constructs } = applyEdits(apart, plan.edits).design
      return { plan, made: constructs[plan.id], table: constructs.table }
    }
    expect(made('v', 'w').made).toMatchObject({ kind: 'peering-connection', requester: 'v', accepter: 'w' })
    const attachment = made('v', 'tgw')
    expect(attachment.plan.sentence).toBe('Attaches v to tgw in 2 zones')
    expect(attachment.made).toMatchObject({ vpc: 'v', transitGateway: 'tgw', subnets: ['a', 'c'] })
    expect(attachment.table).toMatchObject({
      associations: ['transit-gateway-attachment-1'],
      propagations: ['transit-gateway-attachment-1'],
    })
    expect(made('cgw', 'tgw').made).toMatchObject({
      kind: 'vpn-connection',
      customerGateway: 'cgw',
      gateway: 'tgw',
      routing: 'bgp',
    })
    expect(made('office', 'tgw').made).toMatchObject({ kind: 'direct-connect', network: 'office', gateway: 'tgw' })
  })
})

test.each([
  ['v', 'w', 'v and w are peers already'],
  ['v', 'same', 'v and same both have 10.0.0.0/16: AWS peers no VPCs whose blocks overlap'],
  ['w', 'tgw', 'w is attached to tgw already'],
  ['v', 'far', 'far is in another Region: a VPC is attached to a gateway of its own'],
  ['endpoint', 'inspection', 'inspection stands on a Gateway Load Balancer: it takes Gateway Load Balancer endpoints'],
  ['gwlbe', 'service', 'service stands on a Network Load Balancer: it takes interface endpoints'],
  ['inspection', 'nlb', 'nlb belongs to service: a load balancer takes one endpoint service'],
  ['nlb', 'a2', 'nlb has an interface in us-east-1a already: AWS takes one subnet for each zone'],
  ['rule', 'in', 'in takes queries in: a rule sends them through an outbound one'],
  ['main', 'attached', 'A line between a route table and a transit gateway attachment means nothing in AWS'],
])('%s to %s is refused: %s', (from, to, sentence) => {
  expect(link(from, to)).toMatchObject({ ok: false, sentence })
})

test('routes of a gateway do not take the place of one to the internet', () => {
  const bare = buildDesign((b) => {
    const v = b.vpc({ name: 'v' })
    b.virtualPrivateGateway(v, { name: 'vgw' })
    b.routeTable(v, [['0.0.0.0/0', b.internetGateway(v, { name: 'igw' })]], { name: 'table' })
  })
  expect(planConnection(bare, 'table', 'vgw').sentence).toBe('table sends 10.0.0.0/8 to vgw')
})

test('the lines of a joined network follow from its constructs', () => {
  const lines = connectionsOf(design).map(({ from, to, kind, label }) => `${from} ${label} ${to} (${kind})`)
  for (const line of [
    'peering peers with w (peering)',
    'attached attached to tgw (attachment)',
    'attached uses first (transit-association)',
    'attached puts its blocks into first (propagation)',
    'igw incoming uses edge (edge-association)',
    'dx from office (outside-line)',
    'dx to vgw (attachment)',
    'cgw stands in office (outside-line)',
    'service stands on nlb (service-load-balancer)',
    'gwlbe leads to inspection (endpoint-service)',
    'zone answers in v (name-association)',
    'nlb node a (network-interface)',
  ])
    expect(lines).toContain(line)
})

describe('a new one fits in', () => {
  const add = (kind: ConstructKind, onto: string | null) => {
    const plan = planAddition(design, kind, onto)
    return { sentence: plan.sentence, made: plan.ok ? applyEdits(design, plan.edits).design.constructs[plan.id] : null }
  }
  test.each<[ConstructKind, string | null, string, object | null]>([
    ['transit-gateway-attachment', 'v', 'Attaches v to tgw in 2 zones', { subnets: ['a', 'c'] }],
    ['transit-gateway-attachment', 'a2', 'Attaches v to tgw in 2 zones', { subnets: ['a2', 'c'] }],
    ['transit-gateway-attachment', 'w', 'w is attached to tgw already', null],
    ['peering-connection', 'w', 'w and same both have 10.1.0.0/16: AWS peers no VPCs whose blocks overlap', null],
    [
      'network-load-balancer',
      'v',
      'Network Load Balancer gets an address in 2 zones',
      { subnets: [{ subnet: 'a' }, { subnet: 'c' }] },
    ],
    ['target-group', 'web', 'Adds a target group with web', { targets: [{ target: 'web' }] }],
    [
      'gateway-load-balancer-endpoint',
      'c',
      'Gateway Load Balancer endpoint for inspection gets an address from 10.0.3.0/24',
      { endpointService: 'inspection', state: 'available' },
    ],
    ['virtual-private-gateway', 'v', 'v has a virtual private gateway already, vgw: a VPC takes only one', null],
    ['vpn-connection', 'region-1', 'Connects cgw with vgw', { customerGateway: 'cgw', gateway: 'vgw', routing: 'bgp' }],
    ['elastic-ip', 'web', 'Associates an Elastic IP address with web', { holder: 'web' }],
    ['on-premises-network', null, 'Adds an on-premises network with 172.16.0.0/16', { cidrs: ['172.16.0.0/16'] }],
    ['on-premises-host', 'office', 'Adds a host at 192.168.0.10 to office', { privateIp: '192.168.0.10' }],
    [
      'resolver-endpoint',
      'w',
      'Inbound Resolver endpoint gets addresses in 1 zone',
      { direction: 'inbound', addresses: [{ subnet: 'there' }, { subnet: 'there' }] },
    ],
    ['transit-gateway', 'region-1', 'Adds a transit gateway to us-east-1, with a route table', {}],
    ['hosted-zone', 'v', 'A hosted zone lies on the open canvas: drop it outside v', null],
  ])('%s on %s: %s', (kind, onto, sentence, fields) => {
    const { sentence: said, made } = add(kind, onto)
    expect(said).toBe(sentence)
    if (fields) expect(made).toMatchObject(fields)
    else expect(made).toBe(null)
  })
})
