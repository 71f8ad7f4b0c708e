import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'

/** Resources of VPC Lattice of every type in one account, with consumers in it and in another one. */
export const sharedResources = (): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Shared resources' })
    const ports = [{ from: 5432, to: 5432 }]
    b.account({ id: 'account-1', accountId: '111122223333' })
    const other = b.account({ id: 'account-2', accountId: '444455556666' })
    const data = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'data', dnsHostnames: true })
    const a = b.subnet(data, { cidr: '10.0.1.0/24', zone: 'us-east-1a', id: 'data-a' })
    const c = b.subnet(data, { cidr: '10.0.2.0/24', zone: 'us-east-1b', id: 'data-b' })
    const group = b.securityGroup(data, { id: 'gateway-group' })
    const gateway = b.resourceGateway(data, {
      id: 'gateway',
      subnets: [a, c],
      securityGroups: [group],
      dnsResolution: 'in-vpc',
    })
    const resource = (id: string, given: Parameters<typeof b.resourceConfiguration>[0]) =>
      b.resourceConfiguration({ id, resourceGateway: gateway, ports, ...given })
    const server = resource('server', {
      resource: b.ec2(a, { id: 'server-instance' }),
      ports: [...ports, { from: 8000, to: 8080 }],
      customDomainName: '*.db.example.com',
      domainVerification: 'verified',
    })
    resource('appliance', { resource: b.ec2(a, { id: 'appliance-instance', sourceDestCheck: false }), ports: [] })
    const targets = b.targetGroup(data, ['server-instance'], { id: 'targets', port: 443 })
    resource('front', { resource: b.nlb(data, { id: 'nlb', subnets: [a, c], listeners: [['TCP', 443, targets]] }) })
    resource('desk', {
      resource: b.onPremisesHost(b.onPremises(['192.168.0.0/16'], { id: 'office' }), '192.168.0.5', { id: 'host' }),
    })
    resource('unmade', { resource: b.ec2(c, { id: 'rds' }) })
    b.set<'client'>('rds', { runtime: 'database' })
    resource('by-name', { definition: 'db.example.com' })
    resource('by-arn', { type: 'arn', definition: 'arn:aws:rds:us-east-1:111122223333:db:orders' })
    resource('nowhere', { definition: 'no name of anything' })
    const cluster = resource('cluster', {
      type: 'group',
      customDomainName: 'cluster.example.com',
      domainVerification: 'verified',
    })
    resource('node', {
      type: 'child',
      group: cluster,
      resourceGateway: null,
      definition: '10.0.1.50',
      customDomainName: 'node.cluster.example.com',
      domainVerification: 'verified',
    })
    resource('elsewhere', { resourceGateway: null, definition: '10.0.1.60' })
    const near = b.vpc({ cidrs: ['10.1.0.0/16'], id: 'near', dnsHostnames: true })
    const n = b.subnet(near, { cidr: '10.1.1.0/24', zone: 'us-east-1a', id: 'near-a' })
    const users = b.securityGroup(near, { id: 'users' })
    const far = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'far', account: other, dnsHostnames: true })
    const f = b.subnet(far, { cidr: '10.0.1.0/24', zone: 'us-east-1a', id: 'far-a' })
    const names = {
      privateDns: true,
      privateDnsPreference: 'verified-domains-and-specified-domains',
      specifiedDomains: ['example.com', '*.example.com'],
    } as const
    const network = b.serviceNetwork({
      id: 'network',
      resources: [
        {
          configuration: server,
          privateDns: true,
          dnsName: 'snra-0a.rcfg-0a.4232ccc.vpc-lattice-rsc.us-east-1.on.aws',
        },
        { configuration: cluster, privateDns: false, dnsName: null },
      ],
      vpcs: [
        { vpc: near, securityGroups: [users, group], ...names },
        {
          vpc: far,
          securityGroups: [],
          privateDns: false,
          privateDnsPreference: 'verified-domains-only',
          specifiedDomains: [],
        },
      ],
    })
    b.resourceEndpoint(near, { id: 'near-endpoint', resourceConfiguration: server, subnets: [n], ...names })
    b.resourceEndpoint(far, {
      id: 'far-endpoint',
      resourceConfiguration: cluster,
      subnets: [f],
      privateDns: true,
      privateDnsPreference: 'all-domains',
    })
    b.serviceNetworkEndpoint(far, { id: 'far-network-endpoint', serviceNetwork: network, subnets: [f] })
    b.serviceNetworkEndpoint(near, {
      id: 'named-network-endpoint',
      serviceNetworkArn: 'arn:aws:vpc-lattice:us-east-1:999999999999:servicenetwork/sn-0123456789abcdef0',
      subnets: [n],
    })
  })
