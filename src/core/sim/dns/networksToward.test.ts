import { expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { compileTopology } from '../../topology/index.ts'
import { decide } from '../simulate.ts'

const catalogue = await loadCatalogue()

it('walks the classes of S3’s addresses that only the egress VPC behind a transit gateway tells apart', () => {
  const design = buildDesign((b) => {
    const hub = b.transitGateway({ id: 'hub' })
    const spoke = b.vpc({ id: 'spoke', cidrs: ['10.0.0.0/16'] })
    const app = b.subnet(spoke, { id: 'app', cidr: '10.0.1.0/24' })
    b.ec2(app, { id: 'asker' })
    const egress = b.vpc({ id: 'egress', cidrs: ['10.1.0.0/16'] })
    const entry = b.subnet(egress, { id: 'entry', cidr: '10.1.1.0/24' })
    const outer = b.subnet(egress, { id: 'outer', cidr: '10.1.2.0/24' })
    const igw = b.internetGateway(egress)
    const nat = b.natGateway(outer, { id: 'nat' })
    const outside = b.attach(egress, hub, { subnets: [entry] })
    const own = b.attach(spoke, hub, { subnets: [app] })
    const table = b.transitTable(hub, [['0.0.0.0/0', outside]], { id: 'transit' })
    b.set<'transit-gateway-route-table'>(table, { associations: [own, outside], propagations: [own] })
    b.mainTable(spoke, [['0.0.0.0/0', hub]])
    b.prefixList(['52.216.0.0/15', '3.5.0.0/19'], { listName: 'com.amazonaws.us-east-1.s3' })
    b.routeTable(
      egress,
      [
        ['0.0.0.0/0', nat],
        ['10.0.0.0/16', hub],
        ['3.5.0.0/19', 'blackhole'],
      ],
      { subnets: [entry] },
    )
    b.routeTable(
      egress,
      [
        ['0.0.0.0/0', igw],
        ['10.0.0.0/16', hub],
      ],
      { subnets: [outer] },
    )
  })
  const topology = compileTopology(design, catalogue)
  const verdict = decide(topology, { from: 'asker', to: 's3.us-east-1.amazonaws.com', protocol: 'tcp', port: 443 })
  expect(verdict.kind).toBe('partly')
  expect(verdict.code).toBe('BAD_STATE_ROUTE')
})
