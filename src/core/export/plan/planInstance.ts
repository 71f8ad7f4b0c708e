import { vpcOf } from '../../model/containment.ts'
import { attachmentsOf } from './attachmentsOf.ts'
import { elasticIpOf } from './elastic-ip.ts'
import { keyOf, makePart, type Part, type PlannedInterface } from './part.ts'
import { needsOfInterface, needsOwnInterfaces, planInterfaces } from './planInterfaces.ts'
import { addRemark, type Planner } from './planning.ts'
import { roleOfClient } from './roleOfClient.ts'

/** Smallest size of a common family that takes so many interfaces. Source: EC2 user guide, maximum network interfaces. */
const SIZES = [
  { most: 2, size: null },
  { most: 3, size: 't3.small' },
  { most: 4, size: 't3.xlarge' },
  { most: 8, size: 'c5.4xlarge' },
  { most: 15, size: 'c5.18xlarge' },
] as const

/** An instance. Interfaces become parts of their own when there are several, and Elastic IP addresses always. */
export const planInstance: Planner<'client'> = (construct, planning) => {
  const interfaces = planInterfaces(construct, planning)
  const [only] = interfaces
  if (!only) return []
  const attachments = attachmentsOf(planning, vpcOf(planning.design, construct.id)!.id)
  const several = needsOwnInterfaces(construct)
  const partOf = (one: PlannedInterface) => (several ? keyOf(construct, `interface-${one.index}`) : null)
  const parts: Part[] = []
  if (several)
    for (const one of interfaces)
      parts.push(
        makePart('client-interface', construct, `interface-${one.index}`, needsOfInterface(one), {
          interface: { ...one, publicIp: false },
        }),
      )
  const needs = several
    ? interfaces.map((one) => partOf(one)!)
    : [...needsOfInterface(only), ...(only.publicIp ? attachments : [])]
  const drawn = roleOfClient(planning, construct, 'profile')
  const profile = drawn ?? (planning.design.deploy?.sessionManager ? keyOf(construct, 'profile') : null)
  if (profile !== null && drawn === null) {
    const role = keyOf(construct, 'role')
    parts.push(
      makePart('instance-role', construct, 'role', [], {}),
      makePart('instance-profile', construct, 'profile', [role], { role }),
    )
  }
  const size = SIZES.find(({ most }) => interfaces.length <= most)?.size ?? null
  parts.push(
    makePart('instance', construct, null, [...needs, ...(profile === null ? [] : [profile])], {
      interfaces: interfaces.map((one) => ({ ...one, part: partOf(one) })),
      size,
      profile,
    }),
  )
  for (const one of interfaces) {
    const publicIp = construct.interfaces[one.index]!.publicIp
    if (publicIp === 'none' || (publicIp === 'auto' && !several)) continue
    // Drawn as a construct of its own, it comes with that
    if (elasticIpOf(planning.design, construct.id, one.index)) continue
    addRemark(
      planning,
      construct,
      publicIp === 'auto'
        ? 'AWS assigns no public address to an instance whose interfaces are made before it, so it gets an Elastic IP address.'
        : `AWS chooses the Elastic IP address; the drawn ${publicIp} is not asked for.`,
    )
    const [address, association] = [`address-${one.index}`, `association-${one.index}`]
    parts.push(makePart('client-address', construct, address, attachments, {}))
    const own = [keyOf(construct, address), keyOf(construct), ...(several ? [partOf(one)!] : [])]
    parts.push(
      makePart('address-association', construct, association, [...own, ...attachments], {
        address: own[0]!,
        instance: own[1]!,
        interface: partOf(one),
      }),
    )
  }
  return parts
}
