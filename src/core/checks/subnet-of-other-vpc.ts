import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { crossVpcUses } from './parts/crossVpcUses.ts'
import { subnetHolderKinds } from './parts/subnetEntries.ts'

/** Source: AWS PrivateLink guide, create an interface endpoint: subnets are chosen in the VPC of the endpoint. */
export const subnetOfOtherVpc: Check = {
  id: 'subnet-of-other-vpc',
  severity: 'error',
  title: 'Interface in a subnet of another VPC',
  why: 'Endpoints, load balancers, attachments and resolver endpoints have their network interfaces in subnets of their own VPC.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  *find({ design }) {
    for (const { at, message, letGo } of crossVpcUses(design, [...subnetHolderKinds, 'resolver-endpoint'], 'subnet'))
      yield { at, message, fixes: letGo('Take the subnet out') }
  },
  examples: { bad: () => example('vpc-b'), good: () => example('vpc-a') },
}

const example = (endpointVpc: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc-a', dnsHostnames: true })
    b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'], dnsHostnames: true })
    b.interfaceEndpoint(endpointVpc, 'sqs', { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
  })
