import { ORGANISATIONS } from '../../organisations.ts'
import type { Evaluated, Stack, StackResource } from '../stack.ts'
import { roleOf, roleOfProfile } from './identities.ts'
import { groupData, templateData } from './instances.ts'
import { levelsOfAccount } from './organisationPolicies.ts'
import { referred } from './putting.ts'
import type { Putting } from './resourceType.ts'
import { textOf } from './values.ts'

/** What templates say of constructs that no list of AWS's does: what AWS calls them, and the roles of clients. */
export const IDS = 'StackIds'

/** By which role each type that becomes a client calls AWS. */
const ROLES: Readonly<Record<string, (resource: StackResource, putting: Putting) => StackResource | null>> = {
  'AWS::EC2::Instance': (resource, putting) => {
    const { properties } = resource
    const data =
      properties.LaunchTemplate === undefined ? {} : templateData(putting, resource, properties.LaunchTemplate)
    return roleOfProfile(putting, properties.IamInstanceProfile ?? data.IamInstanceProfile)
  },
  // Source: EC2 Auto Scaling guide, launch templates; EKS guide, node IAM role
  'AWS::AutoScaling::AutoScalingGroup': (resource, putting) =>
    roleOfProfile(putting, groupData(putting, resource).IamInstanceProfile),
  'AWS::EKS::Nodegroup': ({ properties }, putting) => roleOf(putting, properties.NodeRole),
  'AWS::Lambda::Function': ({ properties }, putting) => roleOf(putting, properties.Role),
  'AWS::ECS::Service': ({ properties }, putting) =>
    roleOf(putting, referred(putting, properties.TaskDefinition)?.properties.TaskRoleArn),
}

/** By which role what runs a client does its part. Source: ECS guide, task execution role. */
const EXECUTION_ROLES: typeof ROLES = {
  'AWS::ECS::Service': ({ properties }, putting) =>
    roleOf(putting, referred(putting, properties.TaskDefinition)?.properties.ExecutionRoleArn),
}
const roleIn = (roles: typeof ROLES, resource: StackResource, putting: Putting): string | null =>
  (Object.hasOwn(roles, resource.type) ? roles[resource.type]!(resource, putting)?.id : null) ?? null

/** Puts what is known of resources beside their own records. */
export function putIds(all: readonly StackResource[], putting: Putting): void {
  for (const resource of all) {
    const { id, type, properties, awsId, place, account, region } = resource
    const role = roleIn(ROLES, resource, putting)
    const execution = roleIn(EXECUTION_ROLES, resource, putting)
    const name = (type === 'AWS::Lambda::Function' ? textOf(properties.FunctionName) : null) ?? awsId ?? null
    if (role === null && name === null && execution === null) continue
    const record = {
      Id: id,
      ...(role !== null && { Role: role }),
      ...(execution !== null && { ExecutionRole: execution }),
      ...(name !== null && { AwsId: name }),
    }
    putting.records.put(IDS, record, place, { account, region, planned: true })
  }
}

/** Puts what stacks say of the organisation of their account; the first that says it counts. */
export function putOrganisations(stacks: readonly Stack[], putting: Putting): void {
  const done = new Set<string>()
  for (const { account, region, file, metadata } of stacks) {
    if (done.has(account)) continue
    const made = metadata?.scps || metadata?.rcps ? null : levelsOfAccount(putting, account)
    const orgId = metadata?.orgId ?? null
    const [scps, rcps] = [metadata?.scps ?? made?.scps, metadata?.rcps ?? made?.rcps]
    if (orgId === null && !scps && !rcps) continue
    done.add(account)
    const record = {
      Account: account,
      OrgId: orgId,
      Scps: scps,
      Rcps: rcps,
      IsManagement: metadata?.isManagement ?? false,
    } as Evaluated
    putting.records.put(
      ORGANISATIONS,
      record as object,
      { file, key: null, index: null },
      { account, region, planned: true },
    )
  }
}
