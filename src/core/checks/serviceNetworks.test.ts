import { expect, it } from 'vitest'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { findingsIn, places } from './testing/findingsIn.ts'

const CHECK = 'vpc-in-two-service-networks'
/** Service networks by the VPCs that their rows name. */
const draw =
  (...networks: readonly (readonly string[])[]) =>
  (b: DesignBuilder) => {
    for (const id of ['vpc-a', 'vpc-b']) b.vpc({ id })
    const rest = { securityGroups: [], privateDns: false, specifiedDomains: [] }
    for (const [i, vpcs] of networks.entries())
      b.serviceNetwork({
        id: `network-${i}`,
        vpcs: vpcs.map((vpc) => ({ ...rest, vpc, privateDnsPreference: 'verified-domains-only' })),
      })
  }

it('a VPC has one service network, and one row of it', () => {
  expect(places(CHECK, draw(['vpc-a'], ['vpc-b']))).toEqual([])
  expect(places(CHECK, draw(['vpc-a', 'vpc-b'], ['vpc-b']))).toEqual(['network-1.vpcs.0'])
  expect(places(CHECK, draw(['vpc-a', 'vpc-a']))).toEqual(['network-0.vpcs.1'])
  expect(findingsIn(CHECK, buildDesign(draw(['vpc-a', 'vpc-a'])))[0]?.message).toMatch(/“vpc-a” twice\.$/)
})
