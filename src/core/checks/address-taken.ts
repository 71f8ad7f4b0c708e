import { groupBy } from '../base/groupBy.ts'
import { listOfKind, vpcOf } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { formatAddress, parseAddress } from '../net/address.ts'
import type { Origin } from '../topology/origin.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'
import { type StatedAddress, statedAddresses } from './parts/statedAddresses.ts'

/** Source: EC2 guide, IP addresses of network interfaces and Elastic IP addresses. */
export const addressTaken: Check = {
  id: 'address-taken',
  severity: 'error',
  title: 'One address for two interfaces',
  why: 'A private address belongs to one interface of a VPC, an Elastic IP address to one interface at all.',
  learnMore: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  *find({ design }) {
    const privates = groupBy(statedAddresses(design), ({ address, subnet }) => {
      const vpc = vpcOf(design, subnet)
      return vpc && `${vpc.id} ${formatAddress(address)}`
    })
    for (const [first, ...others] of privates.values())
      for (const other of others)
        yield {
          ...sighting(design, other, first!),
          awsError: `InvalidIPAddress.InUse: Address ${other.text} is in use.`,
        }
    const publics = groupBy(statedPublicAddresses(design), ({ text }) => text)
    // an Elastic IP address and the interface that it is associated with say the same thing twice
    for (const [first, ...others] of publics.values())
      for (const other of others) if (other.holder !== first!.holder) yield sighting(design, other, first!)
  },
  examples: { bad: () => example('10.0.1.10'), good: () => example('10.0.1.11') },
}

type Stated = Pick<StatedAddress, 'at' | 'text' | 'clear'>

const sighting = (design: Design, { at, text, clear }: Stated, first: { readonly at: Origin }) => ({
  at: [at, first.at] as const,
  message: `${text} is taken twice: by the ${called(design, first.at.construct)} and by the ${called(design, at.construct)}.`,
  fixes: [
    {
      title: `Let AWS choose the address of the ${called(design, at.construct)}`,
      safety: 'review' as const,
      edits: [clear()] as const,
    },
  ],
})

/** `holder` names the interface that has the address. */
function* statedPublicAddresses(design: Design): Iterable<Stated & { readonly holder: string }> {
  for (const client of listOfKind(design, 'client'))
    for (const [i, one] of client.interfaces.entries()) {
      if (parseAddress(one.publicIp) === null) continue // `none` and `auto` are no address
      const clear = () =>
        change('client', client.id, { interfaces: client.interfaces.with(i, { ...one, publicIp: 'auto' }) })
      yield {
        at: place(client.id, 'interfaces', i, 'publicIp'),
        text: one.publicIp,
        clear,
        holder: `${client.id} ${i}`,
      }
    }
  for (const nat of listOfKind(design, 'nat-gateway')) {
    const clear = () => change('nat-gateway', nat.id, { publicIp: null })
    if (nat.publicIp !== null && parseAddress(nat.publicIp) !== null)
      yield { at: place(nat.id, 'publicIp'), text: nat.publicIp, clear, holder: `${nat.id} 0` }
  }
  for (const nat of listOfKind(design, 'regional-nat-gateway'))
    for (const [i, text] of nat.publicIps.entries()) {
      const clear = () => change('regional-nat-gateway', nat.id, { publicIps: nat.publicIps.toSpliced(i, 1) })
      yield { at: place(nat.id, 'publicIps', i), text, clear, holder: `${nat.id} ${i}` }
    }
  for (const kind of ['network-load-balancer', 'application-load-balancer'] as const)
    for (const { id, subnets } of listOfKind(design, kind))
      for (const [i, one] of subnets.entries()) {
        if (parseAddress(one.publicIp) === null) continue
        const clear = () => change(kind, id, { subnets: subnets.with(i, { ...one, publicIp: 'auto' }) })
        yield { at: place(id, 'subnets', i, 'publicIp'), text: one.publicIp, clear, holder: `${id} ${i}` }
      }
  for (const { id, publicIp, holder, interface: index } of listOfKind(design, 'elastic-ip')) {
    if (publicIp === null || parseAddress(publicIp) === null) continue
    const clear = () => change('elastic-ip', id, { publicIp: null })
    yield { at: place(id, 'publicIp'), text: publicIp, clear, holder: `${holder ?? id} ${index}` }
  }
}

const example = (privateIp: string) =>
  buildDesign((b) => {
    const subnet = b.subnet(b.vpc(), { cidr: '10.0.1.0/24' })
    b.ec2(subnet, { id: 'web', privateIp: '10.0.1.10' })
    b.ec2(subnet, { id: 'batch', privateIp })
  })
