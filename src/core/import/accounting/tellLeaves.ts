import { groupBy } from '../../base/groupBy.ts'
import { plain } from '../fields.ts'
import { type Importing, note } from '../importing.ts'
import type { ImportNoteKind } from '../report.ts'
import { createDangling } from './createDangling.ts'
import { idPrefixOf } from './looksRight.ts'
import { tellContradictions } from './tellContradictions.ts'
import { type LeafAccount, walkLeaves } from './walkLeaves.ts'

const MOST_NAMED = 40

/** Tells what of the files came to nothing: values that made no sense each, and the rest folded, a line for each list. */
export function tellLeaves(importing: Importing): void {
  tellContradictions(importing)
  const open: LeafAccount[] = []
  const isDangling = createDangling(importing)
  const dangling: LeafAccount[] = []
  for (const leaf of walkLeaves(importing.all)) {
    const names = idPrefixOf(leaf.path.slice(leaf.path.lastIndexOf('.') + 1)) !== null
    if (leaf.state === 'used' && names && isDangling(String(rawOf(leaf)))) dangling.push(leaf)
    if (leaf.state !== 'used' && leaf.state !== 'told' && leaf.state !== 'ignorable') open.push(leaf)
  }
  const byState = groupBy(open, ({ state }) => state)
  for (const same of groupBy(byState.get('not understood') ?? [], ({ key, path }) => `${key} ${path}`).values()) {
    const [first] = same
    note(
      importing,
      'unknown',
      `${nameOf(first!)} says what is not understood: ${shownIn(first!)}${more(same.length)}`,
      first!.place,
    )
  }
  for (const same of groupBy(byState.get('repeated') ?? [], ({ key, path }) => `${key} ${path}`).values())
    note(
      importing,
      'assumed',
      `${nameOf(same[0]!)}: an entry stands twice in its list${more(same.length)}`,
      same[0]!.place,
    )
  fold(
    importing,
    dangling,
    'unknown',
    'names what is in no file, and not in the design:',
    (leaf) => ` ${plain(String(rawOf(leaf)), 60)}`,
  )
  fold(importing, byState.get('absent'), 'assumed', 'not said, so that the usual is taken:')
  fold(importing, byState.get('unused'), 'unused', 'read, and not used:')
}

const more = (count: number): string =>
  count > 1 ? `; and so in ${count - 1} more ${count === 2 ? 'place' : 'places'}` : ''
const nameOf = ({ key, path }: LeafAccount): string =>
  [key ?? [], path === '' ? [] : path].flat().join(', ') || 'The file'

/** One line for all leaves of a list, by their members. */
function fold(
  importing: Importing,
  leaves: readonly LeafAccount[] = [],
  kind: ImportNoteKind,
  words: string,
  about: (leaf: LeafAccount) => string = () => '',
): void {
  for (const [key, same] of groupBy(leaves, (leaf) => leaf.key ?? '')) {
    const members = [...groupBy(same, (leaf) => `${leaf.path}${about(leaf)}`)].map(([path, list]) =>
      list.length > 1 ? `${path} (${list.length})` : path,
    )
    const named = members.slice(0, MOST_NAMED).join(', ')
    const rest = members.length > MOST_NAMED ? ` and ${members.length - MOST_NAMED} more` : ''
    note(importing, kind, `${key || 'Outside of any list that is read'}: ${words} ${named}${rest}`, same[0]!.place)
  }
}

const rawOf = ({ node, member }: LeafAccount): unknown => (node as Readonly<Record<string, unknown>>)[member]

function shownIn(leaf: LeafAccount): string {
  const value = rawOf(leaf)
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  return typeof value === 'string' ? `“${plain(value, 60)}”` : String(value)
}
