import { importAccounted } from '../../describe/importDescribe.ts'
import { parseFile } from '../../parseFile.ts'
import type { SourceFile } from '../../unpack.ts'
import { walkLeaves } from '../walkLeaves.ts'

type Json = null | boolean | number | string | Json[] | { [member: string]: Json }
type Holder = Record<string | number, Json> & Json[]

/** Where a leaf, or an item of a list, stands. */
export interface Spot {
  readonly file: number
  readonly steps: readonly (string | number)[]
}

/** What damages a value; false where it would be no damage. */
const WOUNDS = {
  delete(holder: Holder, at: string | number) {
    // a shorter list is as AWS prints it
    if (Array.isArray(holder)) return false
    delete holder[at]
    return true
  },
  null: (holder: Holder, at: string | number) => put(holder, at, null),
  object: (holder: Holder, at: string | number) => put(holder, at, {}),
  list: (holder: Holder, at: string | number) => put(holder, at, []),
  number: (holder: Holder, at: string | number) => put(holder, at, 12345),
  flag: (holder: Holder, at: string | number) => put(holder, at, 'perhaps'),
  garble: (holder: Holder, at: string | number) => put(holder, at, `${String(holder[at]).slice(0, -1)}~x`),
  junk: (holder: Holder, at: string | number) => put(holder, at, '\u202e <x> '),
  twice(holder: Holder, at: string | number) {
    if (!Array.isArray(holder)) return false
    holder.push(structuredClone(holder[at as number]!) as never)
    return true
  },
} as const
export type WoundName = keyof typeof WOUNDS
export const WOUND_NAMES = Object.keys(WOUNDS) as readonly WoundName[]

function put(holder: Holder, at: string | number, value: Json): boolean {
  if (JSON.stringify(holder[at]) === JSON.stringify(value)) return false
  holder[at] = value
  return true
}

/** Places of everything that the import of these files makes use of, and of the items of lists that hold any of it. */
export function usedSpots(files: readonly SourceFile[]): readonly Spot[] {
  const { records } = importAccounted(files.map(parseFile), 'Wounded')
  const used = new Map<object, Set<string>>()
  for (const { state, node, member } of walkLeaves(records))
    if (state === 'used') used.set(node, (used.get(node) ?? new Set()).add(member))
  const spots: Spot[] = []
  files.forEach(({ path, text }, file) => {
    const root = records.roots.find((one) => one.file === path)?.value
    if (typeof root === 'object' && root !== null) collect(root, JSON.parse(text) as Holder, [])
    /** `node` is what `given` is with its members named as AWS has them: their order is the same. Whether anything in it is used. */
    function collect(node: object, given: Holder, steps: readonly (string | number)[]): boolean {
      const names = Object.keys(given)
      let isUsed = false
      for (const [index, [member, value]] of (Object.entries(node) as [string, unknown][]).entries()) {
        const here = [...steps, Array.isArray(given) ? index : names[index]!]
        const isLeafUsed = used.get(node)?.has(member) ?? false
        const isHere =
          typeof value === 'object' && value !== null ? collect(value, given[here.at(-1)!] as Holder, here) : isLeafUsed
        if (isLeafUsed || (isHere && Array.isArray(given))) spots.push({ file, steps: here })
        isUsed ||= isHere
      }
      return isUsed
    }
  })
  return spots
}

/** The files with that wound; null where it would be none. */
export function wounded(
  files: readonly SourceFile[],
  { file, steps }: Spot,
  name: WoundName,
): readonly SourceFile[] | null {
  const { path, text } = files[file]!
  const root = JSON.parse(text) as Holder
  const holder = steps.slice(0, -1).reduce((at, step) => at[step] as Holder, root)
  return WOUNDS[name](holder, steps.at(-1)!) ? files.with(file, { path, text: JSON.stringify(root) }) : null
}

/** All that a person is told of an import: the design without its drawing, and the report. */
export function toldOf(files: readonly SourceFile[]): string {
  const { design, report } = importAccounted(files.map(parseFile), 'Wounded').result
  return JSON.stringify([{ ...design, layout: null }, report])
}
