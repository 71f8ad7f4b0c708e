import { naming, referred, say, tell } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { idOf, reasonIn } from './values.ts'

/** A kind of thing that other resources belong to, such as a route table. */
export interface Owner {
  /** `route table` */
  readonly what: string
  /** The property that names it, as its record does too. */
  readonly member: string
  /** What AWS does where a subnet is given a second one. */
  readonly ofTwo: string
  /** Whether that is there without a resource that makes it. */
  isThere(putting: Putting, id: string): boolean
}

/** What belongs to a thing that no template makes changes nothing that is drawn, which is told. */
export const belongsTo =
  ({ what, member, isThere }: Owner): ResourceType['put'] =>
  (resource, putting) => {
    const value = resource.properties[member]
    // what is not known is told with the value
    if (reasonIn(value) !== null || referred(putting, value)) return
    const id = idOf(value)
    if (id === null) tell(putting, resource, 'skipped', `it names no ${what}`)
    else if (!isThere(putting, id)) tell(putting, resource, 'skipped', `its ${what} ${id} is in none of the files`)
  }

/** A subnet whose route table or ACL is not drawn has one that leads nowhere, and not its VPC’s own. `key` is the list of their records. */
export const givesToSubnet =
  ({ what, member, ofTwo, isThere }: Owner, key: string): ResourceType['put'] =>
  (resource, putting): undefined => {
    const id = idOf(resource.properties[member])
    if (id === null) return tell(putting, resource, 'skipped', `it names no ${what}`)
    const subnet = referred(putting, resource.properties.SubnetId)
    const [first] = subnet ? naming(putting, resource.type, 'SubnetId', subnet.id) : []
    if (first && first !== resource)
      tell(putting, resource, 'assumed', `${first.id} gives ${subnet?.id} its ${what} already: ${ofTwo}`)
    if (referred(putting, resource.properties[member]) || isThere(putting, id)) return
    tell(putting, resource, 'unknown', `its ${what} ${id} is in none of the files`)
    // one record for all: of several of one id the first counts
    const Associations = naming(putting, resource.type, member, id).map((one) => ({
      SubnetId: idOf(one.properties.SubnetId),
    }))
    say(putting, resource, key, { [member]: id, Associations })
  }
