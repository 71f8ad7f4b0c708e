import { planTidy } from '../../../core/layout/index.ts'
import { applyEdits, type Design } from '../../../core/model/index.ts'
import { buildDesign } from '../../../core/model/testing/designBuilder.ts'

/** The guide's Kinesis picture, tidied: a client in a private subnet, an endpoint with an interface in each of two zones, the service behind it. */
export function kinesisDesign({ privateDns = true, blocksZoneB = false } = {}): Design {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ name: 'vpc', dnsHostnames: true })
    const igw = b.internetGateway(vpc, { name: 'igw' })
    b.mainTable(vpc, [], { name: 'closed' })
    const open = b.routeTable(vpc, [['0.0.0.0/0', igw]], { name: 'open' })
    b.subnet(vpc, { name: 'front', zone: 'us-east-1a', cidr: '10.0.0.0/24', routeTable: open })
    b.subnet(vpc, { name: 'back-a', zone: 'us-east-1a', cidr: '10.0.1.0/24' })
    b.subnet(vpc, { name: 'back-b', zone: 'us-east-1b', cidr: '10.0.2.0/24' })
    const wide = b.securityGroup(vpc, { name: 'wide', ingress: [['tcp', 443, '10.0.0.0/16']] })
    b.ec2('back-a', { name: 'worker', securityGroups: [wide] })
    b.interfaceEndpoint(vpc, 'kinesis-streams', {
      name: 'endpoint',
      subnets: ['back-a', 'back-b'],
      securityGroups: [wide],
      privateDns,
      dnsLabel: 'vpce-1-a',
    })
    b.awsService('kinesis-streams', { name: 'streams' })
    if (blocksZoneB) b.networkAcl(vpc, { name: 'acl', subnets: ['back-b'] })
  })
  return applyEdits(design, planTidy(design)).design
}
