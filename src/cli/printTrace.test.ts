import { expect, it } from 'vitest'
import { loadCatalogue } from '../core/aws/index.ts'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { simulate } from '../core/sim/index.ts'
import { compileTopology } from '../core/topology/index.ts'
import { printTrace } from './printTrace.ts'

it('names the rule that decided as the page does, and tells namesakes apart', async () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ name: 'shop' })
    const near = b.subnet(vpc, { name: 'private', cidr: '10.0.1.0/24' })
    b.networkAcl(vpc, { name: 'closed', subnets: [near], egress: [[90, 'deny', 'tcp', 443, '0.0.0.0/0']] })
    b.ec2(near, { id: 'client-1' })
    b.subnet(b.vpc({ name: 'bank', cidrs: ['10.1.0.0/16'] }), { name: 'private', cidr: '10.1.1.0/24' })
  })
  const request = { from: 'client-1', to: '10.0.2.9', protocol: 'tcp', port: 443 } as const
  const lines = [...printTrace(simulate(compileTopology(design, await loadCatalogue()), request), design)]
  expect(lines).toContain('Decided by: SUBNET_ACL_RESTRICTION at outbound rule 90 of closed')
  expect(lines).toContain('    private (shop)')
})
