import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { drawFilters, drawSharedFilters } from './drawFilters.ts'

export { privateService } from './privateService.ts'
export { sharedResources } from './sharedResources.ts'

/** Traffic from the internet through appliances of a Gateway Load Balancer, both ways. */
export const inspection = (): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Inspection' })
    const security = b.vpc({ cidrs: ['10.9.0.0/16'], id: 'security' })
    const home = b.subnet(security, { cidr: '10.9.1.0/24', id: 'appliances' })
    const appliance = b.ec2(home, { name: 'appliance', sourceDestCheck: false })
    const group = b.targetGroup(security, [appliance], { name: 'group', protocol: 'GENEVE', port: 6081 })
    const gwlb = b.gwlb(security, { name: 'gwlb', subnets: [home], targetGroup: group, crossZone: true })
    const service = b.endpointService([gwlb], { name: 'inspection', acceptanceRequired: true })
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'app' })
    const open = b.subnet(vpc, { cidr: '10.0.1.0/24', id: 'open' })
    const inner = b.subnet(vpc, { cidr: '10.0.2.0/24', id: 'inner' })
    const gateway = b.internetGateway(vpc, { id: 'gateway' })
    const endpoint = b.gwlbe(open, service, { id: 'endpoint' })
    b.routeTable(vpc, [['0.0.0.0/0', endpoint]], { id: 'inner-table', subnets: [inner] })
    b.routeTable(vpc, [['0.0.0.0/0', gateway]], { id: 'open-table', subnets: [open] })
    b.routeTable(
      vpc,
      [
        ['10.0.2.0/24', endpoint],
        ['10.0.0.0/16', 'local'],
      ],
      { id: 'edge-table', edgeOf: gateway },
    )
    b.ec2(inner, { name: 'server', publicIp: '198.51.100.7' })
  })

/** Two VPCs and an office around a transit gateway, a virtual private gateway, and one peering. */
export const transitHub = (): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Transit hub' })
    const [left, right] = [
      b.vpc({ cidrs: ['10.0.0.0/16'], id: 'left' }),
      b.vpc({ cidrs: ['10.1.0.0/16'], id: 'right' }),
    ]
    const a = b.subnet(left, { cidr: '10.0.1.0/24', id: 'left-a' })
    const c = b.subnet(right, { cidr: '10.1.1.0/24', id: 'right-a' })
    const hub = b.transitGateway({ id: 'hub', asn: 4200000001, securityGroupReferencing: true })
    const table = b.transitTable(hub, [], { id: 'hub-table' })
    const near = b.attach(left, hub, { id: 'left-attachment', applianceMode: true })
    b.attach(right, hub, { id: 'right-attachment' })
    const office = b.onPremises(['192.168.0.0/16'], { id: 'office' })
    const device = b.customerGateway({ id: 'device', ipAddress: '203.0.113.9', asn: 4200000009, network: office })
    const vpn = b.vpn(device, hub, { id: 'hub-vpn' })
    const line = b.directConnect(office, hub, { id: 'line' })
    const list = b.prefixList(['172.16.0.0/12'], { id: 'list', listName: 'partners' })
    b.set<'transit-gateway-route-table'>(table, {
      routes: [
        { destination: { cidr: '192.168.0.0/16' }, target: vpn },
        { destination: { cidr: '192.168.9.0/24' }, target: line },
        { destination: { cidr: '10.9.0.0/16' }, target: 'blackhole' },
        { destination: { prefixList: list }, target: near },
      ],
    })
    const vgw = b.virtualPrivateGateway(right, { id: 'vgw', asn: 65001 })
    b.vpn(b.customerGateway({ id: 'branch', ipAddress: '203.0.113.10' }), vgw, {
      id: 'branch-vpn',
      routes: ['192.168.7.0/24'],
    })
    const peering = b.peering(left, right, { id: 'peering', requesterDnsResolution: true, accepterDnsResolution: true })
    b.routeTable(
      left,
      [
        ['10.1.0.0/16', peering],
        ['192.168.0.0/16', hub],
        [list, hub],
      ],
      { id: 'left-table', subnets: [a] },
    )
    b.routeTable(
      right,
      [
        ['10.0.0.0/16', peering],
        ['192.168.0.0/16', vgw],
      ],
      {
        id: 'right-table',
        subnets: [c],
        propagatingGateways: [vgw],
      },
    )
  })

/** Peering, transit, a private service, a shared subnet and a zone across two accounts and two Regions. */
export const twoAccounts = (): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Two accounts' })
    b.account({ id: 'account-1', accountId: '111122223333' })
    const other = b.account({ id: 'account-2', accountId: '444455556666' })
    const ireland = b.region('eu-west-1')
    const home = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'home', dnsHostnames: true })
    const abroad = b.vpc({ cidrs: ['10.1.0.0/16'], id: 'abroad', account: other, dnsHostnames: true })
    const far = b.vpc({ cidrs: ['10.2.0.0/16'], id: 'far', region: ireland })
    const a = b.subnet(home, { cidr: '10.0.1.0/24', id: 'home-a', sharedWith: [other] })
    const c = b.subnet(abroad, { cidr: '10.1.1.0/24', id: 'abroad-a' })
    const e = b.subnet(far, { cidr: '10.2.1.0/24', id: 'far-a', zone: 'eu-west-1a' })
    const peering = b.peering(home, abroad, {
      id: 'peering',
      requesterDnsResolution: true,
      accepterDnsResolution: true,
    })
    b.routeTable(home, [['10.1.0.0/16', peering]], { id: 'home-table', subnets: [a] })
    b.routeTable(abroad, [['10.0.0.0/16', peering]], { id: 'abroad-table', subnets: [c] })
    const hub = b.transitGateway({ id: 'hub' })
    const table = b.transitTable(hub, [], { id: 'hub-table' })
    b.attach(home, hub, { id: 'home-attachment' })
    b.attach(abroad, hub, { id: 'abroad-attachment' })
    const farHub = b.transitGateway({ id: 'far-hub', region: ireland })
    const farTable = b.transitTable(farHub, [], { id: 'far-hub-table' })
    b.attach(far, farHub, { id: 'far-attachment' })
    const bridge = b.transitPeering(hub, farHub, { id: 'bridge' })
    b.set<'transit-gateway-route-table'>(table, { routes: [{ destination: { cidr: '10.2.0.0/16' }, target: bridge }] })
    b.set<'transit-gateway-route-table'>(farTable, {
      routes: [{ destination: { cidr: '10.0.0.0/15' }, target: bridge }],
    })
    const nlb = b.nlb(home, {
      id: 'nlb',
      subnets: [a],
      listeners: [['TCP', 443, b.targetGroup(home, [], { id: 'servers', port: 443 })]],
    })
    const service = b.endpointService([nlb], {
      id: 'service',
      acceptanceRequired: true,
      supportedRegions: ['us-east-1', 'eu-west-1'],
    })
    b.interfaceEndpoint(abroad, 'unused', { id: 'abroad-endpoint', endpointService: service, subnets: [c] })
    b.interfaceEndpoint(far, 'unused', {
      id: 'far-endpoint',
      endpointService: service,
      privateDns: false,
      subnets: [e],
    })
    b.hostedZone('example.internal', [home, abroad, far], {
      id: 'zone',
      records: [['db.example.internal', 'A', '10.0.1.5']],
    })
    const group = b.securityGroup(home, { id: 'shared-group' })
    b.ec2(a, { id: 'guest', account: other, securityGroups: [group] })
    const out = b.resolverEndpoint('outbound', [a, { subnet: a, privateIp: '10.0.1.40' }], { id: 'outbound' })
    b.resolverRule('corp.example', ['10.0.1.53', '2001:db8::53'], {
      id: 'rule',
      resolverEndpoint: out,
      vpcs: [home, abroad],
    })
    drawSharedFilters(b, [home, abroad, far])
  })

/** The gateways, addresses and endpoints that remain. */
export const oddments = (): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Oddments' })
    const vpc = b.vpc({
      cidrs: ['10.0.0.0/16'],
      ipv6Cidrs: ['2600:1f18:1234:5600::/56'],
      id: 'vpc',
      dnsSupport: null,
      dnsHostnames: null,
    })
    const open = b.subnet(vpc, { cidr: '10.0.1.0/24', ipv6Cidr: '2600:1f18:1234:5601::/64', id: 'open', dns64: true })
    const inner = b.subnet(vpc, { cidr: '10.0.2.0/24', id: 'inner', zone: 'us-east-1b' })
    const gateway = b.internetGateway(vpc, { id: 'gateway' })
    const out = b.egressOnlyInternetGateway(vpc, { id: 'out' })
    const zonal = b.natGateway(open, { id: 'zonal' })
    b.elasticIp({ id: 'nat-ip', holder: zonal, publicIp: '198.51.100.1' })
    const hidden = b.natGateway(inner, { id: 'hidden', connectivity: 'private' })
    const wide = b.regionalNatGateway(vpc, { id: 'wide', zones: ['us-east-1a', 'us-east-1b'] })
    b.elasticIp({ id: 'wide-ip', holder: wide, interface: 1 })
    const wideTable = b.routeTable(
      vpc,
      [
        ['0.0.0.0/0', gateway],
        ['10.0.0.0/16', 'local'],
      ],
      { id: 'wide-table' },
    )
    b.set<'regional-nat-gateway'>(wide, { routeTable: wideTable })
    b.regionalNatGateway(vpc, { id: 'by-itself' })
    const router = b.ec2(inner, { id: 'router', sourceDestCheck: false })
    const plain = b.ec2(inner, { id: 'plain' })
    const several = b.ec2(inner, { id: 'several' })
    const base = { securityGroups: [], ipv6: null, publicIp: 'none', interfaceId: null, sourceDestCheck: true }
    b.set<'client'>(several, {
      interfaces: [
        { ...base, subnet: inner, privateIp: '10.0.2.80', secondaryIps: ['10.0.2.81', '10.0.2.82'] },
        { ...base, subnet: inner, privateIp: null, secondaryIps: ['10.0.2.90'] },
      ],
    })
    b.elasticIp({ id: 'second-ip', holder: several, privateIp: '10.0.2.82' })
    b.set<'client'>(b.ec2(inner, { id: 'two-addresses' }), {
      interfaces: [{ ...base, subnet: inner, privateIp: '10.0.2.70', secondaryIps: ['10.0.2.71'] }],
    })
    b.elasticIp({ id: 'router-ip', holder: router })
    b.elasticIp({ id: 'plain-ip', holder: plain })
    b.elasticIp({ id: 'spare-ip' })
    b.routeTable(
      vpc,
      [
        ['0.0.0.0/0', wide],
        ['::/0', out],
        ['10.0.0.0/16', router],
        ['10.5.0.0/16', plain],
        ['10.6.0.0/16', hidden],
        ['64:ff9b::/96', zonal],
      ],
      { id: 'inner-table', subnets: [inner] },
    )
    b.nlb(vpc, {
      id: 'public-nlb',
      scheme: 'internet-facing',
      subnets: [{ subnet: open, publicIp: '198.51.100.9' }, inner],
    })
    b.blockPublicAccess('block-ingress', {
      id: 'block',
      exclusions: [
        { of: vpc, allow: 'bidirectional' },
        { of: open, allow: 'egress' },
      ],
    })
    const ends = { source: 'any', sourcePorts: 'any', destination: 'any', destinationPorts: 'any' }
    b.firewallRules({
      id: 'packets',
      type: 'stateless',
      statelessRules: [
        { ...ends, priority: 10, action: 'drop', protocols: 'tcp,udp', destinationPorts: '22,1024:1033', tcpFlags: '' },
        { ...ends, priority: 20, action: 'forward', protocols: 'any', source: '10.0.0.0/8', tcpFlags: '' },
      ],
    })
    b.firewallRules({
      id: 'connections',
      statefulRules: [
        { ...ends, action: 'pass', protocol: 'tcp', destination: '$DATABASES', direction: 'forward', options: '' },
        { ...ends, action: 'drop', protocol: 'ip', direction: 'both', options: 'flow:established; msg:"a; b"; sid:7;' },
      ],
      variables: [
        { name: 'DATABASES', values: ['10.0.2.0/24'] },
        { name: 'WEB', values: ['80', '443'] },
      ],
    })
    b.firewallRules({ id: 'names', type: 'domain-list', domains: ['.example.com', 'example.org'] })
    b.firewallRules({
      id: 'lines',
      type: 'suricata',
      suricataRules: [
        '# outbound',
        'pass tls $HOME_NET any -> any 443 (tls.sni; content:"example.com"; endswith; sid:1;)',
      ],
    })
    b.firewallRules({
      id: 'managed',
      type: 'managed',
      arn: 'arn:aws:network-firewall:us-east-1:aws-managed:stateful-rulegroup/BotNetCommandAndControlDomainsStrictOrder',
    })
    b.networkFirewall(vpc, {
      id: 'firewall',
      subnets: [inner],
      ruleOrder: 'strict',
      statefulDefault: 'drop-established',
      homeNet: ['10.0.0.0/8'],
      ruleGroups: ['packets', 'connections', 'names', 'lines', 'managed'].map((ruleGroup, i) => ({
        ruleGroup,
        priority: 10 * (i + 1),
      })),
    })
    b.routeTable(vpc, [['10.7.0.0/16', 'firewall']], { id: 'filtered-table', subnets: [open] })
    b.networkFirewall(vpc, {
      id: 'firewall-2',
      subnets: [open],
      policyArn: 'arn:aws:network-firewall:us-east-1:111122223333:firewall-policy/own',
    })
    b.resourceEndpoint(vpc, { id: 'resource', subnets: [inner] })
    b.serviceNetworkEndpoint(vpc, {
      id: 'lattice',
      subnets: [inner],
      serviceNetwork: b.serviceNetwork({ id: 'network' }),
    })
    b.serviceNetworkEndpoint(vpc, { id: 'lattice-2', subnets: [inner] })
    b.resolverEndpoint('inbound', [{ subnet: open, privateIp: '10.0.1.10' }, inner], { id: 'inbound' })
    b.resolverRule('example.com', [], { id: 'system', vpcs: [vpc] })
    b.gatewayEndpoint(vpc, 's3', {
      id: 's3',
      ipAddressType: 'dualstack',
      dnsRecordIpType: 'ipv6',
      routeTables: ['inner-table'],
    })
    b.interfaceEndpoint(vpc, 'sqs', {
      id: 'queue',
      ipAddressType: 'dualstack',
      dnsRecordIpType: 'dualstack',
      state: 'rejected',
      privateDns: false,
      subnets: [open],
    })
    b.interfaceEndpoint(vpc, 'com.amazonaws.eu-west-1.sqs', {
      id: 'far-queue',
      serviceRegion: 'eu-west-1',
      privateDns: false,
      subnets: [open],
    })
    drawFilters(b, vpc)
    b.gwlbe(inner, 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0', { id: 'market' })
    b.set<'client'>(b.ec2(inner, { id: 'database' }), { runtime: 'database' })
    b.onPremisesHost(b.onPremises(['192.168.0.0/16'], { id: 'office' }), '192.168.0.5', { id: 'desk' })
  })
