import { asFields, asRecords, asText, lastPart } from '../../fields.ts'
import { type Importing, once } from '../../importing.ts'
import { interfacesOf } from '../interfaces.ts'

/** By which roles a client calls AWS, as their ARNs; null: which one it is no file says. */
export interface RolesOfClient {
  readonly role: string | null
  /** What it is known by where its ARN is not. */
  readonly named: string | null
  readonly executionRole: string | null
}

/** Function's ARN -> the client that stands for it. */
export const clientsOfFunctions = (importing: Importing): Map<string, string> =>
  once(importing, 'clients-of-functions', () => new Map<string, string>())

/** The roles of clients, by the clients: of instance profiles, functions and tasks. */
export function rolesOfClients(importing: Importing): ReadonlyMap<string, RolesOfClient> {
  const found = new Map<string, RolesOfClient>()
  const put = (
    client: string | undefined,
    role: string | null,
    named: string | null,
    executionRole?: string | null,
  ) => {
    if (client !== undefined && importing.constructs.get(client)?.kind === 'client')
      found.set(client, { role, named, executionRole: executionRole ?? null })
  }
  const ofProfile = rolesOfProfiles(importing)
  for (const { value } of importing.records('Reservations'))
    for (const instance of asRecords(value.Instances)) {
      const profile = asText(asFields(instance.IamInstanceProfile).Arn)
      if (profile === null) continue
      const role = ofProfile.get(profile) ?? null
      put(asText(instance.InstanceId) ?? undefined, role, lastPart(role ?? profile))
    }
  for (const { value } of importing.records('Functions')) {
    const role = asText(value.Role)
    put(clientsOfFunctions(importing).get(asText(value.FunctionArn) ?? ''), role, role && lastPart(role))
  }
  for (const { value } of importing.records('Tasks')) {
    const definition = asText(value.TaskDefinitionArn)
    const described = importing.find('TaskDefinitions', definition)?.value
    const over = asFields(value.Overrides)
    const role = asText(over.TaskRoleArn) ?? asText(described?.TaskRoleArn)
    const execution = asText(over.ExecutionRoleArn) ?? asText(described?.ExecutionRoleArn)
    // a task without a role has none of its own; what runs on an instance then has the instance's
    const named = role ?? (described ? null : definition)
    for (const one of interfacesOfTask(value.Attachments))
      put(interfacesOf(importing).clientOf.get(one)?.client, role, named && lastPart(named), execution)
  }
  return found
}

/** Instance profile's ARN -> the role in it. Source: IAM guide, instance profiles: one role at most. */
function rolesOfProfiles(importing: Importing): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { value } of importing.records('InstanceProfiles')) {
    const profile = asText(value.Arn)
    const role = asText(asRecords(value.Roles)[0]?.Arn)
    if (profile !== null && role !== null) found.set(profile, role)
  }
  for (const { value } of importing.records('RoleDetailList'))
    for (const one of asRecords(value.InstanceProfileList)) {
      const [profile, role] = [asText(one.Arn), asText(value.Arn)]
      if (profile !== null && role !== null) found.set(profile, role)
    }
  return found
}

/** `describe-tasks` names them among the details of an attachment. Source: ECS API, Attachment. */
const interfacesOfTask = (attachments: unknown): readonly string[] =>
  asRecords(attachments).flatMap((one) =>
    asRecords(one.Details).flatMap((detail) => {
      const isInterface = asText(detail.Name) === 'networkInterfaceId'
      return isInterface ? (asText(detail.Value) ?? []) : []
    }),
  )
