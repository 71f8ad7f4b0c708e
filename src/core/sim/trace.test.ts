import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import { simulate } from './index.ts'
import { traceLines } from './testing/traceLines.ts'

const catalogue = await loadCatalogue()
/** The trace of a request from `client` to `to`, hop by hop. */
function traceOf(draw: (b: DesignBuilder) => void, to: string, port = 443): readonly string[] {
  const topology = compileTopology(
    buildDesign((b) => {
      b.vpc({ id: 'vpc' })
      b.subnet('vpc', { id: 'near', cidr: '10.0.1.0/24' })
      b.subnet('vpc', { id: 'far', cidr: '10.0.2.0/24' })
      draw(b)
    }),
    catalogue,
  )
  return traceLines(simulate(topology, { from: 'client', to, protocol: 'tcp', port }).branches[0]!)
}
const server = (b: DesignBuilder, securityGroups: readonly string[] = []) =>
  b.ec2('far', { id: 'server', privateIp: '10.0.2.9', securityGroups, listens: [{ protocol: 'tcp', port: 443 }] })

const filters = (b: DesignBuilder) => {
  b.securityGroup('vpc', {
    id: 'out',
    egress: [
      ['tcp', 80, '0.0.0.0/0'],
      ['tcp', 443, '10.0.0.0/16'],
    ],
  })
  b.securityGroup('vpc', {
    id: 'in',
    ingress: [
      ['tcp', 22, '0.0.0.0/0'],
      ['tcp', 80, '0.0.0.0/0'],
    ],
  })
  b.networkAcl('vpc', {
    id: 'acl-near',
    subnets: ['near'],
    egress: [
      [100, 'deny', 'tcp', 22, '0.0.0.0/0'],
      [200, 'allow', 'all', null, '0.0.0.0/0'],
    ],
    ingress: [
      [100, 'deny', 'tcp', [40000, 65535], '0.0.0.0/0'],
      [200, 'allow', 'all', null, '0.0.0.0/0'],
    ],
  })
  b.networkAcl('vpc', {
    id: 'acl-far',
    subnets: ['far'],
    ingress: [[100, 'allow', 'tcp', 443, '10.0.1.0/24']],
    egress: [],
  })
  b.ec2('near', { id: 'client', privateIp: '10.0.1.9', securityGroups: ['out'] })
  server(b, ['in'])
}

it('says of every filter which entry decided, and which it looked at before', () => {
  expect(traceOf(filters, '10.0.2.9')).toEqual([
    'request client: filter permitted filter=security-group direction=egress filters=[out] peer=10.0.2.9 protocol=tcp ports={from:443,to:443} by out.egress.1',
    'request near: filter permitted filter=network-acl direction=egress filters=[acl-near] peer=10.0.2.9 protocol=tcp ports={from:443,to:443} ruleNumber=200 by acl-near.egress.1 of acl-near.egress.0',
    'request near: look-up-route matched table=null main=true destination=10.0.2.9 matched=10.0.0.0/16 target=local by local-route -',
    'request far: filter permitted filter=network-acl direction=ingress filters=[acl-far] peer=10.0.1.9 protocol=tcp ports={from:443,to:443} ruleNumber=100 by acl-far.ingress.0',
    'request server: filter denied ENI_SG_RULES_MISMATCH filter=security-group direction=ingress filters=[in] peer=10.0.1.9 protocol=tcp ports={from:443,to:443} by no-match in.ingress of in.ingress.0 in.ingress.1',
    'request server: hand-over delivered to=server how=local address=10.0.2.9 port=443 by server.interfaces.0',
    'reply server: filter remembered filter=security-group direction=egress filters=[in] peer=10.0.1.9 protocol=tcp ports={from:32768,to:61000} by -',
    'reply far: filter denied SUBNET_ACL_RESTRICTION filter=network-acl direction=egress filters=[acl-far] peer=10.0.1.9 protocol=tcp ports={from:32768,to:61000} by default-deny acl-far.egress',
    'reply far: look-up-route matched table=null main=true destination=10.0.1.9 matched=10.0.0.0/16 target=local by local-route -',
    'reply near: filter partly SUBNET_ACL_RESTRICTION filter=network-acl direction=ingress filters=[acl-near] peer=10.0.2.9 protocol=tcp ports={from:32768,to:61000} ruleNumber=100 dropped=[{from:40000,to:61000}] share=0.25615414585768426 by acl-near.ingress.0',
    'reply client: filter remembered filter=security-group direction=ingress filters=[out] peer=10.0.2.9 protocol=tcp ports={from:32768,to:61000} by -',
  ])
})

it('says of a VPC’s own group and ACL that they are AWS’s', () => {
  const draw = (b: DesignBuilder) => {
    b.ec2('near', { id: 'client', privateIp: '10.0.1.9' })
    server(b)
  }
  expect(traceOf(draw, '10.0.2.9')).toEqual([
    'request client: filter permitted filter=security-group direction=egress filters=[] peer=10.0.2.9 protocol=tcp ports={from:443,to:443} by default-group vpc.defaultSecurityGroup',
    'request near: filter permitted filter=network-acl direction=egress filters=[] peer=10.0.2.9 protocol=tcp ports={from:443,to:443} by default-acl -',
    'request near: look-up-route matched table=null main=true destination=10.0.2.9 matched=10.0.0.0/16 target=local by local-route -',
    'request far: filter permitted filter=network-acl direction=ingress filters=[] peer=10.0.1.9 protocol=tcp ports={from:443,to:443} by default-acl -',
    'request server: filter permitted filter=security-group direction=ingress filters=[] peer=10.0.1.9 protocol=tcp ports={from:443,to:443} by default-group vpc.defaultSecurityGroup',
    'request server: hand-over delivered to=server how=local address=10.0.2.9 port=443 by server.interfaces.0',
    'reply server: filter remembered filter=security-group direction=egress filters=[] peer=10.0.1.9 protocol=tcp ports={from:32768,to:61000} by default-group -',
    'reply far: filter permitted filter=network-acl direction=egress filters=[] peer=10.0.1.9 protocol=tcp ports={from:32768,to:61000} by default-acl -',
    'reply far: look-up-route matched table=null main=true destination=10.0.1.9 matched=10.0.0.0/16 target=local by local-route -',
    'reply near: filter permitted filter=network-acl direction=ingress filters=[] peer=10.0.2.9 protocol=tcp ports={from:32768,to:61000} by default-acl -',
    'reply client: filter remembered filter=security-group direction=ingress filters=[] peer=10.0.2.9 protocol=tcp ports={from:32768,to:61000} by default-group -',
  ])
})

it('says of every route which lost against it, and of every gateway what it rewrites', () => {
  const draw = (b: DesignBuilder) => {
    b.internetGateway('vpc', { id: 'igw' })
    b.natGateway('far', { id: 'nat', privateIp: '10.0.2.5', publicIp: '198.51.100.5' })
    const routes = [
      ['0.0.0.0/0', 'nat'],
      ['8.0.0.0/6', 'blackhole'],
      ['8.8.0.0/16', 'nat'],
    ] as const
    b.routeTable('vpc', routes, { id: 'private', subnets: ['near'] })
    b.routeTable('vpc', [['0.0.0.0/0', 'igw']], { id: 'public', subnets: ['far'] })
    b.ec2('near', { id: 'client', privateIp: '10.0.1.9' })
  }
  expect(traceOf(draw, '8.8.8.8')).toEqual([
    'request client: filter permitted filter=security-group direction=egress filters=[] peer=8.8.8.8 protocol=tcp ports={from:443,to:443} by default-group vpc.defaultSecurityGroup',
    'request near: filter permitted filter=network-acl direction=egress filters=[] peer=8.8.8.8 protocol=tcp ports={from:443,to:443} by default-acl -',
    'request near: look-up-route matched table=private main=false destination=8.8.8.8 matched=8.8.0.0/16 target=nat by private.routes.2 of private.routes.1 private.routes.0',
    'request far: filter permitted filter=network-acl direction=ingress filters=[] peer=10.0.1.9 protocol=tcp ports={from:443,to:443} by default-acl -',
    'request nat: hand-over translated to=nat how=nat-gateway rewrites={what:source,from:10.0.1.9,to:10.0.2.5} address=8.8.8.8 port=443 by private.routes.2',
    'request far: filter permitted filter=network-acl direction=egress filters=[] peer=8.8.8.8 protocol=tcp ports={from:443,to:443} by default-acl -',
    'request far: look-up-route matched table=public main=false destination=8.8.8.8 matched=0.0.0.0/0 target=igw by public.routes.0',
    'request igw: hand-over translated to=igw how=internet-gateway rewrites={what:source,from:10.0.2.5,to:198.51.100.5} address=8.8.8.8 port=443 by public.routes.0',
    'request 8.8.8.8: hand-over delivered to=null how=internet-host address=8.8.8.8 port=443 by -',
    'reply igw: hand-over translated to=igw how=internet-gateway rewrites={what:destination,from:198.51.100.5,to:10.0.2.5} address=198.51.100.5 port=1024 by nat.publicIp',
    'reply far: filter permitted filter=network-acl direction=ingress filters=[] peer=8.8.8.8 protocol=tcp ports={from:1024,to:65535} by default-acl -',
    'reply nat: hand-over translated to=nat how=nat-gateway rewrites={what:destination,from:10.0.2.5,to:10.0.1.9} address=10.0.1.9 port=32768 by -',
    'reply far: filter permitted filter=network-acl direction=egress filters=[] peer=10.0.1.9 protocol=tcp ports={from:32768,to:61000} by default-acl -',
    'reply far: look-up-route matched table=public main=false destination=10.0.1.9 matched=10.0.0.0/16 target=local by local-route - of public.routes.0',
    'reply near: filter permitted filter=network-acl direction=ingress filters=[] peer=8.8.8.8 protocol=tcp ports={from:32768,to:61000} by default-acl -',
    'reply client: filter remembered filter=security-group direction=ingress filters=[] peer=8.8.8.8 protocol=tcp ports={from:32768,to:61000} by default-group -',
  ])
})

const handOvers = (lines: readonly string[]) => lines.filter((line) => line.includes(': hand-over '))

it('says who hands the request on to whom: endpoint, service, load balancer, target, and back', () => {
  const draw = (b: DesignBuilder) => {
    b.vpc({ id: 'provider', cidrs: ['10.9.0.0/16'] })
    b.subnet('provider', { id: 'nodes', cidr: '10.9.1.0/24' })
    b.securityGroup('provider', { id: 'open', ingress: [['all', null, '0.0.0.0/0']] })
    b.securityGroup('vpc', { id: 'endpoint-group', ingress: [['all', null, '0.0.0.0/0']] })
    b.ec2('nodes', {
      id: 'web',
      privateIp: '10.9.1.20',
      securityGroups: ['open'],
      listens: [{ protocol: 'tcp', port: 8443 }],
    })
    b.targetGroup('provider', [{ target: 'web', port: 8443 }], { id: 'group', proxyProtocol: true })
    b.nlb('provider', {
      id: 'nlb',
      subnets: [{ subnet: 'nodes', privateIp: '10.9.1.10' }],
      listeners: [['TCP', 443, 'group']],
    })
    b.endpointService(['nlb'], { id: 'service' })
    b.interfaceEndpoint('vpc', 'service', {
      id: 'vpce',
      securityGroups: ['endpoint-group'],
      subnets: [{ subnet: 'near', privateIp: '10.0.1.10' }],
    })
    b.ec2('near', { id: 'client', privateIp: '10.0.1.9' })
  }
  expect(handOvers(traceOf(draw, '10.0.1.10'))).toEqual([
    'request vpce: hand-over translated to=vpce how=endpoint-service rewrites={what:destination,from:10.0.1.10,to:10.9.1.10} address=10.9.1.10 port=443 by vpce.subnets.0',
    'request service: hand-over forwarded to=service how=endpoint-service address=10.9.1.10 port=443 by service.loadBalancers',
    'request nlb: hand-over translated to=nlb how=load-balancer rewrites={what:source,from:10.0.1.9,to:10.9.1.10} header=true address=10.9.1.20 port=8443 by group.targets.0',
    'request web: hand-over delivered to=web how=local address=10.9.1.20 port=8443 by web.interfaces.0',
    'reply nlb: hand-over translated to=nlb how=load-balancer rewrites={what:destination,from:10.9.1.10,to:10.0.1.9} address=10.0.1.9 port=1024 by -',
    'reply vpce: hand-over translated to=vpce how=endpoint-service address=10.0.1.9 port=32768 by -',
  ])
})

it('says which table of a transit gateway was asked, and by which route the packet left', () => {
  const draw = (b: DesignBuilder) => {
    b.vpc({ id: 'other', cidrs: ['10.1.0.0/16'] })
    b.subnet('other', { id: 'away', cidr: '10.1.1.0/24' })
    b.transitGateway({ id: 'tgw' })
    b.transitTable('tgw', [['10.0.0.0/8', 'blackhole']], { id: 'tgw-table' })
    b.attach('vpc', 'tgw', { id: 'attach-vpc' })
    b.attach('other', 'tgw', { id: 'attach-other' })
    b.mainTable('vpc', [['10.1.0.0/16', 'tgw']], { id: 'table' })
    b.mainTable('other', [['10.0.0.0/16', 'tgw']], { id: 'other-table' })
    b.securityGroup('other', { id: 'open', ingress: [['all', null, '0.0.0.0/0']] })
    b.ec2('near', { id: 'client', privateIp: '10.0.1.9' })
    b.ec2('away', { id: 'far-server', privateIp: '10.1.1.9', securityGroups: ['open'] })
  }
  expect(traceOf(draw, '10.1.1.9').filter((line) => !line.includes(': filter '))).toEqual([
    'request near: look-up-route matched table=table main=true destination=10.1.1.9 matched=10.1.0.0/16 target=tgw by table.routes.0',
    'request tgw: look-up-route matched table=tgw-table main=false of=transit-gateway destination=10.1.1.9 matched=10.1.0.0/16 target=attach-other by tgw-table.propagations.1 of tgw-table.routes.0',
    'request tgw: hand-over forwarded to=tgw how=transit-gateway address=10.1.1.9 port=443 by tgw-table.propagations.1',
    'request away: look-up-route not-routed table=other-table main=true destination=10.1.1.9 matched=null target=null by aws-rule away.cidr',
    'request far-server: hand-over delivered to=far-server how=local address=10.1.1.9 port=443 by far-server.interfaces.0',
    'reply away: look-up-route matched table=other-table main=true destination=10.0.1.9 matched=10.0.0.0/16 target=tgw by other-table.routes.0',
    'reply tgw: look-up-route matched table=tgw-table main=false of=transit-gateway destination=10.0.1.9 matched=10.0.0.0/16 target=attach-vpc by tgw-table.propagations.0 of tgw-table.routes.0',
    'reply tgw: hand-over forwarded to=tgw how=transit-gateway address=10.0.1.9 port=32768 by tgw-table.propagations.0',
    'reply near: look-up-route not-routed table=table main=true destination=10.0.1.9 matched=null target=null by aws-rule near.cidr',
  ])
})
