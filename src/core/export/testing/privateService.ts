import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'

/** An endpoint service on a network load balancer, and its consumer in another VPC of the account. */
export const privateService = (): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Private service' })
    const provider = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'provider', dnsHostnames: true })
    const one = b.subnet(provider, { cidr: '10.0.1.0/24', zone: 'us-east-1a', id: 'provider-a' })
    const two = b.subnet(provider, { cidr: '10.0.2.0/24', zone: 'us-east-1b', id: 'provider-b' })
    const group = b.securityGroup(provider, { name: 'balancer', ingress: [['tcp', 443, '10.0.0.0/8']] })
    const web = b.ec2(one, { name: 'web' })
    const servers = b.targetGroup(provider, [web], { name: 'web-servers', protocol: 'HTTP', port: 80 })
    const next = b.targetGroup(provider, [], { name: 'next-servers', protocol: 'HTTP', port: 80 })
    const rules = [
      {
        priority: 10,
        hosts: ['shop.example.com', '*.shop.example.com'],
        sources: ['10.0.0.0/8'],
        targetGroup: servers,
      },
      { priority: 20, paths: ['/old/*'], redirect: 'https://#{host}:443/new?#{query}', statusCode: 301 },
      {
        priority: 30,
        others: ['{"Field":"http-header","HttpHeaderConfig":{"HttpHeaderName":"X-Stage","Values":["next"]}}'],
        weighted: [
          { targetGroup: servers, weight: 9 },
          { targetGroup: next, weight: 1 },
        ],
      },
      {
        priority: 40,
        others: ['{"Field":"query-string","QueryStringConfig":{"Values":[{"Key":"v","Value":"1"},{"Value":"old"}]}}'],
        statusCode: 404,
      },
    ]
    const alb = b.alb(provider, {
      name: 'alb',
      subnets: [one, two],
      listeners: [
        ['HTTP', 80, servers, { rules }],
        ['HTTPS', 443],
      ],
    })
    const direct = b.targetGroup(provider, [web, { target: b.ec2(two, { name: 'other' }), port: 8443 }], {
      name: 'direct',
      port: 443,
      healthCheckPort: 8080,
      healthCheckProtocol: 'HTTP' as never,
      proxyProtocol: true,
      crossZone: true,
    })
    const addresses = b.targetGroup(provider, ['10.0.1.77', '192.168.1.5', { target: web, port: 53 }], {
      name: 'addresses',
      targetType: 'ip',
      port: 53,
      protocol: 'TCP_UDP' as never,
      preserveClientIp: false,
    })
    const behind = b.targetGroup(provider, [alb], { name: 'behind', targetType: 'alb', port: 80 })
    const nlb = b.nlb(provider, {
      name: 'nlb',
      subnets: [{ subnet: one, privateIp: '10.0.1.20' }, two],
      securityGroups: [group],
      enforceInboundRulesOnPrivateLink: false,
      crossZone: true,
      listeners: [
        ['TCP', 443, direct],
        ['TCP', 80, behind],
        ['TLS', 8443, direct],
        ['TCP_UDP', 53, addresses],
      ],
    })
    const service = b.endpointService([nlb], {
      name: 'service',
      acceptanceRequired: true,
      allowedPrincipals: ['arn:aws:iam::111122223333:root'],
      privateDnsName: 'api.example.com',
      supportedRegions: ['us-east-1', 'eu-west-1'],
      notifications: [
        { topic: 'arn:aws:sns:us-east-1:111122223333:endpoints', events: ['Connect', 'Accept', 'Reject', 'Delete'] },
      ],
      payer: 'service-owner',
    })
    const consumer = b.vpc({ cidrs: ['10.1.0.0/16'], id: 'consumer', dnsHostnames: true })
    const near = b.subnet(consumer, { cidr: '10.1.1.0/24', zone: 'us-east-1a', id: 'consumer-a' })
    const endpoint = b.interfaceEndpoint(consumer, 'unused', {
      name: 'endpoint',
      endpointService: service,
      privateDns: false,
      subnets: [{ subnet: near, privateIp: '10.1.1.9' }],
    })
    b.hostedZone('example.internal', [consumer, provider], {
      name: 'zone',
      records: [
        { name: 'api.example.internal', alias: endpoint },
        { name: 'lb.example.internal', alias: nlb },
        ['*.example.internal', 'A', '10.1.1.5', '10.1.1.6'],
        ['@', 'TXT', 'it’s "quoted"', '"as is"'],
      ],
    })
    b.hostedZone('example.org', [], { name: 'public-zone', records: [['www.example.org', 'CNAME', 'example.com']] })
    b.ec2(near, { name: 'client' })
  })
