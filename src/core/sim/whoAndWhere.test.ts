import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import type { AccessRequest } from '../model/design.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import { decide, simulate } from './index.ts'

const catalogue = await loadCatalogue()
/** A VPC with an internet gateway, a client and a server that listens on 443; `draw` adds the rest. */
const askedIn = (draw: (b: DesignBuilder) => void = () => {}) => {
  const topology = compileTopology(
    buildDesign((b) => {
      b.vpc({ id: 'vpc', dnsHostnames: true, ipv6Cidrs: ['2001:db8::/56'] })
      b.mainTable('vpc', [
        ['0.0.0.0/0', b.internetGateway('vpc', { id: 'igw' })],
        ['::/0', 'igw'],
      ])
      b.subnet('vpc', { id: 'net', cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8::/64' })
      b.securityGroup('vpc', {
        id: 'open',
        ingress: [
          ['all', null, '0.0.0.0/0'],
          ['all', null, '::/0'],
        ],
      })
      b.ec2('net', {
        id: 'client',
        ...{ privateIp: '10.0.1.9', publicIp: '198.51.100.9', ipv6: '2001:db8::9', securityGroups: ['open'] },
      })
      b.ec2('net', {
        id: 'server',
        ...{ privateIp: '10.0.1.20', publicIp: '198.51.100.20', ipv6: '2001:db8::20', securityGroups: ['open'] },
        listens: [{ protocol: 'tcp', port: 443 }],
      })
      draw(b)
    }),
    catalogue,
  )
  return (from: string, to: string, given: Partial<AccessRequest> = {}) =>
    simulate(topology, { from, to, protocol: 'tcp', port: 443, ...given })
}
const reasonOf = ({ code, gaps }: ReturnType<ReturnType<typeof askedIn>>) => [code, gaps[0]?.values.message]

it('takes somebody on the internet by a public address only', () => {
  const ask = askedIn((b) => {
    b.internetHost({ id: 'host', addresses: ['203.0.113.9'] })
    b.internetHost({ id: 'six', addresses: ['2001:db8:ffff::1'] })
    b.internetHost({ id: 'anyone', addresses: [] })
  })
  const from = (text: string, to = '198.51.100.20') => ask(text, to).branches.map((branch) => branch.from)
  expect(from('internet')).toEqual(['8.8.8.8'])
  expect(from('internet:203.0.113.7')).toEqual(['203.0.113.7'])
  expect(from('203.0.113.7')).toEqual(['203.0.113.7'])
  expect(from('host')).toEqual(['203.0.113.9'])
  expect(from('anyone')).toEqual(['8.8.8.8'])
  expect(from('six', '2001:db8::20')).toEqual(['2001:db8:ffff::1'])
  expect(ask('six', '198.51.100.20').code).toBe('NO_ADDRESS_OF_FAMILY')
  expect(reasonOf(ask('internet:nowhere', '198.51.100.20'))).toEqual(['UNKNOWN_SOURCE', '“nowhere” is not an address'])
  expect(reasonOf(ask('internet:10.0.1.9', '198.51.100.20'))).toEqual([
    'UNKNOWN_SOURCE',
    '10.0.1.9 is no address of the internet',
  ])
})

it('takes a client by any address that it has, and by the id of its interface', () => {
  const ask = askedIn((b) => {
    b.ec2('net', { id: 'third', interfaceId: 'eni-0123', privateIp: '10.0.1.30' })
  })
  for (const from of ['client', '10.0.1.9', '198.51.100.9', 'internet:198.51.100.9'])
    expect([from, ...ask(from, '10.0.1.20').branches.map((one) => one.from)]).toEqual([from, '10.0.1.9'])
  expect(ask('2001:db8::9', '2001:db8::20').branches.map((one) => one.from)).toEqual(['2001:db8::9'])
  expect(ask('eni-0123', '10.0.1.20').branches.map((one) => one.from)).toEqual(['10.0.1.30'])
})

it('says who cannot start a connection, and of whom there is more than one', () => {
  const ask = askedIn((b) => {
    b.natGateway('net', { id: 'nat', privateIp: '10.0.1.40' })
    b.ec2('gone', { id: 'adrift' })
    b.ec2('net', { id: 'twin-1', name: 'twin' })
    b.ec2('net', { id: 'twin-2', name: 'twin' })
    b.ec2('net', { id: 'half' })
    const row = { securityGroups: [], privateIp: null, ipv6: null, publicIp: 'none' as const }
    const rest = { sourceDestCheck: true, interfaceId: null }
    b.set<'client'>('half', {
      interfaces: [
        { subnet: 'gone', ...row, ...rest },
        { subnet: 'net', ...row, ...rest },
      ],
    })
    b.vpc({ id: 'same' })
    b.subnet('same', { id: 'same-net', cidr: '10.0.1.0/24' })
    b.ec2('same-net', { id: 'double', privateIp: '10.0.1.9' })
  })
  const why = (from: string) => reasonOf(ask(from, '10.0.1.20'))
  expect(why('nat')).toEqual(['UNKNOWN_SOURCE', '“nat” cannot start a connection'])
  expect(why('10.0.1.40')).toEqual(['UNKNOWN_SOURCE', '10.0.1.40 cannot start a connection'])
  expect(why('adrift')).toEqual(['UNKNOWN_SOURCE', '“adrift” has no interface in a subnet'])
  expect(why('half')).toEqual(['UNKNOWN_SOURCE', 'the primary interface of “half” lies in no subnet of the design'])
  expect(why('twin')).toEqual(['UNKNOWN_SOURCE', '2 constructs are called “twin”: name one by its id'])
  expect(why('nobody')).toEqual(['UNKNOWN_SOURCE', 'nothing in the design is called “nobody”'])
  expect(why('10.0.1.9')[1]).toMatch(/^2 interfaces have the address 10\.0\.1\.9/)
  expect(why('10.0.1.99')).toEqual(['UNKNOWN_SOURCE', 'no interface in the design has the address 10.0.1.99'])
})

it('says what a text means that nobody can connect to', () => {
  const ask = askedIn((b) => {
    b.ec2('net', { id: 'twin-1', name: 'twin' })
    b.ec2('net', { id: 'twin-2', name: 'twin' })
    b.ec2('gone', { id: 'adrift' })
    b.internetHost({ id: 'blank', hostNames: [], addresses: [] })
    b.interfaceEndpoint('gone', 'sqs', { id: 'lost', vpc: 'gone' })
    b.s3Bucket('photos', { id: 'bucket' })
    b.set<'s3-bucket'>('bucket', { region: 'gone' })
  })
  const why = (to: string) => reasonOf(ask('client', to))
  expect(why('twin')).toEqual(['UNKNOWN_DESTINATION', '2 constructs are called “twin”: name one by its id'])
  expect(why('adrift')).toEqual(['UNKNOWN_DESTINATION', '“adrift” has no address'])
  expect(why('blank')[0]).toBe('UNKNOWN_DESTINATION')
  expect(why('lost')).toEqual(['UNKNOWN_DESTINATION', '“lost” lies in no VPC'])
  expect(why('bucket')).toEqual(['UNKNOWN_DESTINATION', '“bucket” lies in no Region that is known'])
  expect(why('open')[0]).toBe('UNKNOWN_DESTINATION')
  expect(why('no name')).toEqual([
    'UNKNOWN_DESTINATION',
    '“no name” is no host name, no address and nothing in the design',
  ])
  expect(ask('client', 'client', { protocol: 'tcp', port: null }).code).toBe('INVALID_VALUE')
})

it('asks a client by its private address from near, by its public one from elsewhere', () => {
  const to = (join: (b: DesignBuilder) => void) =>
    askedIn((b) => {
      b.vpc({ id: 'far', cidrs: ['10.1.0.0/16'] })
      b.subnet('far', { id: 'far-net', cidr: '10.1.1.0/24' })
      b.ec2('far-net', { id: 'remote', privateIp: '10.1.1.7', publicIp: '198.51.100.7' })
      join(b)
    })('client', 'remote').branches.map((branch) => branch.to)
  const [near, away] = [['10.1.1.7'], ['198.51.100.7']]
  expect(to(() => {})).toEqual(away)
  expect(to((b) => void b.peering('vpc', 'far'))).toEqual(near)
  expect(to((b) => void b.peering('far', 'vpc'))).toEqual(near)
  expect(to((b) => void b.peering('vpc', 'far', { state: 'pending-acceptance' }))).toEqual(away)
  expect(
    to((b) => {
      b.vpc({ id: 'third', cidrs: ['10.2.0.0/16'] })
      b.peering('vpc', 'third')
      b.peering('third', 'far')
    }),
  ).toEqual(away)
  const attach = (b: DesignBuilder, given: object = {}) => {
    b.transitGateway({ id: 'tgw' })
    b.transitTable('tgw')
    b.attach('vpc', 'tgw')
    b.attach('far', 'tgw', given)
  }
  expect(to((b) => attach(b))).toEqual(near)
  expect(to((b) => attach(b, { state: 'pendingAcceptance' }))).toEqual(away)
})

it('asks hosts on premises, and is asked from there, by private addresses', () => {
  const ask = askedIn((b) => {
    b.onPremises(['192.168.0.0/16'], { id: 'office' })
    b.onPremisesHost('office', '192.168.1.9', { id: 'host' })
  })
  expect(ask('host', 'server').branches.map(({ to }) => to)).toEqual(['10.0.1.20'])
  expect(ask('client', 'host').branches.map(({ to }) => to)).toEqual(['192.168.1.9'])
})

it('asks from outside by the interface that has a public address', () => {
  const ask = askedIn((b) => {
    b.ec2('net', { id: 'two' })
    const row = { subnet: 'net', securityGroups: ['open'], ipv6: null, sourceDestCheck: true, interfaceId: null }
    b.set<'client'>('two', {
      interfaces: [
        { ...row, privateIp: '10.0.1.50', publicIp: 'none' },
        { ...row, privateIp: '10.0.1.51', publicIp: '198.51.100.51' },
      ],
    })
  })
  expect(ask('internet', 'two').branches.map(({ to }) => to)).toEqual(['198.51.100.51'])
  expect(ask('client', 'two').branches.map(({ to }) => to)).toEqual(['10.0.1.50'])
})

it('walks the answers of a family that the caller has, and keeps no trace where none is wanted', () => {
  const draw = (b: DesignBuilder) => {
    b.internetHost({ id: 'host', hostNames: ['www.example.net'], addresses: ['203.0.113.9', '2001:db8:ffff::9'] })
    b.ec2('net', { id: 'four', publicIp: '198.51.100.4' })
    b.ec2('net', { id: 'unread', publicIp: '198.51.100.5', ipv6: '2001:db8::zz' })
  }
  const ask = askedIn(draw)
  const to = (from: string) => ask(from, 'www.example.net').branches.map((branch) => branch.to)
  expect(to('client')).toEqual(['203.0.113.9', '2001:db8:ffff::9'])
  expect(to('four')).toEqual(['203.0.113.9'])
  // an address that is meant and cannot be read is one all the same
  expect(to('unread')).toEqual(['203.0.113.9', '2001:db8:ffff::9'])
  const legs = (run: typeof simulate) => {
    const topology = compileTopology(
      buildDesign((b) => {
        b.vpc({ id: 'vpc' })
        b.subnet('vpc', { id: 'net', cidr: '10.0.1.0/24' })
        b.ec2('net', { id: 'client' })
      }),
      catalogue,
    )
    return run(topology, { from: 'client', to: '10.0.1.20', protocol: 'tcp', port: 443 }).branches[0]!.legs.length
  }
  expect([legs(simulate), legs(decide)]).toEqual([1, 0])
})

it('asks for what is drawn by the name that its users would type', () => {
  const ask = askedIn((b) => {
    b.s3Bucket('photos', { id: 'bucket' })
    b.dynamodbTable('orders', { id: 'table' })
    b.awsService('sqs', { id: 'service' })
    b.awsService('com.amazonaws.us-east-1.no-such', { id: 'unknown-service' })
    b.gatewayEndpoint('vpc', 's3', { id: 'gateway' })
    b.interfaceEndpoint('vpc', 's3', { id: 'vpce', dnsLabel: 'vpce-123-ab', subnets: ['net'] })
    b.internetHost({ id: 'named', hostNames: ['not a name', 'www.example.net'], addresses: ['203.0.113.9'] })
    b.internetHost({ id: 'bare', hostNames: [], addresses: ['nowhere', '203.0.113.8'] })
    b.nlb('vpc', { id: 'nlb', subnets: ['net'], dnsName: 'nlb.elb.us-east-1.amazonaws.com' })
    b.alb('vpc', { id: 'alb', subnets: ['net'], dnsName: 'alb.elb.us-east-1.amazonaws.com' })
    b.alb('gone', { id: 'adrift', subnets: [] })
    b.region('eu-west-1')
    b.s3Bucket('far', { id: 'far-bucket', region: b.region('eu-west-1') })
  })
  const asked = (to: string) => {
    const { branches } = ask('client', to)
    const steps = branches[0]!.legs[0]!.hops.flatMap((hop) => hop.steps)
    return steps.flatMap((step) => (step.kind === 'resolve-name' ? [step.detail.name] : []))[0] ?? branches[0]!.to
  }
  expect(asked('bucket')).toBe('photos.s3.us-east-1.amazonaws.com')
  expect(asked('far-bucket')).toBe('far.s3.eu-west-1.amazonaws.com')
  expect(asked('table')).toBe('dynamodb.us-east-1.amazonaws.com')
  expect(asked('service')).toBe('sqs.us-east-1.amazonaws.com')
  expect(asked('gateway')).toBe('s3.us-east-1.amazonaws.com')
  expect(asked('vpce')).toBe('bucket.vpce-123-ab.s3.us-east-1.vpce.amazonaws.com')
  expect(asked('named')).toBe('www.example.net')
  expect(asked('bare')).toBe('203.0.113.8')
  expect(asked('nlb')).toBe('nlb.elb.us-east-1.amazonaws.com')
  expect(asked('alb')).toBe('alb.elb.us-east-1.amazonaws.com')
  expect(reasonOf(ask('client', 'adrift'))).toEqual(['UNKNOWN_DESTINATION', '“adrift” lies in no VPC'])
  expect(reasonOf(ask('client', 'unknown-service'))[1]).toMatch(/^the host names of “.*no-such” are not known$/)
})

it('asks for a drawn service by the endpoint that leads to it from there', () => {
  const ask = askedIn((b) => {
    b.vpc({ id: 'provider', cidrs: ['10.9.0.0/16'] })
    b.subnet('provider', { id: 'nodes', cidr: '10.9.1.0/24' })
    b.nlb('provider', { id: 'nlb', subnets: ['nodes'], listeners: [['TCP', 443]] })
    b.endpointService(['nlb'], {
      id: 'svc',
      serviceId: 'vpce-svc-1',
      privateDnsName: '*.api.example.com',
      domainVerification: 'verified',
    })
    b.endpointService(['nlb'], { id: 'unused' })
    const consumer = (id: string, cidr: string, given: object) => {
      b.vpc({ id, cidrs: [`${cidr}.0.0/16`], dnsHostnames: true })
      b.subnet(id, { id: `${id}-net`, cidr: `${cidr}.1.0/24` })
      b.ec2(`${id}-net`, { id: `${id}-client`, name: `${id}-client` })
      b.interfaceEndpoint(id, 'svc', { id: `${id}-vpce`, dnsLabel: `vpce-${id}`, subnets: [`${id}-net`], ...given })
    }
    consumer('on', '10.1', {})
    consumer('off', '10.2', { privateDns: false })
    b.peering('vpc', 'off')
    b.vpc({ id: 'alone', cidrs: ['10.3.0.0/16'], dnsHostnames: true })
    b.subnet('alone', { id: 'alone-net', cidr: '10.3.1.0/24' })
    b.ec2('alone-net', { id: 'alone-client' })
  })
  const asked = (from: string) => {
    const steps = ask(from, 'svc').branches[0]!.legs[0]!.hops.flatMap((hop) => hop.steps)
    return steps.flatMap((step) => (step.kind === 'resolve-name' ? [step.detail.name] : []))[0]
  }
  const own = (label: string) => `${label}.vpce-svc-1.us-east-1.vpce.amazonaws.com`
  expect(asked('on-client')).toBe('example.api.example.com')
  expect(asked('off-client')).toBe(own('vpce-off'))
  // over the peering the peer’s endpoint is the one at hand
  expect(asked('client')).toBe(own('vpce-off'))
  expect(asked('internet')).toMatch(/^vpce-o/)
  expect(reasonOf(ask('alone-client', 'svc'))).toEqual(['UNKNOWN_DESTINATION', 'no endpoint leads to “svc” from there'])
  expect(reasonOf(ask('on-client', 'unused'))[0]).toBe('UNKNOWN_DESTINATION')
})

it('asks itself without a network, and looks at certificates on port 443 alone', () => {
  const ask = askedIn((b) => {
    b.securityGroup('vpc', { id: 'closed', ingress: [], egress: [] })
    b.ec2('net', {
      id: 'hermit',
      ...{ privateIp: '10.0.1.60', securityGroups: ['closed'] },
      listens: [{ protocol: 'tcp', port: 443 }],
    })
    b.interfaceEndpoint('vpc', 'email-smtp', { id: 'mail', subnets: ['net'], securityGroups: ['open'] })
    b.hostedZone('corp.example', ['vpc'], { id: 'zone', records: [{ name: 'mail', alias: 'mail' }] })
  })
  expect(ask('hermit', 'hermit')).toMatchObject({ kind: 'succeeds', path: 'same-subnet', via: [] })
  expect(ask('hermit', '10.0.1.60', { port: 22 })).toMatchObject({ kind: 'fails', code: 'PORT_CLOSED' })
  expect(ask('client', 'mail.corp.example', { port: 587 }).kind).toBe('succeeds')
})

it('takes nothing for granted of what is never reached, but for what a name was taken to mean', () => {
  const ask = askedIn((b) => {
    b.securityGroup('vpc', { id: 'shut', ingress: [] })
    b.ec2('net', { id: 'silent', privateIp: '10.0.1.70', securityGroups: ['shut'] })
  })
  expect(ask('client', 'silent')).toMatchObject({ kind: 'fails', assumptions: [] })
  const byServer = askedIn((b) => {
    b.set<'vpc'>('vpc', { dhcpDnsServers: ['10.0.1.53'] })
    b.ec2('net', { id: 'dns', privateIp: '10.0.1.53', securityGroups: ['open'] })
    b.securityGroup('vpc', { id: 'shut', ingress: [] })
    b.ec2('net', { id: 'silent', privateIp: '10.0.1.70', publicIp: '198.51.100.70', securityGroups: ['shut'] })
  })
  const verdict = byServer('client', 'ec2-198-51-100-70.compute-1.amazonaws.com')
  expect([verdict.kind, verdict.assumptions.map(({ code }) => code)]).toEqual([
    'fails',
    ['ASSUMED_DNS_SERVER_RECURSES'],
  ])
})
