import { asAccount, asFields, asId, asRecords, asText, asWord, type Fields, tagOf } from '../../fields.ts'
import { type Importing, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { workloadsOfInstance } from '../importedWorkloads.ts'
import { interfacesOf } from '../interfaces.ts'
import { addClient } from './clients.ts'

const STATES = ['pending', 'running', 'shutting-down', 'terminated', 'stopping', 'stopped'] as const

/** `describe-instances`: only what runs can send and answer; terminated instances stay listed for an hour. */
export function readReservation(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  if (!Array.isArray(value.Instances))
    return skip(importing, entry, asId(value.ReservationId), 'a reservation without instances')
  for (const instance of asRecords(value.Instances)) readInstance(entry, instance, importing)
}

function readInstance(entry: Entry, instance: Fields, importing: Importing): undefined {
  const id = asId(instance.InstanceId)
  if (id === null) return skip(importing, entry, null, 'an instance without an id')
  const own = [...interfacesOf(importing).of(id)].sort((a, b) => a.deviceIndex - b.deviceIndex)
  const state = asWord(asFields(instance.State).Name, STATES)
  if (state !== 'running') {
    for (const one of own) interfacesOf(importing).taken.add(one.id)
    return skip(
      importing,
      entry,
      id,
      state === null ? 'the state of the instance is not there' : `the instance is ${state}`,
    )
  }
  const windows = (asText(instance.Platform) ?? asText(instance.PlatformDetails))?.toLowerCase().includes('windows')
  const done = addClient(
    importing,
    entry,
    {
      id,
      name: tagOf(instance, 'Name') ?? id,
      runtime: 'ec2',
      account: asAccount(entry.value.OwnerId) ?? entry.account,
      operatingSystem: windows ? 'windows' : 'linux',
      workloads: workloadsOfInstance(instance),
      // AWS does not tell; the script of one that is to be made may
      ...(entry.planned && {
        forwarding: asWord(instance.Forwarding, ['routes', 'translates']) ?? ('unknown' as const),
      }),
    },
    own,
  )
  if (!done && !importing.constructs.has(id))
    skip(importing, entry, id, 'no network interface of the instance can be read')
}
