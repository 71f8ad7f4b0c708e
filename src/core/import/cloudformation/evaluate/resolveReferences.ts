import { isUnknown, unknown } from '../isUnknown.ts'
import type { Unknown } from '../stack.ts'
import type { Context, Value } from './frame.ts'
import { valueText } from './valueText.ts'

const REFERENCE = /\{\{resolve:([\w-]+):([^}]*)\}\}/g
/** `name:3` */
const VERSION = /:\d+$/

/**
 * A text as it is, but for what it takes from elsewhere: `{{resolve:ssm:/network/vpc}}`. What a resource of the templates keeps there is known.
 * Source: AWS CloudFormation user guide, dynamic references.
 */
export function resolveReferences(text: string, { frame }: Context): Value {
  if (!text.includes('{{resolve:')) return text
  let lacking: Unknown | null = null
  const filled = text.replace(REFERENCE, (whole, service: string, key: string) => {
    const stored = service === 'ssm' ? frame.world.stored(key.replace(VERSION, ''), frame) : null
    const value = stored === null ? unknown(`it is kept elsewhere: ${whole}`) : valueText(stored)
    if (!isUnknown(value)) return value
    lacking ??= value
    return whole
  })
  return lacking ?? filled
}
