import type { AccessRequest, Edit, PathName, Symptom, VerdictKind } from '../../../model/index.ts'
import { PATHS, SYMPTOMS, VERDICT_KINDS } from '../../../model/index.ts'
import { CODES, type Code } from '../../codes.ts'

/** What the verdict must be. Members left out are not looked at. */
export interface CaseExpectation {
  readonly verdict: VerdictKind
  readonly symptom?: Symptom
  readonly code?: Code
  /** The entry that decided; without `path` the construct alone is compared. */
  readonly decidedBy?: { readonly construct: string; readonly path?: readonly (string | number)[] } | null
  readonly path?: PathName
  readonly via?: readonly string[]
  /** In any order: a resolver hands its answers out in turn. */
  readonly answers?: readonly string[]
  /** All obstacles, in any order, each as `CODE` or `CODE at construct`. */
  readonly blockers?: readonly string[]
  /** Codes of assumptions that must be among those stated. */
  readonly assumes?: readonly Code[]
  /** Codes of assumptions that must not be. */
  readonly assumesNot?: readonly Code[]
}
export interface CaseRequest {
  readonly id: string
  readonly request: AccessRequest
  readonly expect: CaseExpectation
}
/** One golden case as it stands in its file: a design of its own, or another case's design with edits. */
export interface CaseFile {
  readonly name: string
  readonly why: string
  readonly source: string
  readonly design?: unknown
  readonly base?: string
  readonly edits?: readonly Edit[]
  readonly requests: readonly CaseRequest[]
  /** Ids of checks that must object to the design, and of some that must not. */
  readonly findings?: { readonly has?: readonly string[]; readonly hasNot?: readonly string[] }
}

type Keys = { readonly must: readonly string[]; readonly may?: readonly string[] }
const CASE: Keys = { must: ['name', 'why', 'source', 'requests'], may: ['design', 'base', 'edits', 'findings'] }
const ONE: Keys = { must: ['id', 'request', 'expect'] }
const REQUEST: Keys = { must: ['from', 'to'], may: ['protocol', 'port', 'packetSize', 'api'] }
const FINDINGS: Keys = { must: [], may: ['has', 'hasNot'] }
const EXPECT: Keys = {
  must: ['verdict'],
  may: ['symptom', 'code', 'decidedBy', 'path', 'via', 'answers', 'blockers', 'assumes', 'assumesNot'],
}
const DECIDED: Keys = { must: ['construct'], may: ['path'] }

/** The case in a file, or an error that names the key that is wrong: a misspelt expectation must not pass unseen. */
export function parseCase(text: string, file: string): CaseFile {
  const value = JSON.parse(text) as CaseFile
  checkKeys(value, CASE, file)
  if ((value.design === undefined) === (value.base === undefined))
    throw new Error(`${file}: needs either "design" or "base"`)
  if ((value.base === undefined) !== (value.edits === undefined)) throw new Error(`${file}: "edits" goes with "base"`)
  if (value.requests.length === 0 && !value.findings) throw new Error(`${file}: asks nothing and names no finding`)
  if (value.findings) checkKeys(value.findings, FINDINGS, `${file}: findings`)
  const ids = value.requests.map((one) => one.id)
  if (new Set(ids).size < ids.length) throw new Error(`${file}: a request id is used twice`)
  return { ...value, requests: value.requests.map((one) => parseRequest(one, `${file}: ${one.id}`)) }
}

function parseRequest(one: CaseRequest, place: string): CaseRequest {
  checkKeys(one, ONE, place)
  checkKeys(one.request, REQUEST, place)
  checkKeys(one.expect, EXPECT, place)
  const { verdict, symptom, code, path, decidedBy } = one.expect
  checkWord(verdict, VERDICT_KINDS, place)
  if (symptom !== undefined) checkWord(symptom, SYMPTOMS, place)
  if (path !== undefined) checkWord(path, PATHS, place)
  if (code !== undefined) checkWord(code, Object.keys(CODES), place)
  for (const blocker of one.expect.blockers ?? []) checkWord(blocker.split(' at ')[0]!, Object.keys(CODES), place)
  for (const assumption of [...(one.expect.assumes ?? []), ...(one.expect.assumesNot ?? [])])
    checkWord(assumption, Object.keys(CODES), place)
  if (decidedBy) checkKeys(decidedBy, DECIDED, place)
  const { api } = one.request
  const call = api && { api: { ...api, resource: api.resource ?? '*', context: api.context ?? {} } }
  return {
    ...one,
    request: { ...one.request, ...call, protocol: one.request.protocol ?? 'tcp', port: one.request.port ?? null },
  }
}

function checkKeys(value: object, keys: Keys, place: string): void {
  for (const key of keys.must) if (!(key in value)) throw new Error(`${place}: lacks "${key}"`)
  const known = [...keys.must, ...(keys.may ?? [])]
  for (const key of Object.keys(value)) if (!known.includes(key)) throw new Error(`${place}: unknown key "${key}"`)
}

function checkWord(word: string, words: readonly string[], place: string): void {
  if (!words.includes(word)) throw new Error(`${place}: "${word}" is none of ${words.join(', ')}`)
}
