import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { applyEdits } from '../model/applyEdit.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { simulate } from '../sim/index.ts'
import { compileTopology } from '../topology/index.ts'
import { runChecks } from './runChecks.ts'
import { places } from './testing/findingsIn.ts'

const catalogue = await loadCatalogue()
type Rule = readonly ['tcp' | 'udp' | 'all', number | readonly [number, number] | null, string]

describe('groups of endpoints', () => {
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

  describe('of an endpoint that others are led to by a zone', () => {
    const hub = (rules: readonly Rule[], groups = true, isJoined = true) =>
      buildDesign((b) => {
        const gateway = b.transitGateway({ id: 'tgw' })
        b.transitTable(gateway)
        const vpcOf = (id: string, cidr: string) => {
          b.vpc({ id, name: id, cidrs: [cidr], dnsHostnames: true })
          const table = b.routeTable(id, isJoined ? [['10.0.0.0/8', gateway]] : [])
          b.subnet(id, { id: `net-${id}`, cidr: cidr.replace('/16', '/24'), routeTable: table })
          if (isJoined) b.attach(id, gateway, { subnets: [`net-${id}`] })
        }
        vpcOf('hub', '10.2.0.0/16')
        vpcOf('spoke', '10.0.0.0/16')
        vpcOf('empty', '10.1.0.0/16')
        b.ec2('net-spoke', { id: 'client' })
        b.securityGroup('hub', { id: 'sg', ingress: rules })
        b.interfaceEndpoint('hub', 'kinesis-streams', {
          id: 'vpce',
          subnets: ['net-hub'],
          securityGroups: groups ? ['sg'] : [],
        })
        b.hostedZone('kinesis.us-east-1.amazonaws.com', ['spoke', 'empty'], { records: [{ name: '@', alias: 'vpce' }] })
      })
    const OWN: Rule = ['tcp', 443, '10.2.0.0/16']
    const groupFindings = (design: Design) =>
      runChecks({ design, catalogue, topology: compileTopology(design, catalogue) }).filter(({ check }) =>
        /^endpoint-(group-lacks-port|in-default-group)$/.test(check),
      )
    const request = { from: 'client', to: 'kinesis.us-east-1.amazonaws.com', protocol: 'tcp', port: 443 } as const
    const codesOf = (design: Design) =>
      simulate(compileTopology(design, catalogue), request).blockers.map(({ code }) => code)

    it('are found to keep those out that have clients, and no longer once they are let in', () => {
      const [finding, ...rest] = groupFindings(hub([OWN]))
      expect(rest).toEqual([])
      expect(finding!.message).toContain('VPC “spoke”')
      expect(finding!.message).not.toContain('empty')
      expect(groupFindings(hub([OWN, ['tcp', 443, '10.0.0.0/24']]))).toEqual([])
      expect(groupFindings(hub([OWN], true, false))).toEqual([])
    })

    it.each([
      ['own group that admits the VPC', [OWN], true],
      ['own group that admits nobody', [['tcp', 22, '10.2.0.0/16']], true],
      ['default group', [], false],
    ] as const)('get a fix that lets who asks through: %s', (_, rules, groups) => {
      const design = hub(rules as readonly Rule[], groups)
      expect(codesOf(design).join()).toBe('ENI_SG_RULES_MISMATCH')
      const [finding] = groupFindings(design)
      const mended = applyEdits(design, finding!.fixes[0]!.edits).design
      expect(codesOf(mended)).not.toContain('ENI_SG_RULES_MISMATCH')
      expect(groupFindings(mended)).toEqual([])
    })
  })
})
