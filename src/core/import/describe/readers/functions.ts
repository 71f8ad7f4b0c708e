import { asFields, asId, asIds, asList, asText } from '../../fields.ts'
import { add, type Importing, ignore, once, skip } from '../../importing.ts'
import { placeOfArn } from '../../places.ts'
import type { Entry } from '../../records.ts'
import { clientsOfFunctions } from '../access/rolesOfClients.ts'
import { type Interface, interfacesOf } from '../interfaces.ts'
import { foreignAccount, freeId } from './clients.ts'

const keyOf = (subnet: string | null, groups: readonly string[]): string => `${subnet} ${[...groups].sort().join()}`

/** Interfaces of functions by subnet and security groups. */
const sharedInterfaces = (importing: Importing): ReadonlyMap<string, Interface> =>
  once(importing, 'interfaces-of-functions', () => {
    const found = new Map<string, Interface>()
    for (const one of interfacesOf(importing).byId.values())
      if (one.owner.kind === 'lambda') found.set(keyOf(one.subnet, one.groups), one)
    return found
  })

/**
 * `lambda list-functions`: a function in a VPC sends through one interface in each of its subnets, which functions of the same subnet and groups
 * share. Source: Lambda guide, Hyperplane ENIs.
 */
export function readFunction(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const name = asText(value.FunctionName)
  if (name === null) return skip(importing, entry, null, 'a function without a name')
  const config = asFields(value.VpcConfig)
  const subnets = asIds(config.SubnetIds)
  // Functions outside of any VPC reach the internet by themselves; there is nothing to draw.
  if (asList(config.SubnetIds).length === 0) return ignore(importing, value)
  if (subnets.length === 0) return skip(importing, entry, name, 'no subnet of the function can be read')
  const groups = asIds(config.SecurityGroupIds)
  const interfaces = subnets.map((subnet) => {
    const shared = sharedInterfaces(importing).get(keyOf(subnet, groups))
    if (shared) interfacesOf(importing).taken.add(shared.id)
    return { subnet, securityGroups: groups, privateIp: shared?.privateIp ?? null, interfaceId: shared?.id ?? null }
  })
  const account = placeOfArn(asText(value.FunctionArn)).account ?? entry.account
  const id = freeId(importing, `function-${name}`)
  const done = add(importing, entry, {
    kind: 'client',
    id,
    name,
    runtime: 'lambda',
    awsId: name,
    workloads: ['lambda'],
    account: foreignAccount(importing, account, asId(config.VpcId)),
    interfaces,
  })
  if (!done) return
  const arn = asText(value.FunctionArn)
  if (arn !== null) clientsOfFunctions(importing).set(arn, id)
  for (const [index, one] of interfaces.entries())
    if (one.interfaceId !== null && !interfacesOf(importing).clientOf.has(one.interfaceId))
      interfacesOf(importing).clientOf.set(one.interfaceId, { client: id, index })
}
