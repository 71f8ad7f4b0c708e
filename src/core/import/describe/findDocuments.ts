import { scanJson } from '../../base/scanJson.ts'
import { asText, type Fields, isFields } from '../fields.ts'
import { DEEPEST_JSON } from '../parseFile.ts'
import { isAccountId, isRegionCode, regionOfZone } from '../places.ts'
import type { RecordsTaker, Whence } from '../records.ts'
import { keyOfRecord, recordWithin } from './keyOfRecord.ts'
import { ALIASES, PER_PARENT, SILENT, WHOLE_DOCUMENTS, WRAPPED } from './listKeys.ts'
import { withPlainNames } from './withPlainNames.ts'

/** One answer of a call, and where it is from as far as what stands around it says. */
export interface Document {
  readonly value: Fields
  readonly whence: Whence
}

/** Where what is found is noted. */
interface Noting {
  readonly records: RecordsTaker
  readonly file: string
  /** Told of members that have one name in two spellings. */
  tellTwice(name: string): void
}

const NOWHERE: Whence = { account: null, region: null }
/** Tools wrap answers in a few layers: accounts, Regions, services, calls, `data`. */
const DEEPEST = 6

/**
 * The answers that a file holds, however its tool keeps them: one, a list of them, bare records without the key of their list, or all of them below
 * accounts, Regions, calls and wrappers. `known`: the keys of lists that are read.
 */
export function findDocuments(
  content: unknown,
  known: ReadonlySet<string>,
  noting: Noting | null = null,
): readonly Document[] {
  const found: Document[] = []
  const bare = new Map<string, { readonly whence: Whence; readonly lists: Map<string, Fields[]> }>()
  const isList = (key: string): boolean => known.has(key) || LISTS.has(key)
  const isAnswer = (value: Fields): boolean =>
    Object.entries(value).some(([key, member]) =>
      Array.isArray(member) ? isList(key) : isFields(member) && isWhole(key),
    )
  const keep = (key: string, record: Fields, whence: Whence): undefined => {
    const at = `${whence.account} ${whence.region}`
    const group = bare.get(at) ?? { whence, lists: new Map<string, Fields[]>() }
    bare.set(at, group)
    const list = group.lists.get(key)
    if (list) list.push(record)
    else group.lists.set(key, [record])
  }
  const lookInto = (content: unknown, whence: Whence, depth: number): undefined => {
    const root = withPlainNames(content, noting?.tellTwice)
    noting?.records.roots.push({ file: noting.file, value: root })
    look(root, whence, depth)
  }
  const look = (
    value: unknown,
    whence: Whence,
    depth: number,
    at?: readonly [node: object, member: string],
  ): undefined => {
    if (depth > DEEPEST) return
    if (typeof value === 'string') {
      const inner = readText(value)
      if (inner === null) return
      if (at) noting?.records.ledger.mark(at[0], at[1], 'understood')
      return lookInto(inner, whence, depth + 1)
    }
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) look(item, whence, depth + 1, [value, String(index)])
      return
    }
    if (!isFields(value)) return
    const here = whenceOf(value, whence)
    const key = keyOfRecord(value)
    if (key !== null) return keep(key, value, here)
    const within = recordWithin(value)
    if (within !== null) return keep(within.key, within.record, here)
    const listed = withKeyOfItems(value)
    if (listed !== null) {
      found.push({ value: listed, whence: here })
      return
    }
    const isOne = isAnswer(value)
    if (isOne) found.push({ value, whence: here })
    for (const [name, member] of Object.entries(value))
      if (!isOne || (isFields(member) && !isWhole(name) && !SILENT.has(name)))
        look(
          member,
          {
            account: isAccountId(name) ? name : here.account,
            region: isRegionCode(name) ? name : here.region,
          },
          depth + 1,
          [value, name],
        )
  }
  lookInto(content, NOWHERE, 0)
  for (const { whence, lists } of bare.values()) found.push({ value: Object.fromEntries(lists), whence })
  return found
}

/** An answer whose list is called `items`, as VPC Lattice and API Gateway call it, under the key of its records; null where they do not say it. */
function withKeyOfItems({ Items, ...rest }: Fields): Fields | null {
  if (!Array.isArray(Items) || Object.values(rest).some((member) => typeof member === 'object')) return null
  const keys = new Set(Items.map((item) => (isFields(item) ? keyOfRecord(item) : null)))
  const [key = null] = keys
  return keys.size === 1 && key !== null ? { ...rest, [key]: Items } : null
}

const LISTS: ReadonlySet<string> = new Set([
  ...Object.keys(WRAPPED),
  ...Object.keys(ALIASES),
  ...PER_PARENT.map(({ items }) => items),
])
const isWhole = (key: string): boolean => Object.hasOwn(WHOLE_DOCUMENTS, key)

/** A text that holds JSON, as AWS Config and others keep it. */
function readText(text: string): object | null {
  if (!/^\s*[{[]/.test(text) || scanJson(text).depth > DEEPEST_JSON) return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    // a text that only looks like JSON says nothing
    return null
  }
}

/** Members by which items of AWS Config and rows of SQL tools say where they are from. */
function whenceOf(value: Fields, whence: Whence): Whence {
  const account = [value.AwsAccountId, value.AccountId].map(asText).find(isAccountId) ?? null
  const region = [value.AwsRegion, value.Region].map(asText).find(isRegionCode) ?? null
  return {
    account: account ?? whence.account,
    region: region ?? regionOfZone(asText(value.AvailabilityZone)) ?? whence.region,
  }
}
