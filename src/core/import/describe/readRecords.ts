import { asFields, asList, asText, type Fields, isFields, plain } from '../fields.ts'
import type { ParsedFile } from '../parseFile.ts'
import { accountsIn, isAccountId, placeOfPath, regionsIn } from '../places.ts'
import { createRecords, type Records, type RecordsTaker, type Whence, whenceKey } from '../records.ts'
import { type NoteTaker, takeNote } from '../report.ts'
import { type Document, findDocuments } from './findDocuments.ts'
import {
  ALIASES,
  MORE_TO_COME,
  PER_PARENT,
  type PerParent,
  SILENT,
  TOLD_BY_MEMBER,
  WHOLE_DOCUMENTS,
  WRAPPED,
} from './listKeys.ts'

interface FileDocument extends Document {
  readonly path: string
}

/** The records of all files. What is no JSON, and what nothing here reads, is noted. */
export function readRecords(files: readonly ParsedFile[], known: ReadonlySet<string>, taker: NoteTaker): Records {
  const records = createRecords()
  const documents = files.flatMap((file) => documentsIn(file, known, records, taker))
  const contextOf = createContexts(documents)
  for (const document of documents) readDocument(document, contextOf(document), known, records, taker)
  return records
}

function documentsIn(
  { path, value, problem, remarks }: ParsedFile,
  known: ReadonlySet<string>,
  records: RecordsTaker,
  taker: NoteTaker,
): readonly FileDocument[] {
  const unreadable = (why: string) => takeNote(taker, 'unreadable', why, { file: path, key: null, index: null })
  for (const remark of remarks) takeNote(taker, 'assumed', remark, { file: path, key: null, index: null })
  if (problem !== null) unreadable(problem)
  if (problem !== null) return []
  const found = findDocuments(value, known, {
    records,
    file: path,
    tellTwice: (name) =>
      takeNote(
        taker,
        'assumed',
        `${plain(name, 60)} stands twice in one object, in two spellings; what stands last counts`,
        {
          file: path,
          key: null,
          index: null,
        },
      ),
  })
  if (found.length === 0 && !isFields(value) && !hasFields(value)) unreadable('The file holds no JSON object')
  else if (found.length === 0 && saysSomething(value))
    unreadable('The file holds nothing that the AWS CLI prints of a network')
  return found.map((one) => ({ ...one, path }))
}

const hasFields = (value: unknown): boolean => asList(value).some(isFields)
/** VPC Lattice and API Gateway call every list so, and one without records says not of what. */
const isEmptyList = (key: string, member: unknown): boolean =>
  key === 'items' && asList(member).length === 0 && Array.isArray(member)
/** An answer may be empty, or name its request alone. */
const saysSomething = (value: unknown): boolean =>
  Object.entries(asFields(value)).some(
    ([key, member]) => !SILENT.has(key) && typeof member === 'object' && member !== null && !isEmptyList(key, member),
  ) || hasFields(value)

const folderOf = (path: string): string => path.split(/[/\\]/).slice(0, -1).join('/')

/** Account and Region of a document: what it stands in says, or its path, else the only ones that the files beside it speak of. */
function createContexts(documents: readonly FileDocument[]) {
  const evidence = new Map<
    string,
    { readonly accounts: Set<string>; readonly regions: Set<string>; caller: string | null }
  >()
  const groupOf = ({ path, whence }: FileDocument) => `${folderOf(path)} ${whenceKey(whence)}`
  for (const document of documents) {
    const { value } = document
    const group = groupOf(document)
    const found = evidence.get(group) ?? { accounts: new Set<string>(), regions: new Set<string>(), caller: null }
    evidence.set(group, found)
    for (const region of regionsIn(value)) found.regions.add(region)
    for (const account of accountsIn(value)) found.accounts.add(account)
    const caller = asText(value.Account)
    if (isAccountId(caller)) found.caller = caller
  }
  const only = (set: ReadonlySet<string> | undefined) => (set?.size === 1 ? [...set][0]! : null)
  return (document: FileDocument): Whence => {
    const said = placeOfPath(document.path)
    const beside = evidence.get(groupOf(document))
    return {
      account: document.whence.account ?? said.account ?? beside?.caller ?? only(beside?.accounts),
      region: document.whence.region ?? said.region ?? only(beside?.regions),
    }
  }
}

/** Whether a list is one of those that a call for one parent prints, and not of another call that has the same key. */
const isOfParent = ({ told, parent }: PerParent, member: unknown, { [parent]: id }: Fields): boolean =>
  told === undefined || asText(id) !== null || asList(member).some((one) => isFields(one) && asText(one[told]) !== null)

/** A file's keys may be called as anything, `constructor` too. */
const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

function readDocument(
  { path, value }: FileDocument,
  context: Whence,
  known: ReadonlySet<string>,
  records: RecordsTaker,
  taker: NoteTaker,
): void {
  const put = (as: string, record: object | null, key: string, index: number | null, beside?: object) =>
    records.put(as, record, { file: path, key, index }, context, beside)
  /** A line about a member, or an item of its list, which stands for all that is in it. */
  const note = (key: string, kind: 'skipped' | 'unknown', message: string, index: number | null = null) => {
    takeNote(taker, kind, message, { file: path, key, index })
    const member: unknown = value[key]
    const [node, at] = index === null ? [value, key] : [member as object, String(index)]
    const what = index === null ? member : (member as readonly unknown[])[index]
    if (typeof what === 'object' && what !== null) records.ledger.settled.add(what)
    else records.ledger.mark(node, at, 'understood')
  }

  for (const [key, member] of Object.entries(value)) {
    if (MORE_TO_COME.has(key)) {
      if (asText(member)) note(key, 'unknown', 'The list goes on: this is one page of several')
      continue
    }
    const whole = own(WHOLE_DOCUMENTS, key)
    if (whole !== undefined && isFields(member)) {
      put(whole, value, key, null)
      continue
    }
    if (PER_PARENT.some((one) => one.items === key && isOfParent(one, member, value))) {
      readPerParent(key, member)
      continue
    }
    const wrapped = own(WRAPPED, key)
    const as = wrapped?.as ?? own(ALIASES, key) ?? key
    if (!known.has(as)) {
      if (Array.isArray(member) && member.length > 0 && !SILENT.has(key))
        note(key, 'skipped', 'Nothing here reads this list')
      continue
    }
    if (!Array.isArray(member)) {
      if (member !== null && findDocuments(member, known, null).length === 0)
        note(key, 'skipped', 'This should be a list')
      continue
    }
    const told = own(TOLD_BY_MEMBER, key)
    const isTold = (item: unknown) => told !== undefined && isFields(item) && asText(item[told.member]) !== null
    const keyOf = (item: unknown) => (told && isTold(item) ? told.as : as)
    for (const asked of new Set(member.length > 0 ? member.map(keyOf) : [as])) put(asked, null, key, null)
    for (const [index, item] of member.entries()) {
      if (!isFields(item)) note(key, 'skipped', 'This record is no object', index)
      else if (key === 'Instances')
        put(as, { ReservationId: item.InstanceId, OwnerId: item.OwnerId, Instances: [item] }, key, index)
      else if (wrapped) {
        // The wrapper counts too: it says that the list was asked for, be it empty.
        put(key, item, key, index)
        for (const one of asList(item[wrapped.items]).filter(isFields))
          putOf(one, item[wrapped.parent], { as, key, index, parent: wrapped.parent })
      } else put(keyOf(item), item, key, index)
    }
  }

  /** An item of a wrapper that names whose it is; it may say so itself as well. */
  function putOf(
    one: Readonly<Record<string, unknown>>,
    parent: unknown,
    at: { readonly as: string; readonly key: string; readonly index: number; readonly parent: string },
  ): void {
    put(at.as, one, at.key, at.index, { [at.parent]: parent })
    const said = asText(one[at.parent])
    if (said === null) records.ledger.mark(one, at.parent, 'empty')
    if (said !== null && said !== asText(parent))
      takeNote(
        taker,
        'assumed',
        `An item says that it belongs to ${plain(said, 120)}, and not to what it stands below`,
        {
          file: path,
          key: at.key,
          index: at.index,
        },
      )
  }

  function readPerParent(key: string, member: unknown): void {
    for (const one of PER_PARENT) {
      const { items, parent, inPath, as } = one
      if (items !== key || !isOfParent(one, member, value)) continue
      const id = asText(value[parent]) ?? inPath?.exec(path.split(/[/\\]/).at(-1)!)?.[0] ?? null
      const stated = asList(member)
        .filter(isFields)
        .filter((one) => asText(one[parent]))
      if (id === null && stated.length > 0) {
        for (const one of stated) {
          put(as, { [parent]: one[parent], [items]: [one] }, key, null)
          records.recordAt.set(one, { key: as, place: { file: path, key, index: null }, path: items })
        }
        return
      }
      if (id !== null) {
        put(as, value, key, null, { [parent]: id })
        return
      }
    }
    if (Array.isArray(member) && member.length > 0)
      note(key, 'skipped', 'The file does not say whose list this is: put the id of its owner beside the list')
  }
}
