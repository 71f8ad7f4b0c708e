import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { crossVpcUses } from './parts/crossVpcUses.ts'

/** Source: VPC guide, route tables. */
export const routeTableOfOtherVpc: Check = {
  id: 'route-table-of-other-vpc',
  severity: 'error',
  title: 'Route table of another VPC',
  why: 'A route table serves only subnets, and takes only gateway endpoints, of its own VPC.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  *find({ design }) {
    const titles = {
      subnet: 'Use the main route table of its own VPC',
      vpc: 'Leave the main route table undrawn: local routes only',
      'gateway-endpoint': 'Take the table off the endpoint',
    } as const
    const holders = ['subnet', 'vpc', 'gateway-endpoint'] as const
    for (const { holder, at, message, letGo } of crossVpcUses(design, holders, 'route-table'))
      yield { at, message, fixes: letGo(titles[holder.kind as keyof typeof titles]) }
  },
  examples: { bad: () => example('vpc-b'), good: () => example('vpc-a') },
}

const example = (tableVpc: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc-a' })
    b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'] })
    b.routeTable(tableVpc, [], { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
  })
