import { type Design, listOfKind, subnetOf } from '../../core/model/index.ts'
import { nameOfConstruct } from '../kit/describePlace.ts'
import { describeEnd } from '../kit/describeRequest.ts'
import type { SelectOption } from '../kit/Select.tsx'

/** Who a request can come from: the clients, the internet and the hosts on it. What stands in the field is always among them. */
export function listSources(design: Design, present: string): readonly SelectOption[] {
  const clients = listOfKind(design, 'client').map((client) => {
    const subnet = subnetOf(design, client.id)
    return {
      value: client.id,
      label: nameOfConstruct(client),
      group: subnet ? nameOfConstruct(subnet) : 'Clients',
    }
  })
  const hosts = listOfKind(design, 'internet-host').map((host) => ({
    value: host.id,
    label: nameOfConstruct(host),
    group: 'Internet',
  }))
  const options = [...clients, { value: 'internet', label: 'Anywhere on the internet', group: 'Internet' }, ...hosts]
  if (options.some((option) => option.value === present)) return options
  return [{ value: present, label: present === '' ? 'Choose a client' : describeEnd(design, present) }, ...options]
}
