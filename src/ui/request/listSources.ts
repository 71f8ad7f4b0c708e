import { constructAt, type Design, definitions, listOfKind, subnetOf } from '../../core/model/index.ts'
import { nameOfConstruct } from '../kit/describePlace.ts'
import { describeEnd } from '../kit/describeRequest.ts'
import type { SelectOption } from '../kit/Select.tsx'

/** Who a request can come from: the clients that ask, hosts on premises, the internet and the hosts on it. What stands in the field is always among them. */
export function listSources(design: Design, present: string): readonly SelectOption[] {
  const asks = listOfKind(design, 'client').filter((client) => definitions.client.asks?.(client))
  const clients = asks.map((client) => {
    const subnet = subnetOf(design, client.id)
    return {
      value: client.id,
      label: nameOfConstruct(client),
      group: subnet ? nameOfConstruct(subnet) : 'Clients',
    }
  })
  const outside = listOfKind(design, 'on-premises-host').map((host) => {
    const network = constructAt(design, host.network)
    return { value: host.id, label: nameOfConstruct(host), group: network ? nameOfConstruct(network) : 'On premises' }
  })
  const hosts = listOfKind(design, 'internet-host').map((host) => ({
    value: host.id,
    label: nameOfConstruct(host),
    group: 'Internet',
  }))
  const options = [
    ...clients,
    ...outside,
    { value: 'internet', label: 'Anywhere on the internet', group: 'Internet' },
    ...hosts,
  ]
  if (options.some((option) => option.value === present)) return options
  return [{ value: present, label: present === '' ? 'Choose a client' : describeEnd(design, present) }, ...options]
}
