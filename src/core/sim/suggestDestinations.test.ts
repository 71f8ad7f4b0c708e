import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import { suggestDestinations } from './index.ts'

const catalogue = await loadCatalogue()
const suggest = (draw: (b: DesignBuilder) => void, from = 'app', drawn = true) => {
  const design = buildDesign((b) => {
    b.vpc({ id: 'vpc', dnsHostnames: true })
    b.subnet('vpc', { id: 'net', cidr: '10.0.1.0/24' })
    b.ec2('net', { id: 'app', privateIp: '10.0.1.9' })
    draw(b)
  })
  return suggestDestinations(compileTopology(design, catalogue), from)
    .filter((one) => one.drawn === drawn)
    .map(({ to, protocol, port }) => `${to} ${protocol} ${port}`)
}

it('offers a service by its default name, and its endpoint by every name that it has', () => {
  const offered = suggest((b) => {
    b.awsService('kinesis-streams')
    b.interfaceEndpoint('vpc', 'kinesis-streams', { id: 'vpce', dnsLabel: 'vpce-0123-abcd', subnets: ['net'] })
  })
  expect(offered).toEqual([
    'kinesis.us-east-1.amazonaws.com tcp 443',
    'vpce-0123-abcd.kinesis.us-east-1.vpce.amazonaws.com tcp 443',
    'vpce-0123-abcd-us-east-1a.kinesis.us-east-1.vpce.amazonaws.com tcp 443',
  ])
})

it('offers an endpoint on the port that its service answers, a wildcard by an example', () => {
  expect(
    suggest((b) => {
      b.interfaceEndpoint('vpc', 'email-smtp', { id: 'mail', dnsLabel: 'vpce-mail', subnets: ['net'] })
    })[0],
  ).toBe('email-smtp.us-east-1.amazonaws.com tcp 587')
  expect(
    suggest((b) => {
      b.interfaceEndpoint('vpc', 's3', { id: 's3', dnsLabel: 'vpce-s3', subnets: ['net'] })
    }),
  ).toContain('bucket.vpce-s3.s3.us-east-1.vpce.amazonaws.com tcp 443')
})

it('offers a drawn service by its private name where that answers, on its balancer’s port', () => {
  const draw = (privateDns: boolean) => (b: DesignBuilder) => {
    b.vpc({ id: 'far', cidrs: ['10.1.0.0/16'] })
    b.subnet('far', { id: 'nodes', cidr: '10.1.1.0/24' })
    b.nlb('far', { id: 'nlb', subnets: ['nodes'], listeners: [['TCP', 8443]] })
    b.endpointService(['nlb'], { id: 'svc', privateDnsName: '*.api.example.com', domainVerification: 'verified' })
    b.interfaceEndpoint('vpc', 'svc', { id: 'vpce', dnsLabel: 'vpce-svc', subnets: ['net'], privateDns })
  }
  expect(suggest(draw(true))[0]).toBe('example.api.example.com tcp 8443')
  expect(suggest(draw(false)).some((one) => one.includes('api.example.com'))).toBe(false)
})

it('keeps endpoints of other networks to those, and tells a visitor of all', () => {
  const draw = (b: DesignBuilder) => {
    b.vpc({ id: 'far', cidrs: ['10.1.0.0/16'] })
    b.subnet('far', { id: 'far-net', cidr: '10.1.1.0/24' })
    b.interfaceEndpoint('far', 'sqs', { id: 'vpce', dnsLabel: 'vpce-far', subnets: ['far-net'] })
  }
  expect(suggest(draw)).toEqual([])
  expect(suggest(draw, 'internet')).toContain('vpce-far.sqs.us-east-1.vpce.amazonaws.com tcp 443')
})

it('offers names of zones that lead to an address: private ones of the own network, public ones', () => {
  const offered = suggest((b) => {
    b.hostedZone('corp.internal', ['vpc'], {
      id: 'private',
      records: [
        ['db', 'A', '10.0.1.20'],
        ['@', 'TXT', 'text'],
        ['*', 'CNAME', 'db.corp.internal'],
        ['six', 'AAAA', '2001:db8::1'],
      ],
    })
    b.hostedZone('example.com', [], { id: 'public', visibility: 'public', records: [['www', 'A', '198.51.100.7']] })
  })
  expect(offered).toEqual([
    'db.corp.internal tcp 443',
    'example.corp.internal tcp 443',
    'six.corp.internal tcp 443',
    'www.example.com tcp 443',
  ])
})

it('offers what else is drawn by the name or address that one would type, and never the one who asks', () => {
  const offered = suggest((b) => {
    b.s3Bucket('photos', { id: 'bucket' })
    b.dynamodbTable('orders', { id: 'table' })
    b.gatewayEndpoint('vpc', 's3', { id: 'gateway' })
    b.internetHost({ id: 'host', hostNames: ['example.org'], listens: [{ protocol: 'tcp', port: 8080 }] })
    b.internetHost({ id: 'host-2', addresses: ['198.51.100.3'] })
    b.ec2('net', {
      id: 'server',
      privateIp: '10.0.1.20',
      publicIp: '198.51.100.20',
      listens: [{ protocol: 'tcp', port: 22 }],
    })
    b.lambda('net', { id: 'function', privateIp: '10.0.1.30' })
    b.vpc({ id: 'far', cidrs: ['10.1.0.0/16'] })
    b.subnet('far', { id: 'far-net', cidr: '10.1.1.0/24' })
    b.ec2('far-net', { id: 'stranger', privateIp: '10.1.1.20', publicIp: '198.51.100.21' })
    b.nlb('vpc', {
      id: 'web',
      subnets: ['net'],
      dnsName: 'web.elb.us-east-1.amazonaws.com',
      listeners: [
        ['TCP', 8443],
        ['TCP', 9443],
      ],
    })
  })
  expect(offered).toEqual([
    'bucket tcp 443',
    's3.us-east-1.amazonaws.com tcp 443',
    'example.org tcp 8080',
    '198.51.100.3 tcp 443',
    '10.0.1.20 tcp 22',
    '198.51.100.20 tcp 22',
    '198.51.100.21 tcp 443',
    'table tcp 443',
    'web.elb.us-east-1.amazonaws.com tcp 8443',
  ])
})

it('offers a load balancer its targets, on the port of the health check', () => {
  const draw = (healthCheckPort: number | null) => (b: DesignBuilder) => {
    b.ec2('net', { id: 'web', privateIp: '10.0.1.20' })
    b.targetGroup('vpc', ['web'], { id: 'group', port: 8443, healthCheckPort })
    b.nlb('vpc', { id: 'nlb', subnets: ['net'], listeners: [['TCP', 443, 'group']] })
  }
  expect(suggest(draw(null), 'nlb')[0]).toBe('10.0.1.20 tcp 8443')
  expect(suggest(draw(9000), 'nlb')[0]).toBe('10.0.1.20 tcp 9000')
})

it('offers every service of the Region though none of it is drawn, and each once', () => {
  const all = suggest(() => undefined, 'app', false)
  expect(all).toContain('sqs.us-east-1.amazonaws.com tcp 443')
  expect(all).toContain('email-smtp.us-east-1.amazonaws.com tcp 587')
  expect(new Set(all.map((one) => one.split(' ')[0])).size).toBe(all.length)
  expect(all.some((one) => one.includes('{r}') || one.includes('us-west-2'))).toBe(false)
  expect(suggest((b) => b.awsService('sqs'), 'app', false)).not.toContain('sqs.us-east-1.amazonaws.com tcp 443')
  expect(suggest(() => undefined, 'internet', false)).toContain('sqs.us-east-1.amazonaws.com tcp 443')
})

it('offers checks of appliances on port 80, and of targets that have IPv6 alone by that address', () => {
  const appliance = (b: DesignBuilder) => {
    b.ec2('net', { id: 'box', privateIp: '10.0.1.30' })
    b.gwlb('vpc', {
      id: 'gwlb',
      subnets: ['net'],
      targetGroup: b.targetGroup('vpc', ['box'], { protocol: 'GENEVE', port: 6081 }),
    })
  }
  expect(suggest(appliance, 'gwlb')).toContain('10.0.1.30 tcp 80')
  const six = (b: DesignBuilder) => {
    b.set<'vpc'>('vpc', { ipv6Cidrs: ['2600:1f00::/56'] })
    b.subnet('vpc', { id: 'six', cidr: null, ipv6Cidr: '2600:1f00:0:1::/64' })
    b.ec2('six', { id: 'web', ipv6: '2600:1f00:0:1::5' })
    b.nlb('vpc', {
      id: 'nlb',
      subnets: ['net'],
      listeners: [['TCP', 443, b.targetGroup('vpc', ['web'], { port: 443 })]],
    })
  }
  expect(suggest(six, 'nlb')).toContain('2600:1f00:0:1::5 tcp 443')
})
