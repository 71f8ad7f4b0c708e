import { appendAll } from '../../../base/appendAll.ts'
import type { Construct } from '../../../model/kinds/registry.ts'
import { UNKNOWN } from '../../../policy/language/context.ts'
import type { Ground } from './ground.ts'
import type { Question } from './question.ts'
import { questionsOf } from './questionsOf.ts'
import { serviceKeys } from './serviceKeys.ts'
import { siteOf } from './siteOf.ts'

/**
 * What else AWS asks when something is made as it is drawn: leave to reach over Regions, to tag, to put a private name into the VPC, to let others in. Sources:
 * PrivateLink guide, cross-Region access; EC2 guide, grant permission to tag resources during creation; Service Authorization Reference, dependent actions.
 */
export function companionsOf(
  ground: Ground,
  construct: Construct,
  main: string,
  isTagged: boolean,
): readonly Question[] {
  const also = (action: string): readonly Question[] => questionsOf(ground, action, construct) ?? []
  const site = siteOf(ground.topology, construct)
  if (!site) return []
  const found: Question[] = []
  if (construct.kind === 'endpoint-service') {
    const { supportedRegions, allowedPrincipals, payer } = construct
    if (supportedRegions.some((one) => one !== site.region)) appendAll(found, also('vpce:AllowMultiRegion'))
    if (allowedPrincipals.length > 0) appendAll(found, also('ec2:ModifyVpcEndpointServicePermissions'))
    if (payer === 'service-owner') appendAll(found, also('ec2:ModifyVpcEndpointServicePayerResponsibility'))
    if (construct.privateDnsName) appendAll(found, also('ec2:StartVpcEndpointServicePrivateDnsVerification'))
  } else if (serviceKeys(ground, construct, site.region).crossRegion) appendAll(found, also('vpce:AllowMultiRegion'))
  if (isTagged) appendAll(found, tagging(ground, construct, main))
  const asked = (
    action: string,
    arn: string,
    perhaps: string,
    keys: Question['ways'][number]['keys'] = {},
  ): Question => ({
    action,
    type: '',
    construct: null,
    account: site.account,
    ways: [{ arn, keys: { 'aws:RequestedRegion': UNKNOWN, ...keys } }],
    open: null,
    perhaps,
    takes: /^$/,
  })
  if (construct.kind === 'interface-endpoint' && construct.privateDns) {
    const arn = `arn:${site.partition}:route53:::hostedzone/Z00000000000000000000`
    found.push(asked('route53:AssociateVPCWithHostedZone', arn, PRIVATE_NAME, { 'route53:VPCs': UNKNOWN }))
  }
  if (construct.kind === 'service-network-endpoint')
    found.push(asked('vpc-lattice:CreateServiceNetworkVpcEndpointAssociation', '*', LATTICE))
  return found
}

/** The new thing gets tags as it is made: EC2 asks whether the caller may tag it then. */
function tagging(ground: Ground, construct: Construct, main: string): readonly Question[] {
  const [made] = (questionsOf(ground, `ec2:${main}`, construct) ?? []).filter(({ ways }) => ways[0]!.arn.endsWith('/*'))
  if (!made) return []
  const { arn, keys } = made.ways[0]!
  const region = keys['ec2:Region']!
  const way = { arn, keys: { 'ec2:Region': region, 'ec2:CreateAction': [main] } }
  return [{ ...made, action: 'ec2:CreateTags', ways: [way], open: null, takes: /^aws:(?:requesttag\/|tagkeys$)/ }]
}

const PRIVATE_NAME =
  'whether the private DNS name needs route53:AssociateVPCWithHostedZone: the reference has listed it, the guide’s examples do without'
const LATTICE = 'whether VPC Lattice asks about the service network too'
