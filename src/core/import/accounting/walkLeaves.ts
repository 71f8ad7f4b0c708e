import { SELF } from '../ledger.ts'
import type { Records } from '../records.ts'
import type { ImportPlace } from '../report.ts'
import { isIgnorable } from './isIgnorable.ts'
import { isOptional } from './isOptional.ts'
import { looksRight } from './looksRight.ts'

/**
 * What became of a leaf: `used`: a reader understood it; `told`: a line stands for the record that it is in; `ignorable`: by a rule; `unused`: nobody
 * asked for it; `not understood`: it was asked for and made no sense; `absent`: it was asked for and is not there; `repeated`: an item that its list has already.
 */
export type LeafState = 'used' | 'told' | 'ignorable' | 'unused' | 'not understood' | 'absent' | 'repeated'

/** A text, number, flag or empty place of a file, and what became of it. */
export interface LeafAccount {
  readonly state: LeafState
  /** The list that its record is of; null = it stands in no record. */
  readonly key: string | null
  /** Members down to it: `PrivateIpAddresses.Association.PublicIp`. */
  readonly path: string
  readonly place: ImportPlace
  /** Object or list that holds it, and under what name. */
  readonly node: object
  readonly member: string
}

interface At {
  readonly key: string | null
  readonly path: string
  readonly place: ImportPlace
  readonly isTold: boolean
}

/** Every leaf of all files, with what became of it. */
export function* walkLeaves(records: Records): Generator<LeafAccount> {
  for (const { file, value } of records.roots)
    if (typeof value === 'object' && value !== null)
      yield* walk(records, value, { key: null, path: '', place: { file, key: null, index: null }, isTold: false })
}

function* walk(records: Records, node: object, above: At): Generator<LeafAccount> {
  const { ledger } = records
  const record = records.recordAt.get(node)
  const at: At = {
    ...(record ?? above),
    isTold: (above.isTold && !record) || ledger.settled.has(node),
  }
  const isList = Array.isArray(node)
  const seen = isList && node.length > 1 ? new Set<string>() : null
  for (const [member, value] of Object.entries(node) as [string, unknown][]) {
    const path = isList ? at.path : at.path === '' ? member : `${at.path}.${member}`
    const account = (state: LeafState): LeafAccount => ({ ...at, state, path, node, member })
    const isObject = typeof value === 'object' && value !== null
    const reading = isObject ? ledger.readingOf(value, SELF) : ledger.readingOf(node, member)
    if (seen) {
      const content = JSON.stringify(value)
      if (seen.has(content) && !at.isTold) yield account('repeated')
      seen.add(content)
    }
    if (isObject) {
      if (reading === 'not understood' && !at.isTold) yield account('not understood')
      yield* walk(records, value, { ...at, path })
    } else yield account(stateOf(at, path, value, reading))
  }
  if (at.key === null || at.isTold || isList) return
  for (const [member, reading] of ledger.readingsOf(node)) {
    const path = at.path === '' ? member : `${at.path}.${member}`
    // AWS prints an empty text where there is nothing to say
    const isPrinted = (node as Readonly<Record<string, unknown>>)[member] === ''
    if (reading === 'empty' && member !== SELF && !isPrinted && !isOptional(at.key, path))
      yield { ...at, state: 'absent', path, node, member }
  }
}

function stateOf(at: At, path: string, value: unknown, reading: string | null): LeafState {
  if (at.isTold || reading === 'said elsewhere') return 'told'
  if (reading === 'understood') return looksRight(path, value) ? 'used' : 'not understood'
  if (reading === 'not understood') return 'not understood'
  // what says nothing loses nothing; whether it should is another question
  if (reading === 'empty' || value === null || value === '' || isIgnorable(at.key, path)) return 'ignorable'
  return 'unused'
}
