import type { Design } from '../../src/core/model/index.ts'
import { buildDesign } from '../../src/core/model/testing/designBuilder.ts'

/**
 * Small designs, each about one thing, that moto can hold: so that what moto lacks costs one of them and not all.
 * Requests are asked of all of them, as drawn and as they are gathered from moto.
 */
export const motoExamples = {
  /** A VPC with a public and a private side, ACLs, groups, a gateway endpoint and interface endpoints. */
  vpc: (): Design =>
    buildDesign((b) => {
      b.settings({ title: 'One VPC' })
      const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'vpc', dnsHostnames: true })
      const open = b.subnet(vpc, { cidr: '10.0.1.0/24', id: 'open', zone: 'us-east-1a' })
      const inner = b.subnet(vpc, { cidr: '10.0.2.0/24', id: 'inner', zone: 'us-east-1a' })
      const closed = b.subnet(vpc, { cidr: '10.0.3.0/24', id: 'closed', zone: 'us-east-1b' })
      const gateway = b.internetGateway(vpc, { id: 'gateway' })
      const nat = b.natGateway(open, { id: 'nat' })
      b.routeTable(vpc, [['0.0.0.0/0', gateway]], { id: 'open-table', subnets: [open] })
      const table = b.routeTable(vpc, [['0.0.0.0/0', nat]], { id: 'inner-table', subnets: [inner] })
      b.gatewayEndpoint(vpc, 's3', { id: 's3', routeTables: [table] })
      b.networkAcl(vpc, {
        id: 'closed-acl',
        subnets: [closed],
        ingress: [
          [90, 'deny', 'tcp', 22, '10.0.0.0/16'],
          [100, 'allow', 'tcp', [0, 65535], '10.0.0.0/16'],
        ],
        egress: [[100, 'allow', 'tcp', [0, 65535], '10.0.2.0/24']],
      })
      const callers = b.securityGroup(vpc, { id: 'callers' })
      const servers = b.securityGroup(vpc, {
        id: 'servers',
        ingress: [
          ['tcp', 443, callers],
          ['tcp', 22, '10.0.0.0/16'],
        ],
      })
      const doors = b.securityGroup(vpc, { id: 'doors', ingress: [['tcp', 443, '10.0.2.0/24']] })
      b.interfaceEndpoint(vpc, 'sqs', { id: 'queues', subnets: [inner], securityGroups: [doors] })
      b.ec2(open, { id: 'bastion', securityGroups: [callers], privateIp: '10.0.1.10', publicIp: 'auto' })
      b.ec2(inner, { id: 'app', securityGroups: [callers], privateIp: '10.0.2.10' })
      b.ec2(closed, { id: 'server', securityGroups: [servers], privateIp: '10.0.3.10' })
    }),

  /** Two VPCs with a peering connection between them; only one side of the second pair of subnets has the way back. */
  peering: (): Design =>
    buildDesign((b) => {
      b.settings({ title: 'Two VPCs' })
      const left = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'left', dnsHostnames: true })
      const right = b.vpc({ cidrs: ['10.1.0.0/16'], id: 'right', dnsHostnames: true })
      const a = b.subnet(left, { cidr: '10.0.1.0/24', id: 'left-a' })
      const c = b.subnet(right, { cidr: '10.1.1.0/24', id: 'right-a' })
      const d = b.subnet(right, { cidr: '10.1.2.0/24', id: 'right-b' })
      const peering = b.peering(left, right, { id: 'peering' })
      b.routeTable(left, [['10.1.0.0/16', peering]], { id: 'left-table', subnets: [a] })
      b.routeTable(right, [['10.0.0.0/16', peering]], { id: 'right-table', subnets: [c] })
      const outside = b.prefixList(['10.0.1.0/24', '192.168.0.0/16'], { id: 'outside', listName: 'outside' })
      const group = b.securityGroup(right, { id: 'group', ingress: [['tcp', 443, outside]] })
      // moto's default groups lack the rule that AWS's have, so everybody has a group of their own
      const callers = b.securityGroup(left, { id: 'callers', ingress: [['tcp', 22, '10.1.0.0/16']] })
      b.ec2(a, { id: 'caller', privateIp: '10.0.1.10', securityGroups: [callers] })
      b.ec2(c, { id: 'near', privateIp: '10.1.1.10', securityGroups: [group] })
      b.ec2(d, { id: 'lost', privateIp: '10.1.2.10', securityGroups: [group] })
    }),

  /** Three VPCs around a transit gateway: one table for all, with a blackhole, and no way to the third by its own table. */
  transit: (): Design =>
    buildDesign((b) => {
      b.settings({ title: 'Transit' })
      const hub = b.transitGateway({ id: 'hub', asn: 4200000001 })
      const table = b.transitTable(hub, [], { id: 'hub-table' })
      const [left, right, third] = (['left', 'right', 'third'] as const).map((id, index) => {
        const vpc = b.vpc({ cidrs: [`10.${index}.0.0/16`], id })
        const subnet = b.subnet(vpc, { cidr: `10.${index}.1.0/24`, id: `${id}-a` })
        const attachment = b.attach(vpc, hub, { id: `${id}-attachment` })
        b.routeTable(vpc, id === 'third' ? [] : [['10.0.0.0/8', hub]], { id: `${id}-table`, subnets: [subnet] })
        const group = b.securityGroup(vpc, { id: `${id}-group`, ingress: [['tcp', 443, '10.0.0.0/8']] })
        b.ec2(subnet, { id: `${id}-host`, privateIp: `10.${index}.1.10`, securityGroups: [group] })
        return attachment
      })
      b.set<'transit-gateway-route-table'>(table, {
        routes: [
          { destination: { cidr: '10.9.0.0/16' }, target: 'blackhole' },
          { destination: { cidr: '10.8.0.0/16' }, target: right! },
          { destination: { cidr: '10.7.0.0/16' }, target: third! },
          { destination: { cidr: '10.6.0.0/16' }, target: left! },
        ],
      })
    }),

  /** A Network Load Balancer before instances, with its own group. */
  networkBalancer: (): Design =>
    buildDesign((b) => {
      b.settings({ title: 'NLB' })
      const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'vpc' })
      const [one, two] = [
        b.subnet(vpc, { cidr: '10.0.1.0/24', zone: 'us-east-1a', id: 'one' }),
        b.subnet(vpc, { cidr: '10.0.2.0/24', zone: 'us-east-1b', id: 'two' }),
      ]
      const group = b.securityGroup(vpc, { id: 'balancer', ingress: [['tcp', 443, '10.0.0.0/8']] })
      const targets = b.targetGroup(vpc, [b.ec2(one, { id: 'web' })], { id: 'direct', port: 443, crossZone: true })
      const byAddress = b.targetGroup(vpc, ['10.0.1.77'], { id: 'addresses', targetType: 'ip', port: 53 })
      b.nlb(vpc, {
        id: 'nlb',
        subnets: [one, two],
        securityGroups: [group],
        crossZone: true,
        listeners: [
          ['TCP', 443, targets],
          ['TCP', 53, byAddress],
        ],
      })
    }),

  /** An Application Load Balancer behind a Network Load Balancer. */
  applicationBalancer: (): Design =>
    buildDesign((b) => {
      b.settings({ title: 'ALB behind NLB' })
      const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'vpc' })
      const subnets = [
        b.subnet(vpc, { cidr: '10.0.1.0/24', zone: 'us-east-1a', id: 'one' }),
        b.subnet(vpc, { cidr: '10.0.2.0/24', zone: 'us-east-1b', id: 'two' }),
      ]
      const web = b.targetGroup(vpc, [b.ec2(subnets[0]!, { id: 'web' })], { id: 'web', protocol: 'HTTP', port: 80 })
      const alb = b.alb(vpc, { id: 'alb', subnets, listeners: [['HTTP', 80, web]] })
      const behind = b.targetGroup(vpc, [alb], { id: 'behind', targetType: 'alb', port: 80 })
      b.nlb(vpc, { id: 'nlb', subnets, listeners: [['TCP', 80, behind]] })
    }),

  /** An endpoint service that wants acceptance, and its consumer. */
  service: (): Design =>
    buildDesign((b) => {
      b.settings({ title: 'Endpoint service' })
      const provider = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'provider' })
      const home = b.subnet(provider, { cidr: '10.0.1.0/24', id: 'provider-a' })
      const targets = b.targetGroup(provider, [], { id: 'targets', port: 443 })
      const nlb = b.nlb(provider, { id: 'nlb', subnets: [home], listeners: [['TCP', 443, targets]] })
      const service = b.endpointService([nlb], { id: 'service', acceptanceRequired: true })
      const consumer = b.vpc({ cidrs: ['10.1.0.0/16'], id: 'consumer', dnsHostnames: true })
      const near = b.subnet(consumer, { cidr: '10.1.1.0/24', id: 'consumer-a' })
      b.interfaceEndpoint(consumer, 'unused', {
        id: 'endpoint',
        endpointService: service,
        privateDns: false,
        subnets: [near],
      })
    }),

  /** Private and public hosted zones, with aliases. */
  zones: (): Design =>
    buildDesign((b) => {
      b.settings({ title: 'Hosted zones' })
      const [left, right] = [
        b.vpc({ cidrs: ['10.0.0.0/16'], id: 'left', dnsHostnames: true }),
        b.vpc({ cidrs: ['10.1.0.0/16'], id: 'right', dnsHostnames: true }),
      ]
      const subnet = b.subnet(left, { cidr: '10.0.1.0/24', id: 'left-a' })
      const endpoint = b.interfaceEndpoint(left, 'sqs', { id: 'endpoint', privateDns: false, subnets: [subnet] })
      b.hostedZone('example.internal', [left, right], {
        id: 'zone',
        records: [
          { name: 'queue.example.internal', alias: endpoint },
          ['*.example.internal', 'A', '10.1.1.5', '10.1.1.6'],
          ['@', 'TXT', 'it’s "quoted"', '"as is"'],
        ],
      })
      b.hostedZone('example.org', [], { id: 'public-zone', records: [['www.example.org', 'CNAME', 'example.com']] })
    }),

  /** A virtual private gateway that a route table learns from. */
  privateGateway: (): Design =>
    buildDesign((b) => {
      b.settings({ title: 'Virtual private gateway' })
      const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'vpc' })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24', id: 'a' })
      const vgw = b.virtualPrivateGateway(vpc, { id: 'vgw', asn: 65001 })
      b.routeTable(vpc, [['192.168.0.0/16', vgw]], { id: 'table', subnets: [subnet], propagatingGateways: [vgw] })
    }),

  /** A VPN with static routes to a virtual private gateway. */
  vpn: (): Design =>
    buildDesign((b) => {
      b.settings({ title: 'VPN' })
      const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'vpc' })
      const vgw = b.virtualPrivateGateway(vpc, { id: 'vgw', asn: 65001 })
      b.vpn(b.customerGateway({ id: 'device', ipAddress: '203.0.113.10' }), vgw, {
        id: 'vpn',
        routes: ['192.168.7.0/24'],
      })
    }),

  /** A VPN to a transit gateway, from which its table learns. */
  transitVpn: (): Design =>
    buildDesign((b) => {
      b.settings({ title: 'VPN to a transit gateway' })
      const hub = b.transitGateway({ id: 'hub' })
      const table = b.transitTable(hub, [], { id: 'hub-table' })
      const vpn = b.vpn(b.customerGateway({ id: 'device', ipAddress: '203.0.113.9' }), hub, { id: 'vpn' })
      b.set<'transit-gateway-route-table'>(table, {
        routes: [{ destination: { cidr: '192.168.0.0/16' }, target: vpn }],
      })
    }),

  /** Two transit gateways that are peered across Regions. */
  transitPeering: (): Design =>
    buildDesign((b) => {
      b.settings({ title: 'Transit peering' })
      const ireland = b.region('eu-west-1')
      const hub = b.transitGateway({ id: 'hub' })
      const far = b.transitGateway({ id: 'far-hub', region: ireland })
      const bridge = b.transitPeering(hub, far, { id: 'bridge' })
      for (const [gateway, cidr] of [
        [hub, '10.2.0.0/16'],
        [far, '10.0.0.0/16'],
      ] as const)
        b.set<'transit-gateway-route-table'>(b.transitTable(gateway, [], { id: `${gateway}-table` }), {
          routes: [{ destination: { cidr }, target: bridge }],
        })
    }),

  /** What goes by its own name in all of AWS, or in the account: found again by its tags. */
  named: (): Design =>
    buildDesign((b) => {
      b.settings({ title: 'Named' })
      b.s3Bucket('hopwise-example-of-a-bucket', { id: 'bucket' })
      b.dynamodbTable('orders', { id: 'table' })
    }),
} satisfies Readonly<Record<string, () => Design>>
