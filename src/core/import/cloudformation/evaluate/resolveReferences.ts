import { unknown } from '../isUnknown.ts'
import type { Context, Value } from './frame.ts'

const REFERENCE = /\{\{resolve:([\w-]+):([^}]*)\}\}/
/** `name`, `name:3` */
const VERSION = /:\d+$/

/**
 * A text as it is, unless it stands for what is kept elsewhere: `{{resolve:ssm:/network/vpc}}`. What a resource of the templates keeps there is
 * known. Source: AWS CloudFormation user guide, dynamic references.
 */
export function resolveReferences(text: string, { frame }: Context): Value {
  if (!text.includes('{{resolve:')) return text
  const reference = REFERENCE.exec(text)
  if (!reference) return text
  const [whole, service, key] = reference
  const stored = service === 'ssm' && whole === text ? frame.world.stored(key!.replace(VERSION, '')) : null
  return stored ?? unknown(`it is kept elsewhere: ${whole}`)
}
