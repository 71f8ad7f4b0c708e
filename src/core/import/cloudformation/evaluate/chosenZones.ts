import { listWords } from '../../../base/words.ts'
import { memberOf } from '../template/section.ts'
import type { Frame, Value } from './frame.ts'
import { declaredParameter } from './readParameter.ts'

const ZONE = 'AWS::EC2::AvailabilityZone::Name'
const ZONES = `List<${ZONE}>`

/**
 * Zones that somebody has to choose who deploys it: a list has all of the Region, and of several single ones each the next. Nothing could be drawn
 * without them, so that they are taken, and it is said. null = it is no parameter for zones.
 */
export function chosenZones(frame: Frame, name: string, type: string): Value | null {
  if (type !== ZONE && type !== ZONES) return null
  const zones = frame.world.zones(frame.region)
  const single = Object.keys(frame.template.parameters).filter((one) => {
    const declared = declaredParameter(memberOf(frame.template.parameters, one))
    return declared.type === ZONE && declared.default === null
  })
  const chosen = type === ZONES ? zones : zones.slice(single.indexOf(name) % zones.length).slice(0, 1)
  frame.tell(
    'assumed',
    `The parameter ${name} has no value; ${listWords(chosen)} ${chosen.length === 1 ? 'is' : 'are'} taken`,
    null,
  )
  return type === ZONES ? chosen : chosen[0]!
}
