import type { Frame, Value } from './frame.ts'
import { NO_VALUE } from './frame.ts'
import { valueText } from './valueText.ts'

/** What one of the stacks puts into the Parameter Store under a name; null = none does. */
export function findStored(frames: readonly Frame[], name: string): Value | null {
  for (const frame of frames)
    for (const resource of frame.resources().values()) {
      if (resource.type !== 'AWS::SSM::Parameter' || frame.isThere(resource) === false) continue
      if (valueText(frame.property(resource, 'Name', false)) !== name) continue
      const value = frame.property(resource, 'Value', false)
      return value === NO_VALUE ? null : value
    }
  return null
}
