import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import { decide, simulate } from './index.ts'

const catalogue = await loadCatalogue()

/** A way out to the internet by `count` appliances, each in a subnet of its own that leads to the next. */
const chain = (count: number) =>
  buildDesign((b) => {
    b.vpc({ id: 'vpc' })
    b.internetGateway('vpc', { id: 'igw' })
    b.securityGroup('vpc', { id: 'open', ingress: [['all', null, '0.0.0.0/0']] })
    for (let index = 0; index <= count; index++) {
      b.subnet('vpc', { id: `subnet-${index}`, cidr: `10.0.${index}.0/24` })
      const next = index < count ? `appliance-${index + 1}` : 'igw'
      b.routeTable('vpc', [['0.0.0.0/0', next]], { id: `table-${index}`, subnets: [`subnet-${index}`] })
      if (index > 0)
        b.ec2(`subnet-${index}`, {
          id: `appliance-${index}`,
          securityGroups: ['open'],
          sourceDestCheck: false,
          forwarding: 'routes',
        })
    }
    b.ec2('subnet-0', { id: 'client', publicIp: 'auto' })
  })
const request = { from: 'client', to: '8.8.8.8', protocol: 'tcp', port: 443 } as const

it('follows a way through 64 subnets, and takes a longer one for a loop', () => {
  const [longest, tooLong] = [63, 64].map((count) => compileTopology(chain(count), catalogue))
  expect(simulate(longest!, request).kind).toBe('succeeds')
  expect(simulate(tooLong!, request)).toMatchObject({
    kind: 'fails',
    code: 'FORWARDING_LOOP',
    blockers: [{ decidedBy: { construct: 'subnet-64' } }],
  })
  expect(decide(tooLong!, request).code).toBe('FORWARDING_LOOP')
})

/** `client` and `server` in one VPC, with `count` appliances in a row between their subnets, both ways. */
const row = (count: number) =>
  buildDesign((b) => {
    b.vpc({ id: 'vpc' })
    b.securityGroup('vpc', { id: 'open', ingress: [['all', null, '0.0.0.0/0']] })
    const at = (index: number) => (index === 0 ? 'client' : index > count ? 'server' : `appliance-${index}`)
    for (let index = 0; index <= count + 1; index++) {
      b.subnet('vpc', { id: `subnet-${index}`, cidr: `10.0.${index}.0/24` })
      b.ec2(`subnet-${index}`, {
        id: at(index),
        securityGroups: ['open'],
        privateIp: `10.0.${index}.9`,
        ...(index > 0 && index <= count && { sourceDestCheck: false, forwarding: 'routes' as const }),
      })
    }
    for (let index = 0; index <= count + 1; index++)
      b.routeTable(
        'vpc',
        [
          ...(index < count ? [[`10.0.${count + 1}.0/24`, at(index + 1)] as const] : []),
          ...(index > 1 ? [['10.0.0.0/24', at(index - 1)] as const] : []),
        ],
        { id: `table-${index}`, subnets: [`subnet-${index}`] },
      )
  })

it('counts the way back anew', () => {
  const count = 40
  const verdict = simulate(compileTopology(row(count), catalogue), { ...request, to: `10.0.${count + 1}.9` })
  expect([verdict.kind, verdict.via.length]).toEqual(['succeeds', count])
})
