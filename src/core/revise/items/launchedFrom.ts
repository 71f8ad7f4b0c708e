import type { Evaluated, Properties } from '../../import/cloudformation/stack.ts'
import type { WrittenItem } from './item.ts'
import type { Places } from './servicePlaces.ts'
import { isMembers } from './value.ts'

/** The resource that says what the instances of a group are made of, and where it says what is drawn of them. */
export interface Launched {
  readonly item: WrittenItem
  readonly places: Places
}

const TEMPLATE = 'AWS::EC2::LaunchTemplate'
const CONFIGURATION = 'AWS::AutoScaling::LaunchConfiguration'

/** The launch template or configuration of a group of instances; null where it has none of the templates', or shares it with others, which would change as well. */
export function launchedFrom(group: WrittenItem, written: readonly WrittenItem[]): Launched | null {
  const all = written.filter(({ within }) => within === null)
  const own = all.filter((one) => isLaunch(one) && names(group, one))
  const [item] = own
  if (own.length !== 1 || !item || all.filter((one) => names(one, item)).length !== 1) return null
  if (item.type === CONFIGURATION)
    return {
      item,
      places: { groups: ['SecurityGroups'], publicly: ['AssociatePublicIpAddress'], isNameless: true },
    }
  const data = fieldsOf(item.evaluated.LaunchTemplateData)
  const inline = Array.isArray(data.NetworkInterfaces) && data.NetworkInterfaces.length === 1
  const path = inline ? ['LaunchTemplateData', 'NetworkInterfaces', 0] : ['LaunchTemplateData']
  return {
    item,
    places: inline
      ? { groups: [...path, 'Groups'], publicly: [...path, 'AssociatePublicIpAddress'], isNameless: true }
      : { groups: [...path, 'SecurityGroupIds'], isNameless: true },
  }
}

const isLaunch = ({ type }: WrittenItem): boolean => type === TEMPLATE || type === CONFIGURATION

/** Whether a resource names a launch template or configuration, by its id or its name, wherever. */
function names(one: WrittenItem, { id, evaluated }: WrittenItem): boolean {
  const name = evaluated.LaunchTemplateName ?? evaluated.LaunchConfigurationName ?? id
  const look = (value: Evaluated | undefined): boolean => {
    if (typeof value === 'string') return value === id || value === name
    if (typeof value !== 'object' || value === null) return false
    return Object.values(value).some((part) => look(part as Evaluated))
  }
  return (
    one.id !== id &&
    [
      'LaunchTemplate',
      'LaunchConfigurationName',
      'MixedInstancesPolicy',
      'InstanceId',
      'ComputeResources',
      'LaunchTemplateConfigs',
      'LaunchSpecifications',
    ].some((member) => look(one.evaluated[member]))
  )
}

const fieldsOf = (value: Evaluated | undefined): Properties => (isMembers(value) ? (value as Properties) : {})
