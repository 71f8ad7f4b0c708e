import type { StackResource } from '../cloudformation/stack.ts'
import type { RecordsTaker } from '../records.ts'
import { recordsOfExisting } from './recordsOfExisting.ts'
import type { World } from './resolve/world.ts'
import type { Instance } from './terraformRoot.ts'
import { withRoutes } from './withRoutes.ts'

/** What became of the data sources; the rest say nothing of a network. */
export interface Existing {
  readonly read: ReadonlySet<Instance>
  /** Those that may describe something of the network, and that nothing here reads. */
  readonly unread: readonly Instance[]
  /** Those that Terraform reads only during the apply. */
  readonly deferred: readonly Instance[]
}

/** Puts into records what data sources say of what exists already, with what files add to it. */
export function putExisting(
  { instances, whence }: World,
  resources: readonly StackResource[],
  records: RecordsTaker,
): Existing {
  const read = new Set<Instance>()
  const unread: Instance[] = []
  const deferred: Instance[] = []
  for (const one of instances) {
    if (one.mode !== 'data') continue
    const found = recordsOfExisting(one)
    if (found === null) unread.push(one)
    else if (found.length > 0 && typeof one.values.id !== 'string') deferred.push(one)
    else if (found.length > 0) {
      read.add(one)
      for (const [key, record] of found)
        records.put(key, plainly(key === 'RouteTables' ? withRoutes(record, resources) : record), one.place, {
          ...whence.get(one)!,
          partial: true,
        })
    }
  }
  return { read, unread, deferred }
}

/** Without what is not said. */
const plainly = (record: object): object => JSON.parse(JSON.stringify(record)) as object
