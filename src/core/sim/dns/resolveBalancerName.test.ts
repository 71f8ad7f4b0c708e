import { expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { formatAddress } from '../../net/address.ts'
import { compileTopology } from '../../topology/index.ts'
import { resolveBalancerName } from './resolveBalancerName.ts'

const catalogue = await loadCatalogue()
type Health = ConstructOf<'target-group'>['targets'][number]['health']

/** A balancer with a node and a server in each of two zones, and the health of the two. */
function ask(
  health: readonly [Health, Health],
  given: Partial<ConstructOf<'network-load-balancer'>> = {},
  name = 'web.elb.us-east-1.amazonaws.com',
) {
  const design = buildDesign((b) => {
    b.vpc({ id: 'vpc', ipv6Cidrs: ['2001:db8::/56'] })
    ;['a', 'b'].forEach((letter, index) => {
      const cidr = `10.0.${index + 1}.0/24`
      b.subnet('vpc', { id: letter, zone: `us-east-1${letter}`, cidr, ipv6Cidr: `2001:db8:0:${index + 1}::/64` })
      b.ec2(letter, { id: `server-${letter}` })
    })
    const targets = health.map((one, index) => ({ target: index === 0 ? 'server-a' : 'server-b', health: one }))
    b.targetGroup('vpc', targets, { id: 'group' })
    const { listeners: _listeners, subnets: _subnets, ...rest } = given
    b.nlb('vpc', {
      id: 'nlb',
      dnsName: 'web.elb.us-east-1.amazonaws.com',
      listeners: [['TCP', 443, 'group']],
      ...rest,
      subnets: [
        { subnet: 'a', privateIp: '10.0.1.10', publicIp: '198.51.100.1' },
        { subnet: 'b', privateIp: '10.0.2.10', publicIp: '198.51.100.2' },
      ],
    })
  })
  const found = resolveBalancerName(compileTopology(design, catalogue), name)
  return (
    found && { answers: found.answers.map(({ address }) => formatAddress(address)), doubt: found.doubt?.code ?? null }
  )
}

const BOTH = { answers: ['10.0.1.10', '10.0.2.10'], doubt: null }

it('answers with the private addresses of an internal one, the public ones of an internet-facing one', () => {
  expect(ask(['healthy', 'healthy'])).toEqual(BOTH)
  expect(ask(['healthy', 'healthy'], { scheme: 'internet-facing' })?.answers).toEqual(['198.51.100.1', '198.51.100.2'])
})

it('adds IPv6 addresses for a dual-stack one', () => {
  const answers = ask(['healthy', 'healthy'], { ipAddressType: 'dualstack' })?.answers ?? []
  expect(answers).toHaveLength(4)
  expect(answers.filter((one) => one.startsWith('2001:db8:'))).toHaveLength(2)
})

it('leaves out zones without a healthy target, unless that leaves none or balancing is across zones', () => {
  expect(ask(['healthy', 'unhealthy'])?.answers).toEqual(['10.0.1.10'])
  expect(ask(['healthy', 'draining'])?.answers).toEqual(['10.0.1.10'])
  expect(ask(['unhealthy', 'unhealthy'])).toEqual(BOTH)
  expect(ask(['healthy', 'unhealthy'], { crossZone: true })).toEqual(BOTH)
})

it('says that it is in doubt where the health of a zone is not said', () => {
  expect(ask(['healthy', 'unknown'])).toEqual({ ...BOTH, doubt: 'CHOICE_NOT_KNOWN' })
  expect(ask(['unhealthy', 'unknown'])?.doubt).toBe('CHOICE_NOT_KNOWN')
  expect(ask(['healthy', 'unknown'], { crossZone: true })).toEqual(BOTH)
})

it('knows the name of each zone, and no other name', () => {
  const zonal = (name: string) => ask(['healthy', 'healthy'], {}, name)
  expect(zonal('us-east-1b.web.elb.us-east-1.amazonaws.com')?.answers).toEqual(['10.0.2.10'])
  expect(zonal('us-east-1c.web.elb.us-east-1.amazonaws.com')?.answers).toEqual([])
  expect(zonal('other.elb.us-east-1.amazonaws.com')).toBeNull()
  expect(zonal('xweb.elb.us-east-1.amazonaws.com')).toBeNull()
})
