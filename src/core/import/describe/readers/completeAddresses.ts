import { asRecords, asText, isFields, peekText } from '../../fields.ts'
import { type Importing, note, skip } from '../../importing.ts'
import { type Interface, interfacesOf } from '../interfaces.ts'

/** Elastic IPs that are mapped: their interfaces have them, and where no interface does, or another address, that is told. */
export function completeAddresses(importing: Importing): void {
  for (const entry of importing.records('Addresses')) {
    const { value } = entry
    const [publicIp, at] = [asText(value.PublicIp), asText(value.NetworkInterfaceId)]
    if (publicIp === null || (at === null && peekText(value.AssociationId) === null)) continue
    const one = at === null ? undefined : interfacesOf(importing).byId.get(at)
    if (!one) {
      const where = at === null ? 'an interface that is not named' : `the interface ${at}, which is not in the files`
      skip(importing, entry, publicIp, `the Elastic IP is mapped to ${where}: aws ec2 describe-network-interfaces`)
      continue
    }
    const privateIp = asText(value.PrivateIpAddress)
    const found = addressesOf(one).find((address) => privateIp === null || address.privateIp === privateIp)
    if (!found)
      note(importing, 'assumed', `${publicIp}: it is mapped to ${privateIp}, which ${at} does not have`, entry.place)
    else if (found.publicIp !== null && found.publicIp !== publicIp)
      note(
        importing,
        'assumed',
        `${publicIp}: ${at} says that ${found.publicIp} is mapped to it, which counts`,
        entry.place,
      )
  }
}

/** As the record of the interface has them. */
function addressesOf({
  record,
}: Interface): readonly { readonly privateIp: string | null; readonly publicIp: string | null }[] {
  const all = asRecords(record.PrivateIpAddresses).map((one) => ({
    privateIp: peekText(one.PrivateIpAddress),
    publicIp: publicIpIn(one.Association),
  }))
  return all.length > 0
    ? all
    : [{ privateIp: peekText(record.PrivateIpAddress), publicIp: publicIpIn(record.Association) }]
}

const publicIpIn = (association: unknown): string | null =>
  isFields(association) ? peekText(association.PublicIp) : null
