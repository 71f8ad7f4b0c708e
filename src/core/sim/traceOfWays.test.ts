import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import type { AccessRequest } from '../model/design.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import { simulate } from './index.ts'
import { traceLines } from './testing/traceLines.ts'

const catalogue = await loadCatalogue()
/** What passes a packet on in the trace of a request from `client` (10.0.1.9), a line each; `more` = also the filters. */
function traceOf(
  draw: (b: DesignBuilder) => void,
  to: string,
  { more = false, ...given }: Partial<AccessRequest> & { readonly more?: boolean } = {},
): readonly string[] {
  const topology = compileTopology(
    buildDesign((b) => {
      b.vpc({ id: 'vpc', ipv6Cidrs: ['2001:db8::/56'] })
      b.subnet('vpc', { id: 'near', cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8::/64' })
      b.subnet('vpc', { id: 'far', cidr: '10.0.2.0/24' })
      const everything = [
        ['all', null, '0.0.0.0/0'],
        ['all', null, '::/0'],
      ] as const
      b.securityGroup('vpc', { id: 'open', ingress: everything, egress: everything })
      b.ec2('near', {
        id: 'client',
        ...{ privateIp: '10.0.1.9', publicIp: '198.51.100.9', ipv6: '2001:db8::9', securityGroups: ['open'] },
        listens: [{ protocol: 'tcp', port: 443 }],
      })
      draw(b)
    }),
    catalogue,
  )
  const [branch] = simulate(topology, { from: 'client', to, protocol: 'tcp', port: 443, ...given }).branches
  return traceLines(branch!).filter((line) => more || !line.includes(': filter '))
}
const server = (b: DesignBuilder, subnet: string, privateIp: string) =>
  b.ec2(subnet, {
    id: 'server',
    ...{ privateIp, securityGroups: ['open'], listens: [{ protocol: 'tcp' as const, port: 8443 }] },
  })

it('shows how a load balancer that keeps the client’s address catches the answer', () => {
  const draw = (b: DesignBuilder) => {
    server(b, 'far', '10.0.2.9')
    b.targetGroup('vpc', [{ target: 'server', port: 8443 }], { id: 'group', preserveClientIp: true })
    b.nlb('vpc', {
      id: 'nlb',
      securityGroups: ['open'],
      subnets: [{ subnet: 'near', privateIp: '10.0.1.5' }],
      listeners: [['TCP', 443, 'group']],
    })
  }
  expect(traceOf(draw, '10.0.1.5', { more: true })).toEqual([
    'request client: filter permitted filter=security-group direction=egress filters=[open] peer=10.0.1.5 protocol=tcp ports={from:443,to:443} by open.egress.0',
    'request near: look-up-route not-routed table=null main=true destination=10.0.1.5 matched=null target=null by aws-rule near.cidr',
    'request nlb: filter permitted filter=security-group direction=ingress filters=[open] peer=10.0.1.9 protocol=tcp ports={from:443,to:443} by open.ingress.0',
    'request nlb: hand-over translated to=nlb how=load-balancer rewrites={what:destination,from:10.0.1.5,to:10.0.2.9} address=10.0.2.9 port=8443 by group.targets.0',
    'request nlb: filter permitted filter=security-group direction=egress filters=[open] peer=10.0.2.9 protocol=tcp ports={from:8443,to:8443} by open.egress.0',
    'request near: filter permitted filter=network-acl direction=egress filters=[] peer=10.0.2.9 protocol=tcp ports={from:8443,to:8443} by default-acl -',
    'request near: look-up-route matched table=null main=true destination=10.0.2.9 matched=10.0.0.0/16 target=local by local-route -',
    'request far: filter permitted filter=network-acl direction=ingress filters=[] peer=10.0.1.9 protocol=tcp ports={from:8443,to:8443} by default-acl -',
    'request server: filter permitted filter=security-group direction=ingress filters=[open] peer=10.0.1.9 protocol=tcp ports={from:8443,to:8443} by open.ingress.0',
    'request server: hand-over delivered to=server how=local address=10.0.2.9 port=8443 by server.interfaces.0',
    'reply server: filter remembered filter=security-group direction=egress filters=[open] peer=10.0.1.9 protocol=tcp ports={from:32768,to:61000} by -',
    'reply far: filter permitted filter=network-acl direction=egress filters=[] peer=10.0.1.9 protocol=tcp ports={from:32768,to:61000} by default-acl -',
    'reply near: filter permitted filter=network-acl direction=ingress filters=[] peer=10.0.2.9 protocol=tcp ports={from:32768,to:61000} by default-acl -',
    'reply nlb: hand-over translated to=nlb how=load-balancer address=10.0.1.9 port=32768 by -',
    'reply nlb: filter remembered filter=security-group direction=egress filters=[open] peer=10.0.1.9 protocol=tcp ports={from:32768,to:61000} by -',
    'reply near: look-up-route not-routed table=null main=true destination=10.0.1.9 matched=null target=null by aws-rule near.cidr',
    'reply client: filter remembered filter=security-group direction=ingress filters=[open] peer=10.0.1.5 protocol=tcp ports={from:32768,to:61000} by -',
  ])
})

it('shows how a load balancer answers under its own address', () => {
  const draw = (b: DesignBuilder) => {
    server(b, 'far', '10.0.2.9')
    b.targetGroup('vpc', [{ target: 'server', port: 8443 }], { id: 'group', protocol: 'HTTPS', port: 8443 })
    b.alb('vpc', {
      id: 'alb',
      securityGroups: ['open'],
      subnets: [{ subnet: 'near', privateIp: '10.0.1.5' }],
      listeners: [['HTTPS', 443, 'group']],
    })
  }
  expect(traceOf(draw, '10.0.1.5', { more: true })).toEqual([
    'request client: filter permitted filter=security-group direction=egress filters=[open] peer=10.0.1.5 protocol=tcp ports={from:443,to:443} by open.egress.0',
    'request near: look-up-route not-routed table=null main=true destination=10.0.1.5 matched=null target=null by aws-rule near.cidr',
    'request alb: filter permitted filter=security-group direction=ingress filters=[open] peer=10.0.1.9 protocol=tcp ports={from:443,to:443} by open.ingress.0',
    'request alb: hand-over translated to=alb how=load-balancer rewrites={what:source,from:10.0.1.9,to:10.0.1.5} address=10.0.2.9 port=8443 by group.targets.0',
    'request alb: filter permitted filter=security-group direction=egress filters=[open] peer=10.0.2.9 protocol=tcp ports={from:8443,to:8443} by open.egress.0',
    'request near: filter permitted filter=network-acl direction=egress filters=[] peer=10.0.2.9 protocol=tcp ports={from:8443,to:8443} by default-acl -',
    'request near: look-up-route matched table=null main=true destination=10.0.2.9 matched=10.0.0.0/16 target=local by local-route -',
    'request far: filter permitted filter=network-acl direction=ingress filters=[] peer=10.0.1.5 protocol=tcp ports={from:8443,to:8443} by default-acl -',
    'request server: filter permitted filter=security-group direction=ingress filters=[open] peer=10.0.1.5 protocol=tcp ports={from:8443,to:8443} by open.ingress.0',
    'request server: hand-over delivered to=server how=local address=10.0.2.9 port=8443 by server.interfaces.0',
    'reply server: filter remembered filter=security-group direction=egress filters=[open] peer=10.0.1.5 protocol=tcp ports={from:1024,to:65535} by -',
    'reply far: filter permitted filter=network-acl direction=egress filters=[] peer=10.0.1.5 protocol=tcp ports={from:1024,to:65535} by default-acl -',
    'reply far: look-up-route matched table=null main=true destination=10.0.1.5 matched=10.0.0.0/16 target=local by local-route -',
    'reply near: filter permitted filter=network-acl direction=ingress filters=[] peer=10.0.2.9 protocol=tcp ports={from:1024,to:65535} by default-acl -',
    'reply alb: filter remembered filter=security-group direction=ingress filters=[open] peer=10.0.2.9 protocol=tcp ports={from:1024,to:65535} by -',
    'reply alb: hand-over translated to=alb how=load-balancer rewrites={what:destination,from:10.0.1.5,to:10.0.1.9} address=10.0.1.9 port=32768 by -',
    'reply alb: filter remembered filter=security-group direction=egress filters=[open] peer=10.0.1.9 protocol=tcp ports={from:32768,to:61000} by -',
    'reply near: look-up-route not-routed table=null main=true destination=10.0.1.9 matched=null target=null by aws-rule near.cidr',
    'reply client: filter remembered filter=security-group direction=ingress filters=[open] peer=10.0.1.5 protocol=tcp ports={from:32768,to:61000} by -',
  ])
})

const toInternet = (b: DesignBuilder) =>
  b.mainTable(
    'vpc',
    [
      ['0.0.0.0/0', b.internetGateway('vpc', { id: 'igw' })],
      ['::/0', 'igw'],
    ],
    { id: 'main' },
  )

it('shows how somebody on the internet is answered from the public address that was asked', () => {
  const draw = (b: DesignBuilder) => {
    toInternet(b)
    server(b, 'far', '10.0.2.9')
    b.targetGroup('vpc', [{ target: 'server', port: 8443 }], { id: 'group', preserveClientIp: false })
    b.nlb('vpc', {
      id: 'nlb',
      scheme: 'internet-facing',
      securityGroups: ['open'],
      subnets: [{ subnet: 'near', privateIp: '10.0.1.5', publicIp: '198.51.100.5' }],
      listeners: [['TCP', 443, 'group']],
    })
  }
  expect(traceOf(draw, '198.51.100.9', { from: 'internet', more: true })).toEqual([
    'request igw: hand-over translated to=igw how=internet-gateway rewrites={what:destination,from:198.51.100.9,to:10.0.1.9} address=198.51.100.9 port=443 by client.interfaces.0.publicIp',
    'request near: filter permitted filter=network-acl direction=ingress filters=[] peer=8.8.8.8 protocol=tcp ports={from:443,to:443} by default-acl -',
    'request client: filter permitted filter=security-group direction=ingress filters=[open] peer=8.8.8.8 protocol=tcp ports={from:443,to:443} by open.ingress.0',
    'request client: hand-over delivered to=client how=local address=10.0.1.9 port=443 by client.interfaces.0',
    'reply client: filter remembered filter=security-group direction=egress filters=[open] peer=8.8.8.8 protocol=tcp ports={from:1024,to:65535} by -',
    'reply near: filter permitted filter=network-acl direction=egress filters=[] peer=8.8.8.8 protocol=tcp ports={from:1024,to:65535} by default-acl -',
    'reply near: look-up-route matched table=main main=true destination=8.8.8.8 matched=0.0.0.0/0 target=igw by main.routes.0',
    'reply igw: hand-over translated to=igw how=internet-gateway rewrites={what:source,from:10.0.1.9,to:198.51.100.9} address=8.8.8.8 port=1024 by main.routes.0',
  ])
  expect(traceOf(draw, '198.51.100.5', { from: 'internet' })).toEqual([
    'request igw: hand-over translated to=igw how=internet-gateway rewrites={what:destination,from:198.51.100.5,to:10.0.1.5} address=198.51.100.5 port=443 by nlb.subnets.0.publicIp',
    'request nlb: hand-over translated to=nlb how=load-balancer rewrites={what:source,from:8.8.8.8,to:10.0.1.5} address=10.0.2.9 port=8443 by group.targets.0',
    'request near: look-up-route matched table=main main=true destination=10.0.2.9 matched=10.0.0.0/16 target=local by local-route - of main.routes.0',
    'request server: hand-over delivered to=server how=local address=10.0.2.9 port=8443 by server.interfaces.0',
    'reply far: look-up-route matched table=main main=true destination=10.0.1.5 matched=10.0.0.0/16 target=local by local-route - of main.routes.0',
    'reply nlb: hand-over translated to=nlb how=load-balancer rewrites={what:destination,from:10.0.1.5,to:8.8.8.8} address=8.8.8.8 port=1024 by -',
    'reply near: look-up-route matched table=main main=true destination=8.8.8.8 matched=0.0.0.0/0 target=igw by main.routes.0',
    'reply igw: hand-over translated to=igw how=internet-gateway rewrites={what:source,from:10.0.1.5,to:198.51.100.5} address=8.8.8.8 port=1024 by main.routes.0',
  ])
})

it('shows that IPv6 leaves and comes back unchanged', () => {
  expect(traceOf(toInternet, '2600::1')).toEqual([
    'request near: look-up-route matched table=main main=true destination=2600::1 matched=::/0 target=igw by main.routes.1',
    'request igw: hand-over forwarded to=igw how=internet-gateway address=2600::1 port=443 by main.routes.1',
    'request 2600::1: hand-over delivered to=null how=internet-host address=2600::1 port=443 by -',
    'reply igw: hand-over forwarded to=igw how=internet-gateway address=2001:db8::9 port=32768 by client.interfaces.0.ipv6',
  ])
  const egressOnly = (b: DesignBuilder) =>
    b.mainTable('vpc', [['::/0', b.egressOnlyInternetGateway('vpc', { id: 'eigw' })]], { id: 'main' })
  expect(traceOf(egressOnly, '2600::1')).toEqual([
    'request near: look-up-route matched table=main main=true destination=2600::1 matched=::/0 target=eigw by main.routes.0',
    'request eigw: hand-over forwarded to=eigw how=egress-only-internet-gateway address=2600::1 port=443 by main.routes.0',
    'request 2600::1: hand-over delivered to=null how=internet-host address=2600::1 port=443 by -',
    'reply eigw: hand-over forwarded to=eigw how=egress-only-internet-gateway address=2001:db8::9 port=32768 by -',
  ])
})

it('shows how an instance that translates stands for the one behind it', () => {
  const draw = (b: DesignBuilder) => {
    b.ec2('far', {
      id: 'nat-instance',
      ...{ privateIp: '10.0.2.5', publicIp: '198.51.100.7', sourceDestCheck: false, securityGroups: ['open'] },
      forwarding: 'translates',
    })
    b.routeTable('vpc', [['0.0.0.0/0', 'nat-instance']], { id: 'private', subnets: ['near'] })
    b.routeTable('vpc', [['0.0.0.0/0', b.internetGateway('vpc', { id: 'igw' })]], { id: 'public', subnets: ['far'] })
  }
  const lines = traceOf(draw, '8.8.8.8', { more: true })
  expect(lines.filter((line) => !line.startsWith('reply nat-instance: hand-over'))).toEqual([
    'request client: filter permitted filter=security-group direction=egress filters=[open] peer=8.8.8.8 protocol=tcp ports={from:443,to:443} by open.egress.0',
    'request near: filter permitted filter=network-acl direction=egress filters=[] peer=8.8.8.8 protocol=tcp ports={from:443,to:443} by default-acl -',
    'request near: look-up-route matched table=private main=false destination=8.8.8.8 matched=0.0.0.0/0 target=nat-instance by private.routes.0',
    'request far: filter permitted filter=network-acl direction=ingress filters=[] peer=10.0.1.9 protocol=tcp ports={from:443,to:443} by default-acl -',
    'request nat-instance: filter permitted filter=security-group direction=ingress filters=[open] peer=10.0.1.9 protocol=tcp ports={from:443,to:443} by open.ingress.0',
    'request nat-instance: hand-over translated to=nat-instance how=appliance rewrites={what:source,from:10.0.1.9,to:10.0.2.5} address=8.8.8.8 port=443 by nat-instance.forwarding',
    'request nat-instance: filter permitted filter=security-group direction=egress filters=[open] peer=8.8.8.8 protocol=tcp ports={from:443,to:443} by open.egress.0',
    'request far: filter permitted filter=network-acl direction=egress filters=[] peer=8.8.8.8 protocol=tcp ports={from:443,to:443} by default-acl -',
    'request far: look-up-route matched table=public main=false destination=8.8.8.8 matched=0.0.0.0/0 target=igw by public.routes.0',
    'request igw: hand-over translated to=igw how=internet-gateway rewrites={what:source,from:10.0.2.5,to:198.51.100.7} address=8.8.8.8 port=443 by public.routes.0',
    'request 8.8.8.8: hand-over delivered to=null how=internet-host address=8.8.8.8 port=443 by -',
    'reply igw: hand-over translated to=igw how=internet-gateway rewrites={what:destination,from:198.51.100.7,to:10.0.2.5} address=198.51.100.7 port=32768 by nat-instance.interfaces.0.publicIp',
    'reply far: filter permitted filter=network-acl direction=ingress filters=[] peer=8.8.8.8 protocol=tcp ports={from:32768,to:61000} by default-acl -',
    'reply nat-instance: filter remembered filter=security-group direction=ingress filters=[open] peer=8.8.8.8 protocol=tcp ports={from:32768,to:61000} by -',
    'reply far: filter permitted filter=network-acl direction=egress filters=[] peer=10.0.1.9 protocol=tcp ports={from:32768,to:61000} by default-acl -',
    'reply far: look-up-route matched table=public main=false destination=10.0.1.9 matched=10.0.0.0/16 target=local by local-route - of public.routes.0',
    'reply near: filter permitted filter=network-acl direction=ingress filters=[] peer=8.8.8.8 protocol=tcp ports={from:32768,to:61000} by default-acl -',
    'reply client: filter remembered filter=security-group direction=ingress filters=[open] peer=8.8.8.8 protocol=tcp ports={from:32768,to:61000} by -',
  ])
})

it('shows how packets cross a peering connection, and a gateway endpoint', () => {
  const peered = (b: DesignBuilder) => {
    b.vpc({ id: 'other', cidrs: ['10.1.0.0/16'] })
    b.subnet('other', { id: 'away', cidr: '10.1.1.0/24' })
    b.securityGroup('other', { id: 'from-vpc', ingress: [['tcp', 443, '10.0.0.0/16']] })
    b.ec2('away', { id: 'peer', privateIp: '10.1.1.9', securityGroups: ['from-vpc'] })
    b.peering('vpc', 'other', { id: 'pcx' })
    b.mainTable('vpc', [['10.1.0.0/16', 'pcx']], { id: 'table' })
    b.mainTable('other', [['10.0.0.0/16', 'pcx']], { id: 'other-table' })
  }
  expect(traceOf(peered, '10.1.1.9')).toEqual([
    'request near: look-up-route matched table=table main=true destination=10.1.1.9 matched=10.1.0.0/16 target=pcx by table.routes.0',
    'request pcx: hand-over forwarded to=pcx how=peering address=10.1.1.9 port=443 by table.routes.0',
    'request peer: hand-over delivered to=peer how=local address=10.1.1.9 port=443 by peer.interfaces.0',
    'reply away: look-up-route matched table=other-table main=true destination=10.0.1.9 matched=10.0.0.0/16 target=pcx by other-table.routes.0',
    'reply pcx: hand-over forwarded to=pcx how=peering address=10.0.1.9 port=32768 by other-table.routes.0',
  ])
  const byGatewayEndpoint = (b: DesignBuilder) => {
    b.mainTable('vpc', [], { id: 'table' })
    b.gatewayEndpoint('vpc', 's3', { id: 'vpce', routeTables: ['table'] })
  }
  // which addresses S3 has changes with the catalogue
  const lines = traceOf(byGatewayEndpoint, 's3.us-east-1.amazonaws.com').map((line) =>
    line.replaceAll(/\b(?!10\.)\d+(\.\d+){3}(\/\d+)?/g, 'of-s3'),
  )
  expect(lines).toEqual([
    'lookup vpc: resolve-name answered name=s3.us-east-1.amazonaws.com resolver=AmazonProvidedDNS source=public-dns owner=null answers=[of-s3] rangeOf=Amazon S3 in us-east-1 service={name:com.amazonaws.us-east-1.s3,region:us-east-1,gateway:true} passedOver=[] by -',
    'request near: look-up-route matched table=table main=true destination=of-s3 matched=com.amazonaws.us-east-1.s3 (of-s3) target=vpce by endpoint-route vpce.routeTables.0',
    'request vpce: hand-over forwarded to=vpce how=gateway-endpoint address=of-s3 port=443 by vpce.routeTables.0',
    'request Amazon S3 in us-east-1: hand-over delivered to=null how=service address=of-s3 port=443 by -',
    'reply vpce: hand-over forwarded to=vpce how=gateway-endpoint address=10.0.1.9 port=32768 by -',
  ])
})

it('shows the way to a network on premises, and from there, by its own way to the internet too', () => {
  const draw = (b: DesignBuilder) => {
    b.virtualPrivateGateway('vpc', { id: 'vgw' })
    b.onPremises(['192.168.0.0/16'], { id: 'office', internetAccess: true })
    b.onPremisesHost('office', '192.168.1.9', { id: 'host', listens: [{ protocol: 'tcp', port: 443 }] })
    b.customerGateway({ id: 'cgw', network: 'office' })
    b.vpn('cgw', 'vgw', { id: 'vpn', routing: 'bgp' })
    b.mainTable('vpc', [['192.168.0.0/16', 'vgw']], { id: 'table' })
    b.internetHost({ id: 'web', hostNames: ['www.example.net'], addresses: ['203.0.113.9'] })
  }
  expect(traceOf(draw, '192.168.1.9')).toEqual([
    'request near: look-up-route matched table=table main=true destination=192.168.1.9 matched=192.168.0.0/16 target=vgw by table.routes.0',
    'request vgw: hand-over forwarded to=vgw how=vpn address=192.168.1.9 port=443 by table.routes.0',
    'request vpn: hand-over forwarded to=vpn how=vpn address=192.168.1.9 port=443 by table.routes.0',
    'request host: hand-over delivered to=host how=local address=192.168.1.9 port=443 by host',
    'reply office: look-up-route matched table=office main=false of=on-premises destination=10.0.1.9 matched=10.0.0.0/16 target=vpn by vpn.gateway of office.internetAccess',
    'reply vpn: hand-over forwarded to=vpn how=vpn address=10.0.1.9 port=32768 by vpn.gateway',
    'reply vgw: hand-over forwarded to=vgw how=vpn address=10.0.1.9 port=32768 by -',
  ])
  expect(traceOf(draw, '10.0.1.9', { from: 'host' })).toEqual([
    'request office: look-up-route matched table=office main=false of=on-premises destination=10.0.1.9 matched=10.0.0.0/16 target=vpn by vpn.gateway of office.internetAccess',
    'request vpn: hand-over forwarded to=vpn how=vpn address=10.0.1.9 port=443 by vpn.gateway',
    'request vgw: hand-over forwarded to=vgw how=vpn address=10.0.1.9 port=443 by -',
    'request client: hand-over delivered to=client how=local address=10.0.1.9 port=443 by client.interfaces.0',
    'reply near: look-up-route matched table=table main=true destination=192.168.1.9 matched=192.168.0.0/16 target=vgw by table.routes.0',
    'reply vgw: hand-over forwarded to=vgw how=vpn address=192.168.1.9 port=1024 by table.routes.0',
    'reply vpn: hand-over forwarded to=vpn how=vpn address=192.168.1.9 port=1024 by table.routes.0',
  ])
  expect(traceOf(draw, 'www.example.net', { from: 'host' })).toEqual([
    'lookup public DNS: resolve-name answered name=www.example.net resolver=public DNS source=public-dns owner=web answers=[203.0.113.9] passedOver=[] by web',
    'request office: look-up-route matched table=office main=false of=on-premises destination=203.0.113.9 matched=0.0.0.0/0 target=office by office.internetAccess',
    'request office: hand-over forwarded to=office how=own-internet address=203.0.113.9 port=443 by office.internetAccess',
    'request web: hand-over delivered to=web how=internet-host address=203.0.113.9 port=443 by -',
    'reply office: hand-over forwarded to=office how=own-internet address=192.0.2.1 port=1024 by -',
  ])
})

it('shows how both directions pass the endpoint of a Gateway Load Balancer', () => {
  const draw = (b: DesignBuilder) => {
    b.vpc({ id: 'security', cidrs: ['10.9.0.0/16'] })
    b.subnet('security', { id: 'inside', cidr: '10.9.1.0/24' })
    b.securityGroup('security', { id: 'geneve', ingress: [['udp', 6081, '10.9.0.0/16']] })
    b.ec2('inside', { id: 'fw', privateIp: '10.9.1.20', securityGroups: ['geneve'] })
    b.targetGroup('security', ['fw'], { id: 'group', protocol: 'GENEVE', port: 6081 })
    b.gwlb('security', { id: 'gwlb', subnets: [{ subnet: 'inside', privateIp: '10.9.1.10' }], targetGroup: 'group' })
    b.endpointService(['gwlb'], { id: 'service' })
    b.internetGateway('vpc', { id: 'igw' })
    b.gwlbe('far', 'service', { id: 'endpoint' })
    b.routeTable('vpc', [['0.0.0.0/0', 'endpoint']], { id: 'app-table', subnets: ['near'] })
    b.routeTable('vpc', [['0.0.0.0/0', 'igw']], { id: 'gate-table', subnets: ['far'] })
    b.edgeTable('igw', [['10.0.1.0/24', 'endpoint']], { id: 'edge-table' })
  }
  expect(traceOf(draw, '8.8.8.8')).toEqual([
    'request near: look-up-route matched table=app-table main=false destination=8.8.8.8 matched=0.0.0.0/0 target=endpoint by app-table.routes.0',
    'request endpoint: hand-over forwarded to=endpoint how=gateway-load-balancer-endpoint address=8.8.8.8 port=443 by app-table.routes.0',
    'request gwlb: hand-over forwarded to=gwlb how=load-balancer address=10.9.1.20 port=6081 by group.targets.0',
    'request inside: look-up-route not-routed table=null main=true destination=10.9.1.20 matched=null target=null by aws-rule inside.cidr',
    'request fw: hand-over forwarded to=fw how=appliance address=8.8.8.8 port=443 by group.targets.0',
    'request far: look-up-route matched table=gate-table main=false destination=8.8.8.8 matched=0.0.0.0/0 target=igw by gate-table.routes.0',
    'request igw: hand-over translated to=igw how=internet-gateway rewrites={what:source,from:10.0.1.9,to:198.51.100.9} address=8.8.8.8 port=443 by gate-table.routes.0',
    'request 8.8.8.8: hand-over delivered to=null how=internet-host address=8.8.8.8 port=443 by -',
    'reply igw: hand-over translated to=igw how=internet-gateway rewrites={what:destination,from:198.51.100.9,to:10.0.1.9} address=198.51.100.9 port=32768 by client.interfaces.0.publicIp',
    'reply igw: look-up-route matched table=edge-table main=false of=gateway destination=10.0.1.9 matched=10.0.1.0/24 target=endpoint by edge-table.routes.0',
    'reply endpoint: hand-over forwarded to=endpoint how=gateway-load-balancer-endpoint address=10.0.1.9 port=32768 by edge-table.routes.0',
    'reply gwlb: hand-over forwarded to=gwlb how=load-balancer address=10.9.1.20 port=6081 by group.targets.0',
    'reply inside: look-up-route not-routed table=null main=true destination=10.9.1.20 matched=null target=null by aws-rule inside.cidr',
    'reply fw: hand-over forwarded to=fw how=appliance address=10.0.1.9 port=32768 by group.targets.0',
    'reply far: look-up-route matched table=gate-table main=false destination=10.0.1.9 matched=10.0.0.0/16 target=local by local-route - of gate-table.routes.0',
  ])
})

it('shows whom a name was asked of, and what each said', () => {
  const draw = (b: DesignBuilder) => {
    b.set<'vpc'>('vpc', { dnsHostnames: true })
    b.onPremises(['192.168.0.0/16'], { id: 'office', name: 'Office', dnsServer: '192.168.1.53' })
    b.virtualPrivateGateway('vpc', { id: 'vgw' })
    b.customerGateway({ id: 'cgw', network: 'office' })
    b.vpn('cgw', 'vgw', { id: 'vpn', routing: 'bgp' })
    b.mainTable('vpc', [['192.168.0.0/16', 'vgw']], { id: 'table' })
    b.onPremisesHost('office', '192.168.1.9', { id: 'host', hostNames: ['files.corp.example'] })
    b.securityGroup('vpc', {
      id: 'resolvers',
      ingress: [],
      egress: [
        ['udp', 53, '192.168.0.0/16'],
        ['tcp', 53, '192.168.0.0/16'],
      ],
    })
    b.resolverEndpoint('outbound', [{ subnet: 'far', privateIp: '10.0.2.53' }], {
      id: 'outbound',
      securityGroups: ['resolvers'],
    })
    b.resolverRule('corp.example', ['192.168.1.53'], { id: 'rule', resolverEndpoint: 'outbound', vpcs: ['vpc'] })
    b.hostedZone('example.internal', ['vpc'], {
      id: 'zone',
      records: [
        ['db', 'CNAME', 'real.example.internal'],
        ['real', 'A', '10.0.2.9'],
      ],
    })
  }
  const lookups = (to: string, given = {}) =>
    traceOf(draw, to, given).filter((line) => line.includes(': resolve-name '))
  expect(lookups('db.example.internal')).toEqual([
    'lookup vpc: resolve-name another-name name=db.example.internal resolver=AmazonProvidedDNS source=private-hosted-zone owner=zone answers=[] next=real.example.internal passedOver=[] by zone.records.0',
    'lookup vpc: resolve-name answered name=real.example.internal resolver=AmazonProvidedDNS source=private-hosted-zone owner=zone answers=[10.0.2.9] passedOver=[] by zone.records.1',
  ])
  expect(lookups('files.corp.example')).toEqual([
    'lookup vpc: resolve-name forwarded name=files.corp.example resolver=AmazonProvidedDNS source=null owner=rule answers=[] next=192.168.1.53 passedOver=[] by rule.domain',
    'lookup Office: resolve-name answered name=files.corp.example resolver=192.168.1.53 source=on-premises owner=host answers=[192.168.1.9] passedOver=[] by host.hostNames',
  ])
  expect(lookups('no.example.internal')).toEqual([
    'lookup vpc: resolve-name no-such-name DNS_PHZ_NXDOMAIN name=no.example.internal resolver=AmazonProvidedDNS source=private-hosted-zone owner=zone answers=[] passedOver=[] by zone.records',
  ])
  expect(lookups('files.corp.example', { from: 'host' })).toEqual([
    'lookup Office: resolve-name answered name=files.corp.example resolver=192.168.1.53 source=on-premises owner=host answers=[192.168.1.9] passedOver=[] by host.hostNames',
  ])
})
