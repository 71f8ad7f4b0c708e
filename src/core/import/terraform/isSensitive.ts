import { bag } from './bag.ts'
import type { Instance } from './terraformRoot.ts'

/** Whether anything in an attribute is marked as sensitive: it is used where the network needs it, and shown nowhere. */
export function isSensitive({ sensitive }: Instance, attribute: string): boolean {
  const flags = bag(sensitive)
  return sensitive === true || (Object.hasOwn(flags, attribute) && hasFlag(flags[attribute]))
}

const hasFlag = (flags: unknown): boolean =>
  flags === true || (typeof flags === 'object' && flags !== null && Object.values(flags).some(hasFlag))
