import { constructAt, listOfKind, vpcOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { attachmentsOf } from './attachmentsOf.ts'
import { keyOf, makePart, type Part } from './part.ts'
import { homeVpc } from './places.ts'
import { needsOwnInterfaces } from './planInterfaces.ts'
import { addRemark, type Planner, wantConstruct } from './planning.ts'

/** The drawn Elastic IP address of that interface, node or zone of the holder; null where none is drawn. */
export const elasticIpOf = (design: Design, holder: string, index: number): ConstructOf<'elastic-ip'> | null =>
  listOfKind(design, 'elastic-ip').find((one) => one.holder === holder && one.interface === index) ?? null

/** The address. A NAT gateway or load balancer takes it when it is made; an instance is associated with it. */
export const elasticIp: Planner<'elastic-ip'> = (construct, planning) => {
  const { design } = planning
  if (construct.publicIp !== null)
    addRemark(planning, construct, `AWS chooses the address; the drawn ${construct.publicIp} is not asked for.`)
  const holder = construct.holder === null ? null : constructAt(design, construct.holder)
  if (holder?.kind === 'client' && !planning.places.has(holder.id)) {
    addRemark(planning, construct, `it is left out with “${holder.id}”, which is not exported.`)
    return []
  }
  const vpc = holder ? (homeVpc(design, holder) ?? vpcOf(design, holder.id)) : null
  const attachments = vpc ? attachmentsOf(planning, vpc.id) : []
  const address = keyOf(construct)
  const parts: Part[] = [makePart('elastic-address', construct, null, attachments, {})]
  if (construct.holder !== null && !holder)
    addRemark(planning, construct, `“${construct.holder}” is not in the design, so the address is not associated.`)
  if (holder?.kind !== 'client') return parts
  const drawn = holder.interfaces[construct.interface]
  if (holder.runtime !== 'ec2' || !drawn) {
    addRemark(planning, construct, `“${holder.id}” takes no Elastic IP address there, so it is not associated.`)
    return parts
  }
  const instance = wantConstruct(planning, holder)
  const part = needsOwnInterfaces(holder) ? wantConstruct(planning, holder, `interface-${construct.interface}`) : null
  const needs = [address, instance, ...(part === null ? [] : [part]), ...attachments]
  // AWS knows a further address only where it was chosen
  const isChosen = drawn.privateIp !== null && (drawn.secondaryIps ?? []).includes(construct.privateIp ?? '')
  const privateIp = isChosen ? construct.privateIp : null
  if (!isChosen && construct.privateIp != null && construct.privateIp !== drawn.privateIp)
    addRemark(
      planning,
      construct,
      `${construct.privateIp} is no chosen address of the interface, so the primary one is taken.`,
    )
  const details = { address, instance, interface: part, privateIp }
  return [...parts, makePart('elastic-association', construct, 'association', needs, details)]
}
