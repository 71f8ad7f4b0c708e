import { describe, expect, it } from 'vitest'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { drawnInterfaces } from './drawnInterfaces.ts'

describe('drawnInterfaces', () => {
  it('lists endpoint interfaces and the further interfaces of clients by subnet', () => {
    const design = buildDesign((b) => {
      const vpc = b.vpc()
      for (const name of ['a', 'b']) b.subnet(vpc, { name })
      b.interfaceEndpoint(vpc, 'sqs', { name: 'sqs', subnets: [{ subnet: 'a', privateIp: '10.0.0.9' }, 'gone'] })
      const into = (subnet: string) => ({
        subnet,
        securityGroups: [],
        privateIp: null,
        ipv6: null,
        publicIp: 'none',
        sourceDestCheck: true,
        interfaceId: null,
      })
      b.lambda('a', { name: 'worker', interfaces: [into('a'), into('b')] })
    })
    expect(drawnInterfaces(design).get('a')).toEqual([{ owner: 'sqs', subnet: 'a', privateIp: '10.0.0.9' }])
    expect(
      drawnInterfaces(design)
        .get('b')
        ?.map(({ owner }) => owner),
    ).toEqual(['worker'])
    expect(drawnInterfaces(design).has('gone')).toBe(false)
  })
})
