import type { Fields } from './fields.ts'
import { createLedger, type Ledger } from './ledger.ts'
import type { ImportPlace } from './report.ts'

/** One record, with where it stands; account and Region as far as its file's path or its neighbours say them. */
export interface Entry {
  readonly value: Fields
  readonly place: ImportPlace
  readonly account: string | null
  readonly region: string | null
  /** It says what is to be made: what it leaves open AWS chooses or sets as always, and nobody has edited it. */
  readonly planned?: boolean
  /** It is all that is known of the thing, whatever else was asked for where it is: what is beside it nobody has said. */
  readonly partial?: boolean
}

/** An account and a Region that files are from, as far as that is known. */
export type Whence = Pick<Entry, 'account' | 'region'>
/** The same, with what kind of record it is. */
export type From = Pick<Entry, 'account' | 'region' | 'planned' | 'partial'>
export const whenceKey = ({ account, region }: Whence): string => `${account ?? ''} ${region ?? ''}`

/** The list that a record is of, where it stands, and the member that it is under in the record as it is read. */
export interface RecordPlace {
  readonly key: string
  readonly place: ImportPlace
  readonly path: string
}

/** What stands somewhere in a file. */
export interface Root {
  readonly file: string
  readonly value: unknown
}

/** What all files hold, whatever source they are of: records as AWS's APIs have them, under the keys of their lists. */
export interface Records {
  readonly byKey: ReadonlyMap<string, readonly Entry[]>
  /** Key -> where it was asked for, be the answer empty. What was not asked for is unknown. */
  readonly asked: ReadonlyMap<string, ReadonlyMap<string, Whence>>
  readonly ledger: Ledger
  /** Object of a file -> the record that it is. */
  readonly recordAt: ReadonlyMap<object, RecordPlace>
  /** All that the files hold, records or not. */
  readonly roots: readonly Root[]
}

/** Records that are being gathered. */
export interface RecordsTaker extends Records {
  readonly roots: Root[]
  readonly recordAt: Map<object, RecordPlace>
  /** Takes a record, with what stands beside it; null says only that the key was asked for. */
  put(key: string, record: object | null, place: ImportPlace, from: From, beside?: object): void
}

export function createRecords(): RecordsTaker {
  const byKey = new Map<string, Entry[]>()
  const asked = new Map<string, Map<string, Whence>>()
  const recordAt = new Map<object, RecordPlace>()
  const ledger = createLedger()
  return {
    byKey,
    asked,
    ledger,
    recordAt,
    roots: [],
    put(key, record, place, { account, region, planned, partial }, beside) {
      const list = byKey.get(key) ?? []
      byKey.set(key, list)
      const places = asked.get(key) ?? new Map<string, Whence>()
      asked.set(key, places.set(whenceKey({ account, region }), { account, region }))
      if (!record) return
      if (!recordAt.has(record)) recordAt.set(record, { key, place, path: '' })
      list.push({
        value: ledger.view(record, beside),
        place,
        account,
        region,
        ...(planned && { planned }),
        ...(partial && { partial }),
      })
    },
  }
}
