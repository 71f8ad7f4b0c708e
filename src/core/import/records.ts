import type { Fields } from './fields.ts'
import type { ImportPlace } from './report.ts'

/** One record, with where it stands; account and Region as far as its file's path or its neighbours say them. */
export interface Entry {
  readonly value: Fields
  readonly place: ImportPlace
  readonly account: string | null
  readonly region: string | null
}

/** An account and a Region that files are from, as far as that is known. */
export type Whence = Pick<Entry, 'account' | 'region'>
export const whenceKey = ({ account, region }: Whence): string => `${account ?? ''} ${region ?? ''}`

/** What all files hold, whatever source they are of: records as AWS's APIs have them, under the keys of their lists. */
export interface Records {
  readonly byKey: ReadonlyMap<string, readonly Entry[]>
  /** Key -> where it was asked for, be the answer empty. What was not asked for is unknown. */
  readonly asked: ReadonlyMap<string, ReadonlyMap<string, Whence>>
}

/** Records that are being gathered. */
export interface RecordsTaker extends Records {
  /** Takes a record; null says only that the key was asked for. */
  put(key: string, value: Fields | null, place: ImportPlace, from: Whence): void
}

export function createRecords(): RecordsTaker {
  const byKey = new Map<string, Entry[]>()
  const asked = new Map<string, Map<string, Whence>>()
  return {
    byKey,
    asked,
    put(key, value, place, { account, region }) {
      const list = byKey.get(key) ?? []
      byKey.set(key, list)
      const places = asked.get(key) ?? new Map<string, Whence>()
      asked.set(key, places.set(whenceKey({ account, region }), { account, region }))
      if (value) list.push({ value, place, account, region })
    },
  }
}
