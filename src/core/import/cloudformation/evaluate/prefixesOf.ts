import { idFrom } from '../../fields.ts'
import type { Frame } from './frame.ts'
import { nameOf } from './whereOf.ts'

/** What stands before the ids of templates that are read together and use one logical id for two things: the name of their file. */
export function prefixesOf(frames: readonly Frame[]): ReadonlyMap<string, string> {
  const users = new Map<string, string[]>()
  for (const frame of frames)
    for (const logicalId of frame.resources().keys())
      users.set(logicalId, [...(users.get(logicalId) ?? []), frame.template.file])
  const files = [...new Set([...users.values()].filter(({ length }) => length > 1).flat())]
  return new Map(files.map((file) => [file, `${shortName(file, files)}.`]))
}

/** The name of a file, with as many of its folders as tell it from the others. */
function shortName(file: string, files: readonly string[]): string {
  const folders = file.split(/[/\\]/).slice(0, -1)
  const named = (one: string, count: number): string => {
    const parts = one.split(/[/\\]/).slice(0, -1)
    return [...parts.slice(Math.max(0, parts.length - count)), nameOf(one)].join('-')
  }
  for (let count = 0; count <= folders.length; count++) {
    const name = named(file, count)
    if (files.every((other) => other === file || named(other, count) !== name)) return idFrom(name)
  }
  return idFrom(file)
}
