import type { KeyType } from './serviceActions.ts'

const of = (type: KeyType, keys: string): readonly (readonly [string, KeyType])[] =>
  keys.split(' ').map((key) => [key, type] as const)

/** Condition keys that are of no one service, as IAM writes them; a name ends in a slash where a tag’s follows. Source: IAM guide, AWS global condition context keys (September 2026). */
export const GLOBAL_KEYS: ReadonlyMap<string, KeyType> = new Map([
  ...of(
    'String',
    'aws:CalledViaFirst aws:CalledViaLast aws:Ec2InstanceSourceVpc aws:FederatedProvider aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalServiceName aws:PrincipalTag/ aws:PrincipalType aws:RequestTag/ aws:RequestedRegion aws:ResourceAccount aws:ResourceOrgID aws:ResourceTag/ aws:SourceAccount aws:SourceIdentity aws:SourceOrgID aws:SourceOwner aws:SourceVpc aws:SourceVpce aws:UserAgent aws:VpceAccount aws:VpceOrgID aws:referer aws:userid aws:username aws:CalledViaAWSMCP',
  ),
  ...of(
    'ArrayOfString',
    'aws:CalledVia aws:PrincipalOrgPaths aws:PrincipalServiceNamesList aws:ResourceOrgPaths aws:SourceOrgPaths aws:TagKeys aws:VpceOrgPaths',
  ),
  ...of('ARN', 'aws:ChatbotSourceArn aws:PrincipalArn aws:SignInSessionArn aws:SourceArn aws:SourceVpcArn'),
  ...of(
    'Bool',
    'aws:AssumedRoot aws:MultiFactorAuthPresent aws:PrincipalIsAWSService aws:SecureTransport aws:ViaAWSMCPService aws:ViaAWSService',
  ),
  ...of('Date', 'aws:CurrentTime aws:EpochTime aws:TokenIssueTime'),
  ...of('Numeric', 'aws:MultiFactorAuthAge'),
  ...of('IPAddress', 'aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIp aws:VpcSourceIp'),
])

const SMALL: ReadonlyMap<string, string> = new Map([...GLOBAL_KEYS.keys()].map((key) => [key.toLowerCase(), key]))

/** The global key that a name, in whatever case, is: that of `aws:principaltag/team` is `aws:PrincipalTag/`. Null where it is none. */
export function globalKeyOf(key: string): string | null {
  const name = key.toLowerCase()
  const slash = name.indexOf('/')
  return SMALL.get(slash < 0 ? name : name.slice(0, slash + 1)) ?? null
}
