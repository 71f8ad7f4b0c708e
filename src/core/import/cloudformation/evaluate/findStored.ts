import { findByName } from './findByName.ts'
import type { Declared, Frame, Value } from './frame.ts'
import { NO_VALUE } from './frame.ts'
import { valueText } from './valueText.ts'
import { mayBeTogether } from './whereOf.ts'

/** Finds what the stacks put into the Parameter Store, by a name in the account and Region of the asker; null = nothing. */
export function findStored(frames: readonly Frame[]): (name: string, asker: Frame) => Value | null {
  const find = findByName(frames.flatMap(storedIn), ({ frame, resource }) =>
    valueText(frame.property(resource, 'Name', false)),
  )
  return (name, asker) => {
    const found = find(name).find(({ frame }) => mayBeTogether(frame, asker))
    const value = found?.frame.property(found.resource, 'Value', false)
    return value === undefined || value === NO_VALUE ? null : value
  }
}

const storedIn = (frame: Frame): readonly { readonly frame: Frame; readonly resource: Declared }[] =>
  [...frame.resources().values()].flatMap((resource) =>
    resource.type === 'AWS::SSM::Parameter' && frame.isThere(resource) !== false ? [{ frame, resource }] : [],
  )
