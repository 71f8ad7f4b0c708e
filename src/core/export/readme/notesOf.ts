import type { PartName } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { SHARE_NAMES } from '../plan/shareNames.ts'

/** What is worth knowing of some parts, whatever deploys them. */
const NOTES: readonly { readonly of: readonly PartName[]; readonly text: string }[] = [
  {
    of: [
      'interface-endpoint',
      'balancer-endpoint',
      'resource-endpoint',
      'service-network-endpoint',
      'nat-gateway',
      'regional-nat-gateway',
      'client-address',
      'elastic-address',
      'network-balancer',
      'application-balancer',
      'gateway-balancer',
      'transit-attachment',
      'transit-peering',
      'vpn-connection',
      'network-firewall',
      'resolver-endpoint',
    ],
    text: 'Endpoints, NAT gateways, Elastic IP addresses, load balancers, attachments of transit gateways, VPN connections, firewalls and endpoints of VPC Resolver cost money by the hour, used or not.',
  },
  {
    of: SHARE_NAMES,
    text: 'Shares (AWS RAM) with accounts outside one’s own organization have to be accepted there first: aws ram accept-resource-share-invitation. Subnets and security groups can be shared within an organization only.',
  },
  {
    of: ['network-listener', 'application-listener'],
    text: 'Listeners that encrypt need a certificate of AWS Certificate Manager, whose ARN is asked for; without it they are left out. Nothing is installed that answers on the targets.',
  },
  {
    of: ['gateway-balancer'],
    text: 'Appliances behind a Gateway Load Balancer must take GENEVE (UDP port 6081) and hand packets back; the exported instances do not until such software is installed.',
  },
  {
    of: ['instance'],
    text: 'Instances come without a key pair.',
  },
  {
    of: ['lambda-function'],
    text: 'AWS takes up to 40 minutes to remove the network interfaces of a deleted Lambda function. Its subnets and security groups wait for that.',
  },
]

/** The notes that concern an export. */
export const notesOf = (stacks: readonly StackPlan[]): string[] =>
  NOTES.filter(({ of }) => stacks.some((stack) => stack.parts.some((part) => of.includes(part.name)))).map(
    ({ text }) => text,
  )
