import { describe, expect, it } from 'vitest'
import { applyEdits } from '../model/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { findingsIn, places } from './testing/findingsIn.ts'

describe('DNS64 without a NAT gateway', () => {
  const CHECK = 'dns64-without-nat'
  const draw = (target: (b: DesignBuilder, vpc: string) => string) => (b: DesignBuilder) => {
    const vpc = b.vpc({ id: 'vpc', ipv6Cidrs: ['2001:db8::/56'] })
    const open = b.subnet(vpc, { id: 'open', cidr: '10.0.1.0/24' })
    b.natGateway(open, { id: 'nat' })
    b.internetGateway(vpc, { id: 'igw' })
    b.routeTable(vpc, [['0.0.0.0/0', 'igw']], { subnets: [open] })
    const six = b.subnet(vpc, { id: 'six', cidr: '10.0.2.0/24', ipv6Cidr: '2001:db8:0:1::/64', dns64: true })
    b.routeTable(vpc, [['::/0', target(b, vpc)]], { id: 'rtb', subnets: [six] })
  }

  it('is told of gateways that do not translate, and not of what may hand on to one that does', () => {
    expect(
      places(
        CHECK,
        draw(() => 'igw'),
      ),
    ).toEqual(['six.dns64'])
    expect(
      places(
        CHECK,
        draw(() => 'nat'),
      ),
    ).toEqual([])
    expect(
      places(
        CHECK,
        draw((b, vpc) => b.ec2(b.subnet(vpc, { cidr: '10.0.3.0/24' }))),
      ),
    ).toEqual([])
  })

  it('goes away by a route to the NAT gateway, and by turning it off', () => {
    const design = buildDesign(draw(() => 'igw'))
    const fixes = findingsIn(CHECK, design)[0]!.fixes
    expect(fixes.map(({ title }) => title)).toEqual([
      'Lead 64:ff9b::/96 to the NAT gateway “nat”',
      'Turn DNS64 of the subnet off',
    ])
    for (const { edits } of fixes) expect(findingsIn(CHECK, applyEdits(design, edits).design)).toEqual([])
  })
})

describe('an Elastic IP address that is not associated', () => {
  it('is told with the name that leads to it', () => {
    const [found] = findingsIn(
      'elastic-ip-idle',
      buildDesign((b) => {
        b.elasticIp({ id: 'eip', publicIp: '52.20.30.40' })
        b.hostedZone('example.org', [], { id: 'zone', records: [['@', 'A', '52.20.30.40']] })
      }),
    )
    expect(found!.message).toContain('so nobody answers at the name example.org')
    expect(found!.at).toContainEqual({ construct: 'zone', path: ['records', 0] })
  })
})

describe('a saved request for an address that is nobody’s', () => {
  const CHECK = 'request-not-answerable'
  const draw = (to: string, host: boolean) =>
    buildDesign((b) => {
      const vpc = b.vpc()
      b.mainTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]])
      b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }), { id: 'app', publicIp: '52.20.30.41' })
      if (host) b.internetHost({ addresses: [to] })
      b.request({ from: 'app', to })
    })

  it('is told, and a host that is drawn there answers it', () => {
    const design = draw('198.18.13.77', false)
    const [found] = findingsIn(CHECK, design)
    expect(found!.message).toContain('198.18.13.77 is kept for benchmarks')
    const fix = found!.fixes.find(({ title }) => title === 'Draw an internet host at 198.18.13.77')!
    expect(findingsIn(CHECK, applyEdits(design, fix.edits).design)).toEqual([])
    expect(findingsIn(CHECK, draw('198.18.13.77', true))).toEqual([])
    expect(findingsIn(CHECK, draw('9.9.9.9', false))).toEqual([])
    expect(findingsIn(CHECK, draw('203.0.113.77', false))).toEqual([])
  })
})
