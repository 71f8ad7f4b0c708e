import { expect, test } from 'vitest'
import { upperFirst } from '../../base/words.ts'
import { ALL_CMDLETS, MODULES } from './cmdlets.ts'

/** What a verb of the API becomes. Source: aws/aws-tools-for-powershell, `VerbMappings` of `ec2.xml` and of the other services. */
const VERBS: Readonly<Record<string, string>> = {
  ...{ accept: 'Approve', add: 'Add', allocate: 'New', associate: 'Register', attach: 'Add', authorize: 'Grant' },
  ...{ change: 'Edit', create: 'New', delete: 'Remove', deregister: 'Unregister', describe: 'Get', detach: 'Dismount' },
  ...{ disable: 'Disable', disassociate: 'Unregister', enable: 'Enable', get: 'Get', list: 'Get', modify: 'Edit' },
  ...{ put: 'Write', register: 'Register', reject: 'Deny', release: 'Remove', remove: 'Remove', replace: 'Set' },
  ...{ revoke: 'Revoke', run: 'New', send: 'Send', set: 'Set', start: 'Start', terminate: 'Remove', update: 'Update' },
}

/** Cmdlets that are called otherwise than the rule says. Sources: Verb and Noun in `ServiceConfig/*.xml`, CmdletsToExport in `AWS.Tools.*.psd1`. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'apigateway get-rest-apis': 'Get-AGRestApiList',
  'dynamodb list-tags-of-resource': 'Get-DDBResourceTag',
  'dynamodb tag-resource': 'Add-DDBResourceTag',
  'ec2 accept-vpc-endpoint-connections': 'Approve-EC2EndpointConnection',
  'ec2 delete-vpc-endpoint-connection-notifications': 'Remove-EC2EndpointConnectionNotification',
  'ec2 delete-vpc-endpoint-service-configurations': 'Remove-EC2EndpointServiceConfiguration',
  'ec2 describe-egress-only-internet-gateways': 'Get-EC2EgressOnlyInternetGatewayList',
  'ec2 describe-vpc-endpoint-connection-notifications': 'Get-EC2EndpointConnectionNotification',
  'ec2 describe-vpc-endpoint-connections': 'Get-EC2EndpointConnection',
  'ec2 describe-vpc-endpoint-service-configurations': 'Get-EC2EndpointServiceConfiguration',
  'ec2 modify-vpc-endpoint-service-permissions': 'Edit-EC2EndpointServicePermission',
  'ec2 reject-vpc-endpoint-connections': 'Deny-EC2EndpointConnection',
  'ecr list-tags-for-resource': 'Get-ECRResourceTag',
  'ecs list-tags-for-resource': 'Get-ECSTagsForResource',
  'events list-tags-for-resource': 'Get-EVBResourceTag',
  'iam attach-role-policy': 'Register-IAMRolePolicy',
  'iam detach-role-policy': 'Unregister-IAMRolePolicy',
  'iam attach-user-policy': 'Register-IAMUserPolicy',
  'iam detach-user-policy': 'Unregister-IAMUserPolicy',
  'iam tag-role': 'Add-IAMRoleTag',
  'iam tag-user': 'Add-IAMUserTag',
  'kms create-alias': 'New-KMSAlias',
  'kms list-resource-tags': 'Get-KMSResourceTag',
  'kms schedule-key-deletion': 'Request-KMSKeyDeletion',
  'lambda create-function': 'Publish-LMFunction',
  'lambda invoke': 'Invoke-LMFunction',
  'network-firewall list-tags-for-resource': 'Get-NWFWResourceTag',
  'route53 list-hosted-zones-by-vpc': 'Get-R53HostedZonesByVPC',
  'route53 list-resource-record-sets': 'Get-R53ResourceRecordSet',
  'route53 list-tags-for-resource': 'Get-R53TagsForResource',
  'route53profiles associate-profile': 'New-R53PProfileAssociation',
  'route53profiles associate-resource-to-profile': 'New-R53PProfileResourceAssociation',
  'route53profiles disassociate-profile': 'Remove-R53PProfileAssociation',
  'route53profiles disassociate-resource-from-profile': 'Remove-R53PProfileResourceAssociation',
  'route53profiles list-tags-for-resource': 'Get-R53PResourceTag',
  'route53resolver associate-firewall-rule-group': 'New-R53RFirewallRuleGroupAssociation',
  'route53resolver associate-resolver-rule': 'Add-R53RResolverRuleAssociation',
  'route53resolver disassociate-firewall-rule-group': 'Remove-R53RFirewallRuleGroupAssociation',
  'route53resolver disassociate-resolver-rule': 'Remove-R53RResolverRuleAssociation',
  'route53resolver list-tags-for-resource': 'Get-R53RResourceTagList',
  'route53resolver update-firewall-domains': 'Edit-R53RFirewallDomain',
  's3api put-bucket-encryption': 'Set-S3BucketEncryption',
  's3api put-public-access-block': 'Add-S3PublicAccessBlock',
  'sns list-tags-for-resource': 'Get-SNSResourceTag',
  'sqs list-queue-tags': 'Get-SQSResourceTag',
  'ssm get-command-invocation': 'Get-SSMCommandInvocationDetail',
  'vpc-lattice list-tags-for-resource': 'Get-VPCLResourceTag',
}

const PREFIXES: Readonly<Record<string, string>> = {
  ...{ apigateway: 'AG', dynamodb: 'DDB', ec2: 'EC2', ecs: 'ECS', elbv2: 'ELB2', iam: 'IAM', lambda: 'LM', ram: 'RAM' },
  ...{ 'network-firewall': 'NWFW', route53: 'R53', route53profiles: 'R53P', route53resolver: 'R53R', s3api: 'S3' },
  ...{ ssm: 'SSM', sts: 'STS', 'vpc-lattice': 'VPCL', ecr: 'ECR', events: 'EVB', kms: 'KMS', secretsmanager: 'SEC' },
  ...{ sns: 'SNS', sqs: 'SQS', s3control: 'S3C', resourcegroupstaggingapi: 'RGT' },
}

const singular = (noun: string): string =>
  noun
    .replace(/analyses$/i, 'Analysis')
    .replace(/sses$/, 'ss')
    .replace(/ies$/, 'y')
    .replace(/([^isu])s$/, '$1')

/** `ec2 describe-vpcs` -> `Get-EC2Vpc`; what lists is a list. */
function byRule(operation: string): string {
  const [service, name] = operation.split(' ') as [string, string]
  const [verb, ...words] = name.split('-')
  return `${VERBS[verb!]}-${PREFIXES[service]}${singular(words.map(upperFirst).join(''))}${verb === 'list' ? 'List' : ''}`
}

test('cmdlets are called as the rule says, or as was read', () => {
  const called = [...ALL_CMDLETS].map(([cmdlet, operation]) => `${operation}: ${cmdlet}`.toLowerCase())
  const expected = [...ALL_CMDLETS.values()].map((one) => `${one}: ${OTHERWISE[one] ?? byRule(one)}`.toLowerCase())
  expect(called).toEqual(expected)
})

test('what is called otherwise is used, and does not follow the rule', () => {
  const operations = new Set(ALL_CMDLETS.values())
  const idle = Object.entries(OTHERWISE).filter(
    ([one, cmdlet]) => !operations.has(one) || cmdlet.toLowerCase() === byRule(one).toLowerCase(),
  )
  expect(idle).toEqual([])
})

test('every cmdlet has a module', () => {
  expect(Object.values(PREFIXES).sort()).toEqual(Object.keys(MODULES).sort())
})
