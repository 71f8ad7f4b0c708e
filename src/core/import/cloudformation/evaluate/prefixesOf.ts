import { groupBy } from '../../../base/groupBy.ts'
import { idFrom } from '../../fields.ts'
import type { Frame } from './frame.ts'
import { nameOf } from './whereOf.ts'

/** What stands before the ids of templates that are read together and use one logical id for two things: the name of their file. */
export function prefixesOf(frames: readonly Frame[]): ReadonlyMap<string, string> {
  const users = new Map<string, string[]>()
  for (const frame of frames)
    for (const logicalId of frame.resources().keys())
      users.set(logicalId, [...(users.get(logicalId) ?? []), frame.template.file])
  const files = new Set([...users.values()].filter(({ length }) => length > 1).flat())
  const named = groupBy(files, nameOf)
  return new Map(
    [...files].map((file) => [file, `${named.get(nameOf(file))!.length > 1 ? idFrom(file) : nameOf(file)}.`]),
  )
}
