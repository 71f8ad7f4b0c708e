import { describe, expect, it } from 'vitest'
import { places } from './testing/findingsIn.ts'

describe('groups of endpoints', () => {
  type Rule = readonly ['tcp' | 'udp' | 'all', number | readonly [number, number] | null, string]
  type Join = 'alone' | 'peered' | 'attached' | 'virtual private gateway'
  const found = (rule: Rule, join: Join = 'alone', state: 'available' | 'rejected' = 'available') =>
    places('endpoint-group-lacks-port', (b) => {
      const vpc = b.vpc({ dnsHostnames: true, cidrs: ['10.0.0.0/16', '10.5.0.0/16'] })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      b.securityGroup(vpc, { id: 'sg-client' })
      if (join === 'peered') b.peering(vpc, b.vpc({ cidrs: ['10.1.0.0/16'] }))
      if (join === 'attached') b.attach(vpc, b.transitGateway())
      if (join === 'virtual private gateway') b.virtualPrivateGateway(vpc)
      const group = b.securityGroup(vpc, { id: 'sg', ingress: [rule] })
      b.interfaceEndpoint(vpc, 'sqs', { subnets: [subnet], securityGroups: [group], state })
    })

  it('admit the port from some block of the VPC or a group of it', () => {
    expect(found(['tcp', 443, '10.0.1.0/24'])).toEqual([])
    expect(found(['tcp', 443, '10.5.0.0/20'])).toEqual([])
    expect(found(['tcp', 443, 'sg-client'])).toEqual([])
    expect(found(['tcp', [443, 500], '10.0.0.0/8'])).toEqual([])
    expect(found(['tcp', [400, 443], '10.0.0.0/8'])).toEqual([])
    expect(found(['all', null, '10.0.0.0/8'])).toEqual([])
    expect(found(['udp', 443, '10.0.0.0/8'])).toEqual(['sg.ingress'])
    expect(found(['tcp', [444, 500], '10.0.0.0/8'])).toEqual(['sg.ingress'])
    expect(found(['tcp', [400, 442], '10.0.0.0/8'])).toEqual(['sg.ingress'])
    expect(found(['tcp', 443, '10.1.0.0/16'])).toEqual(['sg.ingress'])
  })

  it('may serve other networks alone, where the VPC is joined to some', () => {
    for (const join of ['peered', 'attached', 'virtual private gateway'] as const) {
      expect(found(['tcp', 443, '10.1.0.0/16'], join)).toEqual([])
      expect(found(['tcp', 22, '10.1.0.0/16'], join)).toEqual(['sg.ingress'])
    }
  })

  it('of an endpoint that was rejected keep nobody out', () => {
    expect(found(['tcp', 22, '10.0.0.0/8'], 'alone', 'rejected')).toEqual([])
  })
})
