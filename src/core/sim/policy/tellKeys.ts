import { variablesIn } from '../../policy/language/template.ts'
import type { LayerName, NamedPolicy, Policies } from '../../policy/layers/policies.ts'
import type { CarriedKey, KeySetter } from '../verdict.ts'
import type { Judged } from './judged.ts'

/** Keys as AWS writes them: the context has them in small letters. Source: IAM guide, AWS global condition context keys. */
const SPELLED: readonly string[] = [
  'aws:PrincipalType',
  'aws:PrincipalAccount',
  'aws:PrincipalOrgID',
  'aws:PrincipalArn',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalServiceName',
  'aws:PrincipalIsAWSService',
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:ResourceOrgPaths',
  's3:ResourceAccount',
  'aws:RequestedRegion',
  'aws:SecureTransport',
  'aws:SourceIp',
  'aws:SourceVpce',
  'aws:SourceVpc',
  'aws:SourceVpcArn',
  'aws:VpcSourceIp',
  'aws:VpceAccount',
  'aws:VpceOrgID',
  'aws:VpceOrgPaths',
  'aws:ViaAWSService',
  'aws:CalledVia',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'ec2:Region',
  'ec2:RouteTableID',
  'ec2:SecurityGroupID',
  'ec2:SubnetID',
  'ec2:VpcID',
  'ec2:VpceMultiRegion',
  'ec2:VpceServiceName',
  'ec2:VpceServiceOwner',
  'ec2:VpceServicePrivateDnsName',
  'ec2:VpceServiceRegion',
  'ec2:VpceSupportedRegion',
  'kms:CallerAccount',
  'kms:ViaService',
  'kms:ResourceAliases',
  'kms:EncryptionContextKeys',
  'kms:EncryptionContext:aws:s3:arn',
  's3:DataAccessPointArn',
  's3:DataAccessPointAccount',
  's3:AccessPointNetworkOrigin',
]
const BY_ENDPOINT = /^aws:(?:sourcevpc|vpce?sourceip|vpce)/
const BY_WAY = /^(?:aws:(?:sourceip|securetransport|requestedregion|viaawsservice|calledvia.*)|kms:viaservice)$/
const BY_RESOURCE =
  /^(?:aws:resource|ec2:|s3:(?:resourceaccount$|dataaccesspoint|accesspointnetworkorigin$)|kms:resourcealiases$)/

/** The condition keys that a call carries, who sets each, and which statements read it; those too that statements read and the call does not carry. */
export function tellKeys(
  { context, policies }: Pick<Judged, 'context' | 'policies'>,
  given: Readonly<Record<string, unknown>>,
): readonly CarriedKey[] {
  const readers = readersIn(policies)
  const names = new Map(
    [...[...readers.values()].map(({ key }) => key), ...SPELLED].map((key) => [key.toLowerCase(), key]),
  )
  const typed = new Map(Object.keys(given).map((key) => [key.toLowerCase(), key]))
  const spelled = (key: string) => typed.get(key) ?? names.get(key) ?? key
  const readBy = (key: string) => readers.get(key)?.by ?? []
  const carried = [...context].map(
    ([key, value]): CarriedKey => ({
      key: spelled(key),
      values: typeof value === 'string' ? null : value,
      by: typed.has(key) ? 'request' : setterOf(key),
      readBy: readBy(key),
    }),
  )
  const missing = [...readers.keys()]
    .filter((key) => !context.has(key))
    .map((key): CarriedKey => ({ key: spelled(key), values: [], by: null, readBy: readBy(key) }))
  return [...carried, ...missing]
}

/** Who sets a key that nobody gave. */
function setterOf(key: string): KeySetter {
  if (BY_ENDPOINT.test(key)) return 'endpoint'
  if (BY_WAY.test(key)) return 'way'
  return BY_RESOURCE.test(key) ? 'resource' : 'caller'
}

interface Readers {
  readonly key: string
  readonly by: CarriedKey['readBy'][number][]
}

/** The keys that statements read, in conditions and in variables, by their names in small letters. */
function readersIn({
  identity,
  boundary,
  session,
  resource,
  grants = [],
  endpoint,
  scps,
  rcps,
}: Policies): Map<string, Readers> {
  const found = new Map<string, Readers>()
  const note = (layer: LayerName, policies: readonly (NamedPolicy | null)[]) => {
    for (const policy of policies)
      for (const [index, statement] of (policy?.document?.statements ?? []).entries()) {
        const { version } = policy!.document!
        const texts = [...(statement.resources?.these ?? []), ...statement.conditions.flatMap(({ values }) => values)]
        const keys = new Set([...statement.conditions.map(({ key }) => key), ...variablesIn(texts, version)])
        for (const key of keys) {
          const own = found.get(key.toLowerCase()) ?? { key, by: [] }
          found.set(key.toLowerCase(), own)
          own.by.push({ layer, policy: policy!.name, statement: statement.sid || String(index + 1) })
        }
      }
  }
  for (const level of scps) note('scp', level.policies)
  for (const level of rcps) note('rcp', level.policies)
  note('endpoint', [endpoint])
  note('resource', [resource, ...grants])
  note('identity', identity)
  note('boundary', [boundary])
  note('session', session)
  return found
}
