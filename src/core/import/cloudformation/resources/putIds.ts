import { ORGANISATIONS } from '../../organisations.ts'
import type { Evaluated, Stack, StackResource } from '../stack.ts'
import { roleOf, roleOfProfile } from './identities.ts'
import { templateData } from './instances.ts'
import { levelsOfAccount } from './organisationPolicies.ts'
import { referred } from './putting.ts'
import type { Putting } from './resourceType.ts'
import { standInIds } from './standInIds.ts'
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
  'AWS::Lambda::Function': ({ properties }, putting) => roleOf(putting, properties.Role),
  'AWS::ECS::Service': ({ properties }, putting) =>
    roleOf(putting, referred(putting, properties.TaskDefinition)?.properties.TaskRoleArn),
}

/** Puts what is known of resources beside their own records. */
export function putIds(all: readonly StackResource[], putting: Putting): void {
  const standIn = standInIds(all, putting.stacks)
  for (const resource of all) {
    const { id, type, properties, awsId, place, account, region } = resource
    const role = (Object.hasOwn(ROLES, type) ? ROLES[type]!(resource, putting)?.id : null) ?? null
    const name =
      (type === 'AWS::Lambda::Function' ? textOf(properties.FunctionName) : null) ?? awsId ?? standIn(resource)
    if (role === null && name === null) continue
    const record = { Id: id, ...(role !== null && { Role: role }), ...(name !== null && { AwsId: name }) }
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
