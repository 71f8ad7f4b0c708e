import { callOf, isItems, isMembers, isSame, keyOfValue } from '../items/value.ts'
import type { Path } from '../text/openText.ts'
import type { Plain } from '../text/writeValue.ts'

/** One difference between the properties of two drawn items. Numbers in a path count in the list as it was before. */
export type PropChange =
  | { readonly kind: 'set'; readonly path: Path; readonly value: Plain }
  | { readonly kind: 'unset'; readonly path: Path }
  /** An item that a list has more; the list is at the path. */
  | { readonly kind: 'append'; readonly path: Path; readonly value: Plain; readonly index: number }
  /** An item that it no longer has; the item is at the path. */
  | { readonly kind: 'drop'; readonly path: Path }
  | { readonly kind: 'tag'; readonly path: Path; readonly tag: string; readonly value: Plain | null }

/** What differs, leaf by leaf; lists by their items, whose order says nothing. */
export function diffProps(before: Plain | undefined, after: Plain | undefined, path: Path = []): readonly PropChange[] {
  if (isSame(before, after)) return []
  if (after === undefined) return [{ kind: 'unset', path }]
  if (before === undefined) {
    if (isTags(path, after)) return diffTags([], after as readonly Plain[], path)
    return [{ kind: 'set', path, value: after }]
  }
  if (isItems(before) && isItems(after))
    return isTags(path, [...before, ...after]) ? diffTags(before, after, path) : diffLists(before, after, path)
  if (isMembers(before) && isMembers(after) && !callOf(before) && !callOf(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      diffProps(before[name], after[name], [...path, name]),
    )
  return [{ kind: 'set', path, value: after }]
}

const isTags = (path: Path, items: unknown): boolean =>
  /(?:Tags|Attributes)$/.test(String(path.at(-1))) &&
  isItems(items) &&
  items.every((one) => isMembers(one) && typeof one.Key === 'string')

function diffTags(before: readonly Plain[], after: readonly Plain[], path: Path): readonly PropChange[] {
  const read = (list: readonly Plain[]) =>
    new Map(list.map((one) => [String((one as { Key: Plain }).Key), (one as { Value?: Plain }).Value ?? '']))
  const [old, now] = [read(before), read(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((tag): PropChange[] =>
    isSame(old.get(tag), now.get(tag)) ? [] : [{ kind: 'tag', path, tag, value: now.get(tag) ?? null }],
  )
}

function diffLists(before: readonly Plain[], after: readonly Plain[], path: Path): readonly PropChange[] {
  const gone = before.map((value, index) => ({ value, index }))
  const more: { readonly value: Plain; readonly index: number }[] = []
  for (const [index, value] of after.entries()) {
    const at = gone.findIndex((one) => keyOfValue(one.value) === keyOfValue(value))
    if (at >= 0) gone.splice(at, 1)
    else more.push({ value, index })
  }
  const pairs = gone.slice(0, more.length)
  return [
    ...pairs.flatMap((one, at) => diffProps(one.value, more[at]!.value, [...path, one.index])),
    ...more.slice(pairs.length).map(({ value, index }): PropChange => ({ kind: 'append', path, value, index })),
    ...gone.slice(pairs.length).map(({ index }): PropChange => ({ kind: 'drop', path: [...path, index] })),
  ]
}
