import { limitsAsOf } from '../../aws/datedLimits.ts'
import { type EndpointKey, saysEndpointKey } from '../../aws/endpointKeys.ts'
import { findService } from '../../aws/findService.ts'
import { remember } from '../../base/remember.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { type ContextValue, SOME_VALUE, UNKNOWN } from '../../policy/language/context.ts'
import type { Policies } from '../../policy/layers/policies.ts'
import type { AccessNet } from '../../topology/access/accessNet.ts'
import type { Topology } from '../../topology/topology.ts'
import { ownIdValue } from './ownIdValue.ts'
import type { PathFacts } from './pathFacts.ts'

type Keys = Readonly<Record<string, ContextValue>>
type Endpoint = NonNullable<PathFacts['endpoint']>

/** What is the same of all calls that come by an endpoint. */
export interface EndpointFacts {
  /** Whether its policy counts. */
  readonly takesPolicy: boolean
  /** Null where it lets everything pass. */
  readonly policy: Policies['endpoint']
  /** The condition keys that say which endpoint it is, and whose, as the service of an action says them. */
  readonly keysFor: (action: string, policies: Policies) => Keys
}

const known = new WeakMap<AccessNet, Map<ConstructId, EndpointFacts>>()

/** What calls by an endpoint have in common, gathered once. */
export function endpointFacts(topology: Topology, access: AccessNet, endpoint: Endpoint): EndpointFacts {
  const all = remember(known, access, () => new Map<ConstructId, EndpointFacts>())
  return remember(all, endpoint.id, () => gather(topology, access, endpoint))
}

function gather(topology: Topology, access: AccessNet, endpoint: Endpoint): EndpointFacts {
  const { id, gateway, service } = endpoint
  const counts = takesPolicy(topology, service)
  const own = access.endpoints.get(id)
  const keys = new Map<string, (policies: Policies) => Keys>()
  return {
    takesPolicy: counts,
    policy: counts && own ? { ...own, gateway } : null,
    keysFor: (action, policies) =>
      remember(keys, action, () => endpointKeys(topology, access, endpoint, action))(policies),
  }
}

/** An endpoint's policy counts for services that support one; others let everything pass. Source: PrivateLink guide, endpoint policies. */
const takesPolicy = ({ catalogue, design }: Topology, service: string): boolean =>
  findService(catalogue, service)?.entry.policySupported !== false &&
  !(LATER.test(service) && limitsAsOf(design.rulesAsOf).has('fewer-endpoint-policies'))
const LATER =
  /\.(?:cloudformation|cloudtrail|codepipeline|datasync|ebs|email-smtp|aps(?:-workspaces)?|iot\.data|servicecatalog|storagegateway|transfer)$/

function endpointKeys(
  { design }: Topology,
  access: AccessNet,
  { id, vpc }: Endpoint,
  action: string,
): (policies: Policies) => Keys {
  const owner = design.constructs[vpc.accountId]
  const number = owner?.kind === 'account' ? owner.accountId : ''
  const account = access.accounts.get(number)
  const facts = { design, access }
  // of a service that is not known to say it nobody knows whether it does
  const said = (key: EndpointKey, value: string | null): ContextValue =>
    !saysEndpointKey(key, action) ? UNKNOWN : value === null ? SOME_VALUE : [value]
  const vpcArn = (one: string) => `arn:${access.partition}:ec2:${vpc.regionCode}:${number}:vpc/${one}`
  const itself = ownIdValue('aws:sourcevpce', id, facts)
  const itsVpc = ownIdValue('aws:sourcevpc', vpc.id, facts)
  const itsVpcArn = saysEndpointKey('aws:SourceVpcArn', action)
    ? ownIdValue('aws:sourcevpcarn', vpc.id, facts, vpcArn)
    : (): ContextValue => UNKNOWN
  const owners: Keys = {
    'aws:VpceAccount': said('aws:VpceAccount', number === '' ? null : number),
    ...(account &&
      account.organisation !== null && {
        'aws:VpceOrgID': said('aws:VpceOrgID', account.organisation),
        'aws:VpceOrgPaths': said('aws:VpceOrgPaths', account.path),
      }),
  }
  const keys = (policies: Policies): Keys => ({
    'aws:SourceVpce': itself(policies),
    'aws:SourceVpc': itsVpc(policies),
    'aws:SourceVpcArn': itsVpcArn(policies),
    ...owners,
  })
  if (access.idOf(id) === null || access.idOf(vpc.id) === null) return keys
  const always = keys(NO_POLICIES)
  return () => always
}

const NO_POLICIES: Policies = {
  identity: [],
  boundary: null,
  session: [],
  resource: null,
  endpoint: null,
  scps: [],
  rcps: [],
}
