import { appendAll } from '../base/appendAll.ts'
import { applyEdits, isEditRefused } from '../model/applyEdit.ts'
import { constructAt } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { Edit } from '../model/edit.ts'
import { type ProposedStatement, statementJson } from '../policy/propose/proposedStatement.ts'
import { readJson } from '../policy/read/json.ts'
import { openPolicyText } from '../policy/text/openPolicyText.ts'
import { formatPolicy } from '../policy/write/formatPolicy.ts'
import type { Change, PolicyPlace } from './change.ts'
import { policyTextAt, writePolicyAt } from './policyAt.ts'

/** The design with these changes, and the edits that make it so; null where one of them does not fit. */
export function applyChanges(
  design: Design,
  changes: readonly Change[],
): { readonly design: Design; readonly edits: readonly Edit[] } | null {
  const edits: Edit[] = []
  let now = design
  try {
    for (const change of changes) {
      const own = editsOf(now, change)
      if (own === null) return null
      now = applyEdits(now, own).design
      appendAll(edits, own)
    }
  } catch (error) {
    if (!isEditRefused(error)) throw error
    return null
  }
  return { design: now, edits }
}

function editsOf(design: Design, change: Change): readonly Edit[] | null {
  if (change.kind === 'edit') return change.edits.map((edit) => carriedOver(edit, change.base, design))
  const { place } = change
  const text = policyTextAt(design, place)
  if (text !== null && !isObject(text)) return null
  if (change.kind === 'add-statements')
    return [writePolicyAt(design, place, withStatements(design, place, text, change.statements))]
  if (text === null) return null
  const open = openPolicyText(text)
  const { path, value } = change.narrowing
  return [writePolicyAt(design, place, open.set([...open.pathTo(change.statement), ...path], value))]
}

/** What else stands there is for its writer to mend. */
function isObject(text: string): boolean {
  const json = readJson(text)
  return 'root' in json && json.root.type === 'object'
}

function withStatements(
  design: Design,
  place: PolicyPlace,
  text: string | null,
  statements: readonly ProposedStatement[],
): string {
  const all = statements.map(statementJson)
  if (text !== null) return all.reduce<string>((now, one) => openPolicyText(now).addStatement(one), formatPolicy(text))
  const begin =
    statements.some(({ effect }) => effect === 'Deny') || place.use !== 'endpoint' ? withoutPolicy(design, place) : []
  return formatPolicy(JSON.stringify({ Version: '2012-10-17', Statement: [...begin, ...all] }))
}

/** What holds where there is no policy, as statements. Sources: PrivateLink guide, default endpoint policy; KMS guide, default key policy. */
function withoutPolicy(design: Design, { construct, use }: PolicyPlace): readonly object[] {
  if (use === 'endpoint') return [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }]
  const own = constructAt(design, construct)
  const owner = own?.kind === 'policy-resource' ? constructAt(design, own.account) : null
  if (own?.kind !== 'policy-resource' || owner?.kind !== 'account') return []
  const [, partition, service] = own.arn.split(':')
  if (service !== 'kms') return []
  const root = `arn:${partition}:iam::${owner.accountId}:root`
  return [
    { Sid: 'Enable IAM User Permissions', Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' },
  ]
}

/** An edit of one design made to another, which others have changed meanwhile: of lists it is what it adds and takes out that counts. */
function carriedOver(edit: Edit, base: Design, onto: Design): Edit {
  if (edit.kind !== 'change' || base === onto) return edit
  const [before, now] = [constructAt(base, edit.id), constructAt(onto, edit.id)] as unknown as Record<string, unknown>[]
  if (!before || !now) return edit
  const fields = Object.entries(edit.fields).map(([key, value]) => [key, mergedLists(value, before[key], now[key])])
  return { ...edit, fields: Object.fromEntries(fields) } as Edit
}

function mergedLists(wanted: unknown, before: unknown, now: unknown): unknown {
  if (!Array.isArray(wanted) || !Array.isArray(before) || !Array.isArray(now)) return wanted
  const texts = (list: readonly unknown[]) => new Set(list.map((one) => JSON.stringify(one)))
  const [were, are, will] = [texts(before), texts(now), texts(wanted)]
  const has = (set: ReadonlySet<string>, one: unknown) => set.has(JSON.stringify(one))
  const kept = now.filter((one) => !has(were, one) || has(will, one))
  return [...kept, ...wanted.filter((one) => !has(were, one) && !has(are, one))]
}
