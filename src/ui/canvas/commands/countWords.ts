import { groupBy, listWords } from '../../../core/base/index.ts'
import { type Construct, definitions } from '../../../core/model/index.ts'

/** More kinds than this are summed up. */
const MOST_KINDS = 3

/** `2 subnets, Client 1 and 5 more`: what there is among these constructs, most of them first. */
export function countWords(constructs: readonly Construct[]): string {
  const groups = [...groupBy(constructs, ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length)
  const named = groups.length > MOST_KINDS + 1 ? groups.slice(0, MOST_KINDS) : groups
  const words = named.map(([kind, { length, 0: only }]) =>
    length === 1 ? only!.name || definitions[kind].title : `${length} ${pluralOf(definitions[kind].noun)}`,
  )
  const left = groups.slice(named.length).reduce((sum, [, { length }]) => sum + length, 0)
  return listWords(left > 0 ? [...words, `${left} more`] : words)
}

/** `a NAT gateway` becomes `NAT gateways`. */
const pluralOf = (noun: string): string => noun.replace(/^an? /, '').replace(/s?$/, (end) => (end ? 'ses' : 's'))
