import { asId, asText } from '../../fields.ts'
import type { Importing } from '../../importing.ts'
import { IDS } from './putIds.ts'

/** Gives constructs what AWS calls them, and who asks its role, when all of them are there. */
export function bindIds(importing: Importing): void {
  for (const { value } of importing.records(IDS)) {
    const id = asId(value.Id)
    const awsId = asText(value.AwsId)
    const role = asId(value.Role)
    const execution = asId(value.ExecutionRole)
    const construct = id === null ? undefined : importing.constructs.get(id)
    if (!construct) continue
    const isRole = (one: string | null) => one !== null && importing.constructs.get(one)?.kind === 'iam-role'
    // clients that stand for one resource in further subnets begin with its id
    for (const [key, one] of construct.kind === 'client'
      ? importing.constructs
      : ([[construct.id, construct]] as const)) {
      if (key !== id && !(one.kind === 'client' && key.startsWith(`${id}.`))) continue
      const named = awsId !== null && 'awsId' in one && key === id ? { awsId: awsId.slice(0, 255) } : {}
      importing.constructs.set(key, {
        ...one,
        ...named,
        ...((one.kind === 'client' || one.kind === 'internet-host') && isRole(role) && { role }),
        ...(one.kind === 'client' && isRole(execution) && { executionRole: execution }),
      } as typeof one)
    }
  }
}
